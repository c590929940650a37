import { failure, type Result, success } from "@deodar/diagnostics";
import { parseSchemaFragment } from "@deodar/schema";
import { diagnostic } from "../catalogue.ts";
import { Cursor } from "../cursor.ts";
import type { FormatOptions } from "../format-policies.ts";
import { render } from "../render.ts";
import type { Token } from "../tokens.ts";
import { wholeNumber } from "../whole-number.ts";
import { declarations } from "./layout.ts";
import { settleBlankLines } from "./settle-blank-lines.ts";
import { commentsOf, tokenize, withCommas } from "./tokens.ts";

/**
 * Formats a text in the Cedar schema syntax: one layout, every comment kept, and formatted text left as it is. Single
 * blank lines between declarations, attributes and comments stay. The reference has no such formatter; the layout is in
 * the spirit of the one for policies.
 *
 * The formatted text is read again before it is given: the same tokens but for commas at the end of lists, the same
 * comments, or else a `format/changed` error and no text.
 *
 * @param text A schema; its names need not resolve.
 * @param options Width and indent; a value that is not a whole number from 0 throws a `RangeError`.
 * @returns The formatted text, or the errors of a text that does not parse.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html
 */
export function formatSchema(text: string, options: FormatOptions = {}): Result<string> {
  const width = wholeNumber(options.lineWidth ?? 80, "lineWidth");
  const indent = wholeNumber(options.indentWidth ?? 2, "indentWidth");
  const parsed = parseSchemaFragment(text);
  if (!parsed.ok) return parsed;
  const tokens = tokenize(text);
  const formatted = layOut(tokens, width, indent);
  return keepsEverything(text, tokens, formatted) ? success(formatted) : failure([diagnostic("format/changed")]);
}

function layOut(tokens: readonly Token[], width: number, indent: number): string {
  const cursor = new Cursor(withCommas(tokens));
  const body = declarations(cursor, indent, "");
  const formatted = settleBlankLines(render([body, cursor.take()], width));
  return formatted === "" ? "" : `${formatted}\n`;
}

function keepsEverything(text: string, tokens: readonly Token[], formatted: string): boolean {
  if (formatted === text) return true;
  if (!parseSchemaFragment(formatted).ok) return false;
  const after = tokenize(formatted);
  return equalLists(codeOf(tokens), codeOf(after)) && equalLists(commentsOf(tokens), commentsOf(after));
}

/** All tokens, with a comma behind every list that may have one. */
function codeOf(tokens: readonly Token[]): readonly string[] {
  return withCommas(tokens).map((token) => token.text);
}

function equalLists(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
