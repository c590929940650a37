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

// White space as Unicode has it, which is not what `\s` stands for; and comments.
const blank = /(?:[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|\/\/[^\n\r]*)*/y;
const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /[0-9]+/y;

/** The first token at or after an offset; `"EOF"` at the end. A scan for the error path, apart from the grammar's. */
export function readToken(text: string, offset: number): Token {
  const start = skip(blank, text, offset);
  if (start >= text.length) return { kind: "EOF", start, end: start };
  const wordEnd = skip(word, text, start);
  if (wordEnd > start) return { kind: kinds.get(text.substring(start, wordEnd)) ?? "IDENTIFIER", start, end: wordEnd };
  const numberEnd = skip(number, text, start);
  if (numberEnd > start) return { kind: "NUMBER", start, end: numberEnd };
  const character = text.charAt(start);
  if (character === '"') {
    const end = stringEnd(text, start);
    return end === undefined ? { kind: undefined, start, end: start + 1 } : { kind: "STRINGLIT", start, end };
  }
  if (text.startsWith("::", start)) return { kind: '"::"', start, end: start + 2 };
  if (signs.has(character)) return { kind: `"${character}"`, start, end: start + 1 };
  const length = (text.codePointAt(start) as number) > 0xffff ? 2 : 1;
  return { kind: undefined, start, end: start + length };
}

/** Where a match of a sticky expression at this offset ends; the offset itself if there is none. */
function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character === "\\" && text.charAt(++at) === "\n") return undefined;
  }
  return undefined;
}
