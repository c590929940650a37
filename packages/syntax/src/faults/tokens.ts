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

const keywords: ReadonlyMap<string, string> = new Map(
  [
    "true",
    "false",
    "if",
    "permit",
    "forbid",
    "when",
    "unless",
    "in",
    "has",
    "like",
    "is",
    "then",
    "else",
    "principal",
    "action",
    "resource",
    "context",
  ].map((word) => [word, word.toUpperCase()]),
);

const signs: ReadonlySet<string> = new Set("@.,;:()[]{}<>+-*/%!=");
const longSigns: ReadonlySet<string> = new Set(["::", "==", "!=", "<=", ">=", "||", "&&"]);

/** The first token at or after an offset; `"EOF"` at the end. A scan for the error path, apart from the grammar's. */
export function readToken(text: string, offset: number): Token {
  const start = skipBlank(text, offset);
  if (start >= text.length) return { kind: "EOF", start, end: start };
  const code = text.charCodeAt(start);
  if (isWordStart(code)) {
    const end = skipWord(text, start);
    return { kind: keywords.get(text.substring(start, end)) ?? "IDENTIFIER", start, end };
  }
  if (isDigit(code)) {
    let end = start + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    return { kind: "NUMBER", start, end };
  }
  if (code === quotationMark) {
    const end = stringEnd(text, start);
    return end === undefined ? { kind: undefined, start, end: start + 1 } : { kind: "STRINGLIT", start, end };
  }
  if (code === questionMark && isWordStart(text.charCodeAt(start + 1))) {
    const end = skipWord(text, start + 1);
    return { kind: slotKind(text.substring(start, end)), start, end };
  }
  const pair = text.substring(start, start + 2);
  if (longSigns.has(pair)) return { kind: `"${pair}"`, start, end: start + 2 };
  const character = text.charAt(start);
  if (signs.has(character)) return { kind: `"${character}"`, start, end: start + 1 };
  const length = (text.codePointAt(start) as number) > 0xffff ? 2 : 1;
  return { kind: undefined, start, end: start + length };
}

const quotationMark = 34;
const questionMark = 63;
const backslash = 92;

function slotKind(text: string): string {
  if (text === "?principal") return "PRINCIPAL_SLOT";
  return text === "?resource" ? "RESOURCE_SLOT" : "OTHER_SLOT";
}

function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quotationMark) return at + 1;
    if (code === backslash && isLineFeed(text.charCodeAt(++at))) return undefined;
  }
  return undefined;
}

/** Passes over white space as Unicode has it (not as JavaScript's `\s` has it), and over comments. */
function skipBlank(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    if (isSpace(text.charCodeAt(at))) at++;
    else if (text.startsWith("//", at)) {
      while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    } else return at;
  }
}

function skipWord(text: string, start: number): number {
  let at = start + 1;
  while (isWordStart(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLineFeed(code: number): boolean {
  return code === 10;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function isSpace(code: number): boolean {
  if (code < 0x85) return code === 32 || (code >= 9 && code <= 13);
  if (code >= 0x2000 && code <= 0x200a) return true;
  return wideSpaces.has(code);
}

const wideSpaces: ReadonlySet<number> = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);
