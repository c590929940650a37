import { lineEnd, lineOf, skipTrivia, stringEnd, trim } from "./trivia.ts";

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

function tokenEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  word.lastIndex = text[start] === "?" ? start + 1 : start;
  if (word.test(text)) return word.lastIndex;
  return twoCharacters.has(text.slice(start, start + 2)) ? start + 2 : start + 1;
}
