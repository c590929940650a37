import { scan } from "@deodar/syntax/lexical";

/**
 * The kinds of tokens of schemas, by the names that order the "expected …" lists of the reference: quoted for signs, in
 * capitals for words and for whole classes of tokens.
 */
export interface Token {
  /** `undefined` for what is no token at all. */
  readonly kind: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The words with a meaning of their own; all of them are identifiers too. */
export const keywords: readonly string[] = [
  "namespace",
  "entity",
  "in",
  "type",
  "Set",
  "appliesTo",
  "principal",
  "action",
  "resource",
  "context",
  "attributes",
  "tags",
  "Long",
  "String",
  "Bool",
  "enum",
];

const kinds: ReadonlyMap<string, string> = new Map(keywords.map((word) => [word, word.toUpperCase()]));
const signs: ReadonlySet<string> = new Set(",;:{}[]<>=?@()");

const { skipBlank, skipWord, skipString } = scan;

/** The first token at or after an offset; `"EOF"` at the end. A scan for the error path, apart from the grammar's. */
export function readToken(text: string, offset: number): Token {
  const start = skipBlank(text, offset);
  if (start >= text.length) return { kind: "EOF", start, end: start };
  const wordEnd = skipWord(text, start);
  if (wordEnd > start) return { kind: kinds.get(text.substring(start, wordEnd)) ?? "IDENTIFIER", start, end: wordEnd };
  let numberEnd = start;
  while (isDigit(text.charCodeAt(numberEnd))) numberEnd++;
  if (numberEnd > start) return { kind: "NUMBER", start, end: numberEnd };
  const character = text.charAt(start);
  if (character === '"') {
    const end = skipString(text, start);
    return end === start ? { kind: undefined, start, end: start + 1 } : { kind: "STRINGLIT", start, end };
  }
  if (text.startsWith("::", start)) return { kind: '"::"', start, end: start + 2 };
  if (signs.has(character)) return { kind: `"${character}"`, start, end: start + 1 };
  const length = (text.codePointAt(start) as number) > 0xffff ? 2 : 1;
  return { kind: undefined, start, end: start + length };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
