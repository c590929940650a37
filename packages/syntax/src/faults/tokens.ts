import { skipBlank, skipString, skipWord } from "../scan.ts";

/**
 * The kinds of tokens of the policy grammar, by the names that order the "expected …" lists of the reference: quoted
 * for signs, in capitals for words and for whole classes of tokens.
 */
export interface Token {
  /** `undefined` for what is no token at all. */
  readonly kind: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The words with a meaning of their own, parted by blanks; all but the first three can be identifiers. */
export const keywords: string =
  "true false if permit forbid when unless in has like is then else principal action resource context";

const keywordKinds: ReadonlyMap<string, string> = new Map(
  keywords.split(" ").map((word) => [word, word.toUpperCase()]),
);

const signs = ":: == != <= >= || && @ . , ; : ( ) [ ] { } < > + - * / % ! =".split(" ");
const signKinds: ReadonlyMap<string, string> = new Map(signs.map((sign) => [sign, `"${sign}"`]));

/** The first token at or after an offset; `"EOF"` at the end. A scan for the error path, apart from the grammar's. */
export function readToken(text: string, offset: number): Token {
  const start = skipBlank(text, offset);
  if (start >= text.length) return { kind: "EOF", start, end: start };
  let end = skipWord(text, start);
  if (end > start) return { kind: keywordKinds.get(text.substring(start, end)) ?? "IDENTIFIER", start, end };
  while (isDigit(text.charCodeAt(end))) end++;
  if (end > start) return { kind: "NUMBER", start, end };
  end = skipString(text, start);
  if (end > start) return { kind: "STRINGLIT", start, end };
  end = skipWord(text, start + 1);
  if (text.startsWith("?", start) && end > start + 1) return { kind: slotKind(text.substring(start, end)), start, end };
  for (const length of [2, 1]) {
    const sign = text.substring(start, start + length);
    const kind = signKinds.get(sign);
    if (kind !== undefined) return { kind, start, end: start + sign.length };
  }
  return { kind: undefined, start, end: start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function slotKind(text: string): string {
  if (text === "?principal") return "PRINCIPAL_SLOT";
  return text === "?resource" ? "RESOURCE_SLOT" : "OTHER_SLOT";
}
