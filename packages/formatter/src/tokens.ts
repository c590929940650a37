/** A token of valid Cedar text and the comments that belong to it. */
export interface Token {
  readonly text: string;
  /** The comments on the lines before it. */
  readonly leading: readonly string[];
  /** The comment behind it on its line, or `""`. */
  readonly trailing: string;
}

/** The tokens of a text, and the comments after the last of them. */
export interface TokenStream {
  readonly tokens: readonly Token[];
  readonly rest: readonly string[];
}

const word = /[0-9]+|[_a-zA-Z][_a-zA-Z0-9]*/y;
const twoCharacters = new Set(["::", "==", "!=", "<=", ">=", "||", "&&"]);
const none: readonly string[] = [];

/**
 * How a comment is read that stands between a string and an operator, in the column of the operator on the next line:
 * as standing behind the string, or as moved up from the line below it.
 */
export type CommentPlace = "behind" | "below";

/**
 * Splits valid Cedar text into tokens. What stands between two tokens belongs to the first up to the end of its line,
 * and to the second from there on.
 */
export function tokenize(text: string, place: CommentPlace): TokenStream {
  const tokens: Token[] = [];
  let start = skipTrivia(text, 0);
  let leading = commentsIn(text.slice(0, start));
  while (start < text.length) {
    const end = tokenEnd(text, start);
    const next = skipTrivia(text, end);
    if (next - end < 2) {
      tokens.push({ text: text.slice(start, end), leading, trailing: "" });
      leading = none;
      start = next;
      continue;
    }
    const between = text.slice(end, next);
    const below = place === "below" && text[start] === '"' && isMovedUp(between, text[next]);
    const newline = below ? 0 : lineOf(between);
    tokens.push({ text: text.slice(start, end), leading, trailing: trim(between.slice(0, newline)) });
    leading = commentsIn(between.slice(newline));
    start = next;
  }
  return { tokens, rest: leading };
}

function isMovedUp(between: string, following: string | undefined): boolean {
  const column = between.length - between.lastIndexOf("\n") - 1;
  return between.indexOf("//") === column && following !== undefined && !")]},;:.[(".includes(following);
}

function lineOf(between: string): number {
  const newline = between.indexOf("\n");
  return newline === -1 ? between.length : newline;
}

/** Every comment of a text, in order. */
export function commentsOf(text: string): readonly string[] {
  const { tokens, rest } = tokenize(text, "behind");
  const behind = tokens.flatMap(({ leading, trailing }) => [...leading, ...commentsIn(trailing)]);
  return [...behind, ...rest];
}

/** Every comment of a text that has no strings, without surrounding white space. */
function commentsIn(trivia: string): readonly string[] {
  if (!trivia.includes("//")) return none;
  const comments: string[] = [];
  for (let at = trivia.indexOf("//"); at !== -1; ) {
    const end = lineEnd(trivia, at);
    comments.push(trim(trivia.slice(at, end)));
    at = trivia.indexOf("//", end);
  }
  return comments;
}

function skipTrivia(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isWhiteSpace(text.charCodeAt(at))) at += 1;
    else if (text.startsWith("//", at)) at = lineEnd(text, at);
    else break;
  }
  return at;
}

function tokenEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  word.lastIndex = text[start] === "?" ? start + 1 : start;
  if (word.test(text)) return word.lastIndex;
  return twoCharacters.has(text.slice(start, start + 2)) ? start + 2 : start + 1;
}

/** Where the string literal or the comment that starts at `start` ends. */
export function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === '"') return at + 1;
  }
  return text.length;
}

/** Where the line that `from` lies in ends, before its line break. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** Removes white space at both ends, as Unicode (and so Cedar) has it: with U+0085 and without U+FEFF. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether a UTF-16 code unit is white space to Cedar. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
