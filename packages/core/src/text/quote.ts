// What may stand in quotes as it is: printable ASCII but for both quotes and the backslash.
const plain = /^[ !#-&(-[\]-~]*$/;

// What Rust's standard library escapes, and with it Cedar's reference: control and format characters, surrogates,
// private use, what is not assigned, what has no glyph, and every separator but the space. Each version of Unicode
// makes more characters printable, so that engines may differ in new ones; both forms read back as the same text.
const special = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}"'\\]/gu;
const specialOrCombining = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\p{Grapheme_Extend}"'\\]/gu;
const leadingCombining = /^\p{Grapheme_Extend}/u;

/**
 * The text as a Cedar string literal in double quotes, escaped as Cedar's reference does (Rust's `escape_debug`): both
 * quotes, backslash, `\n`, `\r`, `\t`, `\0`, and `\u{…}` for other characters that do not print and for a combining
 * mark at the beginning. Cedar has no escape for a lone surrogate, so a text that has one does not read back.
 */
export function quoteString(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  const [mark = ""] = leadingCombining.exec(text) ?? [];
  const rest = text.slice(mark.length).replace(special, escapeCharacter);
  return `"${mark === "" ? "" : codePointEscape(mark)}${rest}"`;
}

/**
 * The text in double quotes as Rust's `Debug` gives it, which some messages of Cedar's reference use: as
 * {@link quoteString}, but with single quotes as they are and every combining mark escaped.
 */
export function debugString(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return `"${text.replace(specialOrCombining, (character) => (character === "'" ? character : escapeCharacter(character)))}"`;
}

function escapeCharacter(character: string): string {
  switch (character) {
    case " ":
      return character;
    case '"':
    case "'":
    case "\\":
      return `\\${character}`;
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    case "\0":
      return "\\0";
    default:
      return codePointEscape(character);
  }
}

function codePointEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
