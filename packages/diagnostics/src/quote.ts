const plain = /^[ !#-&(-[\]-~]*$/;
const unprintable = /["'\\\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;
const unprintableOrExtending =
  /["'\\\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Grapheme_Extend}]|(?! )\p{Zs}/gu;
const extendsNothing = /^\p{Grapheme_Extend}/u;

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
  if (plain.test(text)) return text;
  const escaped = text.replace(unprintable, escapeCharacter);
  return escaped.replace(extendsNothing, escapeCharacter);
}

/** Like {@link escapeText}, but with every combining mark escaped: the reference prints `like` patterns this way. */
export function escapeEach(text: string): string {
  return plain.test(text) ? text : text.replace(unprintableOrExtending, escapeCharacter);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case "\0":
      return "\\0";
    case "\t":
      return "\\t";
    case "\r":
      return "\\r";
    case "\n":
      return "\\n";
    case '"':
    case "'":
    case "\\":
      return `\\${character}`;
    default:
      return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
  }
}
