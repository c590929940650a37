// With the `u` flag this matches only surrogates that are no pair.
const loneSurrogate = /[\ud800-\udfff]/u;

/** A text of a runtime that may have ES2024: it mostly knows the answer without a look at the characters. */
interface Text {
  readonly isWellFormed?: () => boolean;
}

/** Whether a text is whole characters, without a half of a surrogate pair: Rust's strings, and so Cedar's, have to be. */
export function isWellFormed(text: string): boolean {
  return (text as Text).isWellFormed?.() ?? !loneSurrogate.test(text);
}
