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
  return hasSpecial(raw) ? readEscapes(raw, false) : { pieces: [raw], faults: none };
}

/**
 * Reads the raw text of a pattern. A `*` is a wildcard however it is written: `\x2a` too, since the reference looks at
 * the characters only after the escapes. The one way to mean the character itself is `\*`.
 */
export function unescapePattern(raw: string): Unescaped {
  return readEscapes(raw, true);
}

const none: readonly string[] = Object.freeze([]);

function hasSpecial(raw: string): boolean {
  return raw.includes("\\") || raw.includes("\r");
}

const simple: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["0", "\0"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
]);

function readEscapes(raw: string, pattern: boolean): Unescaped {
  const pieces: [string, ...string[]] = [""];
  const faults: string[] = [];
  let piece = "";
  let at = 0;
  // Runs of what stands for itself are taken whole; only these three need a look.
  const special = /[\\\r*]/g;
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(raw);
    if (found === null) break;
    const { index } = found;
    piece += raw.substring(at, index);
    at = index + 1;
    let character: string | undefined = found[0];
    if (character === "\\") {
      const next = raw[at];
      if (pattern && next === "*") {
        piece += "*";
        at++;
        continue;
      }
      const sequence = readEscape(raw, at);
      character = sequence.character;
      at = sequence.end;
    } else if (character === "\r") {
      character = undefined;
    }
    if (character === undefined) faults.push(raw.substring(index, at));
    else if (pattern && character === "*") {
      pieces[pieces.length - 1] = piece;
      pieces.push("");
      piece = "";
    } else piece += character;
  }
  pieces[pieces.length - 1] = piece + raw.substring(at);
  return { pieces, faults };
}

interface Escape {
  /** What the sequence stands for, or `undefined` if it is not valid. */
  readonly character: string | undefined;
  /** Where reading stopped: right behind the last character that was looked at. */
  readonly end: number;
}

/** Reads what follows a backslash. */
function readEscape(raw: string, start: number): Escape {
  const letter = codePointText(raw, start);
  const at = start + letter.length;
  const plain = simple.get(letter);
  if (plain !== undefined) return { character: plain, end: at };
  if (letter === "x") return readHex(raw, at);
  if (letter === "u") return readUnicode(raw, at);
  return { character: undefined, end: at };
}

function readHex(raw: string, start: number): Escape {
  const high = codePointText(raw, start);
  let end = start + high.length;
  if (!isHexDigit(high)) return { character: undefined, end };
  const low = codePointText(raw, end);
  end += low.length;
  if (!isHexDigit(low)) return { character: undefined, end };
  const code = Number.parseInt(high + low, 16);
  return { character: code > 0x7f ? undefined : String.fromCharCode(code), end };
}

function readUnicode(raw: string, start: number): Escape {
  const brace = codePointText(raw, start);
  let end = start + brace.length;
  if (brace !== "{") return { character: undefined, end };
  let digits = "";
  let count = 0;
  for (;;) {
    const character = codePointText(raw, end);
    end += character.length;
    if (character === "_" && count > 0) continue;
    if (character === "}" && count > 0) break;
    if (!isHexDigit(character)) return { character: undefined, end };
    if (++count <= 6) digits += character;
  }
  const code = Number.parseInt(digits, 16);
  const valid = count <= 6 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return { character: valid ? String.fromCodePoint(code) : undefined, end };
}

/** The code point at this offset as text, empty at the end. */
function codePointText(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : code > 0xffff ? text.substring(at, at + 2) : text.charAt(at);
}

function isHexDigit(character: string): boolean {
  return /^[0-9A-Fa-f]$/.test(character);
}
