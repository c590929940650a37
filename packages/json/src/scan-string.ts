import type { JsonCode } from "./catalogue.ts";

const quote = 0x22;
const backslash = 0x5c;

/** What is wrong with a string literal, and where. */
export interface StringFault {
  readonly code: JsonCode;
  readonly start: number;
  readonly end: number;
}

/**
 * The end of the string literal whose opening quote is at `start`: the offset behind its closing quote, negated if it
 * has escapes; or what is wrong with it.
 */
export function scanString(text: string, start: number): number | StringFault {
  let escaped = false;
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) return escaped ? -(at + 1) : at + 1;
    if (code === backslash) {
      const next = scanEscape(text, at);
      if (typeof next !== "number") return next;
      escaped = true;
      at = next;
    } else if (code >= 0x20 && (code < 0xd800 || code > 0xdfff)) {
      at++;
    } else if (code >= 0xd800) {
      if (code >= 0xdc00 || !isLow(text.charCodeAt(at + 1))) return fault("json/lone-surrogate", at, at + 1);
      at += 2;
    } else if (at >= text.length) {
      return fault("json/unexpected-end", text.length, text.length);
    } else {
      return fault("json/control-character", at, at + 1);
    }
  }
}

/** The text of the literal from `start` to `end`, as {@link scanString} gave it. */
export function decodeString(text: string, start: number, end: number, escaped: boolean): string {
  return escaped ? (JSON.parse(text.slice(start, end)) as string) : text.slice(start + 1, end - 1);
}

function scanEscape(text: string, at: number): number | StringFault {
  const letter = text[at + 1];
  if (letter === undefined) return fault("json/unexpected-end", text.length, text.length);
  if ('"\\/bfnrt'.includes(letter)) return at + 2;
  const unit = letter === "u" ? hexUnit(text, at + 2) : -1;
  if (unit < 0) return fault("json/invalid-escape", at, Math.min(at + (letter === "u" ? 6 : 2), text.length));
  if (unit < 0xd800 || unit > 0xdfff) return at + 6;
  if (unit < 0xdc00 && text.startsWith("\\u", at + 6) && isLow(hexUnit(text, at + 8))) return at + 12;
  return fault("json/lone-surrogate", at, at + 6);
}

function hexUnit(text: string, at: number): number {
  let unit = 0;
  for (let i = at; i < at + 4; i++) {
    const code = text.charCodeAt(i) | 0x20;
    const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
    if (digit < 0 || text.charCodeAt(i) < 0x30) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function fault(code: JsonCode, start: number, end: number): StringFault {
  return { code, start, end };
}
