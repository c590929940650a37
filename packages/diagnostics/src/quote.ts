import { lazyPattern } from "./lazy-pattern.ts";

const plain = /^[ !#-&(-[\]-~]*$/;
// What does not show or would end the literal; else what extends the character before it.
const special = lazyPattern(
  String.raw`(["'\\\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs})|\p{Grapheme_Extend}`,
  "gu",
);

/**
 * A string as a Cedar string literal, with its quotes, escaped as Cedar's reference prints strings and entity ids:
 * `\0 \t \r \n \' \" \\`, and `\u{…}` for whatever does not show (controls, format characters, blanks other than the
 * space, unassigned code points) and for a combining mark at the very start.
 *
 * What "does not show" covers grows with Unicode: an engine with an older Unicode version escapes the newest characters,
 * which reads back as the same string. A lone surrogate comes out as `\u{d800}`, which is for people to see: Cedar
 * refuses to read it back.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#datatype-string
 */
export function quote(text: string): string {
  return `"${escapeText(text)}"`;
}

/** What {@link quote} puts between the quotes. */
export function escapeText(text: string): string {
  return escaped(text, false);
}

/** Like {@link escapeText}, but with every combining mark escaped: the reference prints `like` patterns this way. */
export function escapeEach(text: string): string {
  return escaped(text, true);
}

function escaped(text: string, everyMark: boolean): string {
  if (plain.test(text)) return text;
  return text.replace(special(), (character: string, hidden: string | undefined, at: number) =>
    hidden !== undefined || everyMark || at === 0 ? escapeCharacter(character) : character,
  );
}

function escapeCharacter(character: string): string {
  const place = "\0\t\r\n\"'\\".indexOf(character);
  return `\\${"0trn\"'\\"[place] ?? `u{${(character.codePointAt(0) as number).toString(16)}}`}`;
}
