const quote = 0x22;
const backslash = 0x5c;
const slash = 0x2f;
const semicolon = 0x3b;

/**
 * Cuts a text of policies into parts of at least `size` UTF-16 units, each of whole policies: behind semicolons that
 * are in no string and no comment. If the text is wrong, so may the parts be; then none of them need be believed.
 */
export function* splitPolicies(
  text: string,
  size: number,
): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = endOfString(text, at);
    } else if (unit === slash && text.charCodeAt(at + 1) === slash) {
      at = endOfComment(text, at);
    } else if (unit === semicolon && at - start >= size) {
      yield { start, end: at + 1 };
      start = at + 1;
    }
  }
  if (start < text.length) yield { start, end: text.length };
}

/** The closing quote of the string that begins here. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === backslash) at += 1;
  }
  return text.length;
}

/** The end of the line; any line break of Cedar's ends a comment. */
function endOfComment(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) return at;
  }
  return text.length;
}
