import type { Token } from "../tokens.ts";
import { lineEnd, lineOf, skipTrivia, stringEnd, trim } from "../trivia.ts";

/**
 * Stands in the layout, on a line of its own, for a blank line that is to stay. No token of a schema is or begins with
 * it.
 */
export const blankLine = "#";

const none: readonly string[] = [];
const word = /[_a-zA-Z0-9]+/y;

/**
 * Splits a valid schema text into tokens; the last one is empty and has the comments behind all others. What stands
 * between two tokens belongs to the first up to the end of its line, and to the second from there on. Blank lines are
 * kept, as {@link blankLine}, where declarations and attributes begin and between comments.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = skipTrivia(text, 0);
  let leading = linesIn(text.slice(0, start), "{", "{", text.charAt(start));
  // The brackets around, innermost last: blank lines only matter in braces and outside of all brackets.
  const open: string[] = [];
  for (;;) {
    const end = start < text.length ? tokenEnd(text, start) : start;
    const next = skipTrivia(text, end);
    const between = text.slice(end, next);
    const newline = lineOf(between);
    const token = text.slice(start, end);
    tokens.push({ text: token, leading, trailing: trim(between.slice(0, newline)) });
    if (token === "") return tokens;
    if ("{[(<".includes(token)) open.push(token);
    else if ("}])>".includes(token)) open.pop();
    leading = linesIn(between.slice(newline), token, open.at(-1) ?? "{", text.charAt(next));
    start = next;
  }
}

/** Every comment, in order. */
export function commentsOf(tokens: readonly Token[]): readonly string[] {
  const behind = tokens.flatMap(({ leading, trailing }) => [...leading, trailing]);
  return behind.filter((comment) => comment !== "" && comment !== blankLine);
}

/**
 * Gives every list in braces a comma behind its last item, before a comment that stands there. Declarations in braces
 * are no list: they end with `;`.
 */
export function withCommas(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1)?.text ?? "{";
    if (token.text === "}" && last !== "," && last !== "{" && last !== ";") {
      result.push({ text: ",", leading: none, trailing: "" });
      moveComment(result);
    }
    result.push(token);
    moveComment(result);
  }
  return result;
}

/** A comment behind an item and before its comma comes to stand behind the comma. */
function moveComment(tokens: Token[]): void {
  const comma = tokens.at(-1);
  const item = tokens.at(-2);
  if (comma?.text !== "," || item === undefined || item.trailing === "") return;
  if (comma.leading.length > 0 || comma.trailing !== "") return;
  tokens.splice(-2, 2, { ...item, trailing: "" }, { ...comma, trailing: item.trailing });
}

/** The comments between two tokens, and the blank lines that matter, within the brackets `around`. */
function linesIn(trivia: string, before: string, around: string, behind: string): readonly string[] {
  if (!trivia.includes("\n") && !trivia.includes("//")) return none;
  const lines: string[] = [];
  let start = 0;
  for (let at = trivia.indexOf("//"); at !== -1; at = trivia.indexOf("//", start)) {
    if (isBlank(trivia.slice(start, at)) && (lines.length > 0 || before !== "{")) lines.push(blankLine);
    start = lineEnd(trivia, at);
    lines.push(trim(trivia.slice(at, start)));
  }
  const atEdge = behind === "}" || behind === "" || (lines.length === 0 && before === "{");
  if (isBlank(trivia.slice(start)) && !atEdge) lines.push(blankLine);
  const begins = around === "{" && [";", "{", "}", ","].includes(before);
  return begins ? lines : lines.filter((line) => line !== blankLine);
}

/** Whether white space, which begins at the end of a line, has an empty line in it. */
function isBlank(space: string): boolean {
  return /(?:\r\n?|\n)[^\r\n]*(?:\r\n?|\n)/.test(space);
}

function tokenEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  word.lastIndex = start;
  if (word.test(text)) return word.lastIndex;
  return text.startsWith("::", start) ? start + 2 : start + 1;
}
