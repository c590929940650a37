const firstSurrogate = 0xd800;

// With the `u` flag this matches only surrogates that are no pair.
const loneSurrogate = /[\ud800-\udfff]/u;

/** Whether a text is whole characters, without a half of a surrogate pair: Rust's strings, and so Cedar's, have to be. */
export function isWellFormed(text: string): boolean {
  // Most texts have no surrogate at all, and most are short: calling the pattern would cost more than looking.
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) >= firstSurrogate) return !loneSurrogate.test(text);
  }
  return true;
}
