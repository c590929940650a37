import { failure, type Result, success } from "@deodar/diagnostics";
import { equalTrees, type PolicyFile, parsePolicies } from "@deodar/syntax";
import { removeBlankLines } from "./blank-lines.ts";
import { diagnostic } from "./catalogue.ts";
import { Cursor } from "./cursor.ts";
import { policy } from "./policy-layout.ts";
import { render } from "./render.ts";
import { commentsOf, type TokenStream, tokenize } from "./tokens.ts";
import { wholeNumber } from "./whole-number.ts";

/** How to lay policies out. */
export interface FormatOptions {
  /** The columns that a line should keep to, 80 unless said; a whole number from 0. */
  readonly lineWidth?: number;
  /** The columns of one level of indent, 2 unless said; a whole number from 0. */
  readonly indentWidth?: number;
}

/**
 * Formats the text of a policy set: one layout whatever the input's, every comment kept, and formatted text left as it
 * is.
 *
 * Gives the same bytes as the formatter of Cedar's reference implementation, but for comments that the latter loses,
 * and for text that the latter has formatted but would change again. The formatted text is read again and compared
 * before it is given: the same policies, the same comments, or else a `format/changed` error and no text.
 *
 * @param text Cedar policies and templates, any number of them.
 * @param options Width and indent; a value that is not a whole number from 0 throws a `RangeError`.
 * @returns The formatted text, or the errors of a text that does not parse.
 */
export function formatPolicies(text: string, options: FormatOptions = {}): Result<string> {
  const width = wholeNumber(options.lineWidth ?? 80, "lineWidth");
  const indent = wholeNumber(options.indentWidth ?? 2, "indentWidth");
  const parsed = parsePolicies(text);
  if (!parsed.ok) return parsed;
  const formatted = layOut(text, width, indent);
  return keepsEverything(text, parsed.value, formatted) ? success(formatted) : failure([diagnostic("format/changed")]);
}

/** Where one comment came up from the line below and another did not, laying out again may move text; so often at most. */
const mostTurns = 8;

/**
 * A comment on a line of its own below a string comes to stand behind the string, at the column of its former line. So
 * that this is stable, a text is first read as if it were the outcome of that.
 */
function layOut(text: string, width: number, indent: number): string {
  let formatted = text;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const before = formatted;
    formatted = layOutTokens(tokenize(before, "behind"), width, indent);
    if (formatted === before || !formatted.includes("//")) return formatted;
    if (layOutTokens(tokenize(before, "below"), width, indent) === before) return before;
  }
  return formatted;
}

function layOutTokens({ tokens, rest }: TokenStream, width: number, indent: number): string {
  const cursor = new Cursor(tokens);
  const policies: string[] = [];
  while (!cursor.atEnd) policies.push(removeBlankLines(render(policy(cursor, indent), width)));
  return [policies.join("\n\n"), ...rest, ""].join("\n");
}

function keepsEverything(text: string, policies: PolicyFile, formatted: string): boolean {
  if (formatted === text) return true;
  const reread = parsePolicies(formatted);
  return reread.ok && equalTrees(reread.value, policies) && keepsComments(text, formatted);
}

function keepsComments(text: string, formatted: string): boolean {
  if (!text.includes("//")) return !formatted.includes("//");
  const before = commentsOf(text);
  const after = commentsOf(formatted);
  return before.length === after.length && before.every((comment, index) => comment === after[index]);
}
