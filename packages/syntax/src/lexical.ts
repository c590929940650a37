/**
 * What policies and schemas share below the grammar: words, names and the escapes of strings. For packages that read
 * Cedar texts of their own and do not want the policy grammar.
 */
export { type Unescaped, unescapeString } from "./escape.ts";
export { readToken, type Token } from "./faults/tokens.ts";
export { isIdentifier, isName, isReserved, isWord } from "./names.ts";
export { type Scan, scan } from "./scan.ts";
