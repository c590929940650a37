import { skipBlank, skipString, skipWord } from "../scan.ts";

/**
 * The kinds of tokens of a grammar, by the names that order the "expected …" lists of the reference: quoted for signs,
 * in capitals for words and for whole classes of tokens.
 */
export interface Token {
  /** `undefined` for what is no token at all. */
  readonly kind: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Gives the first token at or after an offset; `"EOF"` at the end. */
export type TokenReader = (text: string, offset: number) => Token;

/**
 * A scan for the error path, apart from the grammar's.
 *
 * @param words the words with a meaning of their own, parted by blanks
 * @param signs the signs, of one or two characters, parted by blanks
 */
export function tokenReader(words: string, signs: string): TokenReader {
  const kinds = new Map<string, string>();
  for (const word of words.split(" ")) kinds.set(word, word.toUpperCase());
  for (const sign of signs.split(" ")) kinds.set(sign, `"${sign}"`);
  const longer = signs.split(" ").filter(({ length }) => length > 1);
  return (text, offset) => {
    const start = skipBlank(text, offset);
    if (start >= text.length) return { kind: "EOF", start, end: start };
    let end = skipWord(text, start);
    if (end > start) return { kind: kinds.get(text.substring(start, end)) ?? "IDENTIFIER", start, end };
    while (isDigit(text.charCodeAt(end))) end++;
    if (end > start) return { kind: "NUMBER", start, end };
    end = skipString(text, start);
    if (end > start) return { kind: "STRINGLIT", start, end };
    const sign = longer.find((each) => text.startsWith(each, start)) ?? text.charAt(start);
    const kind = kinds.get(sign);
    if (kind !== undefined) return { kind, start, end: start + sign.length };
    return { kind, start, end: start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1) };
  };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The words of policies with a meaning of their own; all but the first three can be identifiers. */
export const keywords: string =
  "true false if permit forbid when unless in has like is then else principal action resource context";

const read: TokenReader = tokenReader(keywords, ":: == != <= >= || && @ . , ; : ( ) [ ] { } < > + - * / % ! =");

/** The first token of a policy text at or after an offset. */
export function readToken(text: string, offset: number): Token {
  const token = read(text, offset);
  const { start } = token;
  const end = token.kind === undefined && text.startsWith("?", start) ? skipWord(text, start + 1) : start;
  return end > start + 1 ? { kind: slotKind(text.substring(start, end)), start, end } : token;
}

function slotKind(text: string): string {
  if (text === "?principal") return "PRINCIPAL_SLOT";
  return text === "?resource" ? "RESOURCE_SLOT" : "OTHER_SLOT";
}
