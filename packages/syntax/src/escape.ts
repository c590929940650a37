/**
 * Escape sequences of string literals and of `like` patterns, as Rust reads them: `\n \r \t \\ \0 \' \"`, `\x41` up to
 * `\x7f` and `\u{1f600}` with one to six digits, which `_` may part.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#datatype-string
 */
export interface Unescaped {
  /** The pieces between the wildcards; a string literal has exactly one. */
  readonly pieces: readonly [string, ...string[]];
  /** The sequences that are not valid, as written, in source order. */
  readonly faults: readonly string[];
}

/** Reads the raw text of a string literal, which is what stands between its quotes. */
export function unescapeString(raw: string): Unescaped {
  return /[\\\r]/.test(raw) ? readEscapes(raw, false) : { pieces: [raw], faults: [] };
}

/**
 * Reads the raw text of a pattern. A `*` is a wildcard however it is written: `\x2a` too, since the reference looks at
 * the characters only after the escapes. The one way to mean the character itself is `\*`.
 */
export function unescapePattern(raw: string): Unescaped {
  return readEscapes(raw, true);
}

// What needs a look: a sequence as far as it is looked at, which is up to the first character that it cannot have.
const sequences = /[\r*]|\\(?:x[\dA-Fa-f]?.?|u\{(?:[\dA-Fa-f][\dA-Fa-f_]*)?.?|u.?|.?)/gsu;
const numeric = /^\\(?:x([0-7][\dA-Fa-f])|u\{([\dA-Fa-f_]+)\})$/;

function readEscapes(raw: string, pattern: boolean): Unescaped {
  const pieces: [string, ...string[]] = [""];
  const faults: string[] = [];
  let piece = "";
  let at = 0;
  for (const { 0: sequence, index } of raw.matchAll(sequences)) {
    piece += raw.substring(at, index);
    at = index + sequence.length;
    if (pattern && sequence === "\\*") {
      piece += "*";
      continue;
    }
    const character = characterOf(sequence);
    if (character === undefined) faults.push(sequence);
    else if (pattern && character === "*") {
      pieces[pieces.length - 1] = piece;
      pieces.push("");
      piece = "";
    } else piece += character;
  }
  pieces[pieces.length - 1] = piece + raw.substring(at);
  return { pieces, faults };
}

/** What a sequence stands for, `undefined` if it is not valid. */
function characterOf(sequence: string): string | undefined {
  if (sequence === "*") return sequence;
  const letter = sequence.length === 2 ? "nrt0\\'\"".indexOf(sequence.charAt(1)) : -1;
  if (letter >= 0) return "\n\r\t\0\\'\"".charAt(letter);
  const found = numeric.exec(sequence);
  const digits = (found?.[1] ?? found?.[2] ?? "").replaceAll("_", "");
  const code = Number.parseInt(digits, 16);
  const valid = digits.length <= 6 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : undefined;
}
