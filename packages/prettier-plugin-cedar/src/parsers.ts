import type { Diagnostic, Result } from "@deodar/diagnostics";
import { LineTable } from "@deodar/diagnostics";
import { type FormatOptions, formatPolicies } from "@deodar/formatter";
import { formatSchema } from "@deodar/formatter/schema";
import type { Parser, ParserOptions } from "prettier";

/** What a parser of this plugin makes of a file: the text it had, and the text it should have. */
export interface CedarFile {
  readonly text: string;
  readonly formatted: string;
}

type Format = (text: string, options: FormatOptions) => Result<string>;

const pragma = /^\s*\/\/\s*@(?:format|prettier)\s*$/m;

export const policyParser: Parser<CedarFile> = parserOf(formatPolicies);

export const schemaParser: Parser<CedarFile> = parserOf(formatSchema);

function parserOf(format: Format): Parser<CedarFile> {
  return {
    astFormat: "cedar-file",
    parse: (text, options) => parse(text, options, format),
    hasPragma: (text) => pragma.test(leadingComments(text)),
    locStart: () => 0,
    locEnd: ({ text }) => text.length,
  };
}

function parse(text: string, options: ParserOptions<CedarFile>, format: Format): CedarFile {
  const result = format(text, { lineWidth: options.printWidth, indentWidth: options.tabWidth });
  if (!result.ok) throw new CedarSyntaxError(text, result.errors);
  return { text, formatted: result.value };
}

function leadingComments(text: string): string {
  return /^(?:\s*\/\/[^\n\r]*)*/.exec(text)?.[0] ?? "";
}

/** A fault in the form that Prettier shows with a code frame: `loc` in lines and columns from one. */
class CedarSyntaxError extends SyntaxError {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };

  constructor(text: string, errors: readonly Diagnostic[]) {
    const [first] = errors;
    super(first === undefined ? "the text is not valid" : [first.message, first.help].filter(Boolean).join("; "));
    const { line, column } = new LineTable(text).position(first?.labels[0]?.start ?? 0);
    this.loc = { start: { line, column } };
  }
}
