/** The text with `change` done to what stands between, before and behind its strings and comments. */
export function mapCode(text: string, change: (code: string) => string): string {
  let output = "";
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const end = text[at] === '"' ? stringEnd(text, at) : text.startsWith("//", at) ? lineEnd(text, at) : at;
    if (end === at) {
      at += 1;
    } else {
      output += change(text.slice(start, at)) + text.slice(at, end);
      at = end;
      start = end;
    }
  }
  return output + change(text.slice(start));
}

/** Where the white space and the comments that start at `from` end. */
export function skipTrivia(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isWhiteSpace(text.charCodeAt(at))) at += 1;
    else if (text.startsWith("//", at)) at = lineEnd(text, at);
    else break;
  }
  return at;
}

/** Where, between two tokens, the line of the first ends. */
export function lineOf(between: string): number {
  const newline = between.indexOf("\n");
  return newline === -1 ? between.length : newline;
}

/** Where the string literal or the comment that starts at `start` ends. */
export function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === '"') return at + 1;
  }
  return text.length;
}

/** Where the line that `from` lies in ends, before its line break. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** Removes white space at both ends, as Unicode (and so Cedar) has it: with U+0085 and without U+FEFF. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether a UTF-16 code unit is white space to Cedar. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
