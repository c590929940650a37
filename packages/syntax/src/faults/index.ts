/**
 * Finding what is wrong in a text that a grammar refused, by an LL(1) table of that grammar: for packages that read
 * Cedar texts of their own. Not meant for others; it may change with any version.
 */
export { enumerate, expectedOf } from "./expected.ts";
export { type Rule, type SyntaxTable, syntaxTable } from "./rules.ts";
export { type Checkpoint, ParserStack, type Pending } from "./stack.ts";
export { type Token, type TokenReader, tokenReader } from "./tokens.ts";
