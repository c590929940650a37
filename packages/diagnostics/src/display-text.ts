import { lazyPattern } from "./lazy-pattern.ts";

/** What one line of source looks like in a terminal. */
export interface DisplayLine {
  /** The text to print: tabs expanded, nothing in it that a terminal could obey. */
  readonly text: string;
  /** The display column (from 0) of every UTF-16 offset of the line, its end included. */
  readonly columns: readonly number[];
}

const tabWidth = 4;
const firstPictureOfControl = 0x2400;
const pictureOfDelete = "\u2421";
const replacement = "\ufffd";
// Characters without a picture of their own that move text about, hide it or end lines: C1 controls, bidirectional
// controls, invisible separators, tags and unpaired surrogates.
const unprintable =
  /^[\u0080-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e0fff}]$/u;
const zeroWidth = lazyPattern(String.raw`^\p{M}$`, "u");
const wide = lazyPattern(
  String.raw`^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]$`,
  "u",
);

/**
 * Makes a text harmless to print: control characters, so also the escape codes with which a hostile policy could
 * command a terminal, bidirectional overrides and unpaired surrogates become visible stand-ins. Line feeds stay.
 */
export function neutralise(text: string): string {
  let shown = "";
  for (const character of text) shown += character === "\n" ? character : visible(character);
  return shown;
}

/** Lays one line out for printing; `line` holds no line end. */
export function displayLine(line: string): DisplayLine {
  const columns: number[] = [];
  let text = "";
  let column = 0;
  for (const character of line) {
    for (let unit = 0; unit < character.length; unit += 1) columns.push(column);
    const shown = character === "\t" ? " ".repeat(tabWidth - (column % tabWidth)) : visible(character);
    text += shown;
    column += character === "\t" ? shown.length : width(shown);
  }
  columns.push(column);
  return { text, columns };
}

/** How many terminal cells a text takes; its characters must be printable. */
export function displayWidth(text: string): number {
  let total = 0;
  for (const character of text) total += width(character);
  return total;
}

function visible(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return String.fromCharCode(firstPictureOfControl + point);
  if (point === 0x7f) return pictureOfDelete;
  if (point < 0x7f) return character;
  return unprintable.test(character) ? replacement : character;
}

function width(character: string): number {
  if (character < "\u0300") return 1;
  if (zeroWidth().test(character)) return 0;
  return wide().test(character) ? 2 : 1;
}
