import { type JsonFraction, jsonFraction } from "./json-value.ts";

/** The offset behind the number literal that starts at `start` (RFC 8259, section 6), or -1 - offset of what is wrong. */
export function scanNumber(text: string, start: number): number {
  let at = text.charCodeAt(start) === 0x2d ? start + 1 : start;
  if (!isDigit(text, at)) return -1 - at;
  const zero = text.charCodeAt(at) === 0x30;
  at = afterDigits(text, at);
  if (zero && text.charCodeAt(start) === 0x30 && at > start + 1) return -1 - (start + 1);
  if (zero && text.charCodeAt(start) === 0x2d && at > start + 2) return -1 - (start + 2);
  if (text.charCodeAt(at) === 0x2e) {
    if (!isDigit(text, at + 1)) return -1 - (at + 1);
    at = afterDigits(text, at + 1);
  }
  if ((text.charCodeAt(at) | 0x20) === 0x65) {
    const sign = text.charCodeAt(at + 1);
    at += sign === 0x2b || sign === 0x2d ? 2 : 1;
    if (!isDigit(text, at)) return -1 - at;
    at = afterDigits(text, at);
  }
  return at;
}

/** No 64-bit integer is this long. Longer ones stay text, for a reader to refuse: making a bigint is not linear. */
const mostDigits = 40;

/** The value of a number literal that {@link scanNumber} accepted. */
export function decodeNumber(literal: string): number | bigint | JsonFraction {
  if (literal.length <= 15) {
    const value = Number(literal);
    // A plain integer prints as it was written; `-0` does not (it is a float to serde, too), and `1e+21` is not safe.
    return Number.isSafeInteger(value) && String(value) === literal ? value : jsonFraction(literal);
  }
  if (literal.length > mostDigits || !/^-?\d+$/.test(literal)) return jsonFraction(literal);
  const exact = BigInt(literal);
  const value = Number(exact);
  return Number.isSafeInteger(value) ? value : exact;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

function afterDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text, at)) at++;
  return at;
}
