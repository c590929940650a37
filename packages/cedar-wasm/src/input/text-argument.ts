import { reject } from "./reject.ts";

/**
 * A text that is an argument of its own, as the reference receives it: each half of a surrogate pair becomes U+FFFD.
 * Throws if it is no text, where the reference reads memory that is not its own.
 */
export function textArgument(value: unknown, name: string): string {
  if (typeof value !== "string") reject(`invalid type: ${typeof value}, expected a string`, [name]);
  return value.replace(/[\ud800-\udfff]/gu, "\uFFFD");
}
