/**
 * Identifiers and names. Cedar's words are ASCII: a letter or `_`, then letters, digits and `_`.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html#grammar-ident
 */
const word = /^[A-Za-z_][A-Za-z0-9_]*$/;
const path = /^[A-Za-z_][A-Za-z0-9_]*(?:::[A-Za-z_][A-Za-z0-9_]*)*$/;

const reservedWords: ReadonlySet<string> = new Set([
  "true",
  "false",
  "if",
  "then",
  "else",
  "in",
  "is",
  "like",
  "has",
  "__cedar",
]);

/** Whether a word cannot be an identifier although it looks like one: `if`, `in`, `true`, `__cedar` and so on. */
export function isReserved(text: string): boolean {
  return reservedWords.has(text);
}

/** Whether this text is a word, reserved or not. Annotation keys may be any word. */
export function isWord(text: string): boolean {
  return word.test(text);
}

/**
 * Whether this text is an identifier: a word that is not reserved. Such attribute names and record keys need no quotes.
 */
export function isIdentifier(text: string): boolean {
  return word.test(text) && !reservedWords.has(text);
}

/**
 * Whether this text is the normal form of a name: identifiers joined by `::`, without blanks or comments. Entity types
 * and extension functions have such names; RFC 9 asks for the normal form wherever a name stands inside JSON.
 */
export function isName(text: string): boolean {
  return path.test(text) && text.split("::").every((part) => !reservedWords.has(part));
}
