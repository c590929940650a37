export type * from "./ast.ts";
// Names, printing and walking.
export { nestingOf } from "./depth.ts";
export { equalTrees } from "./equal-trees.ts";
export { type CallStyle, extensionFunctions } from "./extension-functions.ts";
// Reading.
export { catalogue as syntaxCatalogue, type SyntaxCode } from "./faults/catalogue.ts";
export { maxNesting } from "./limits.ts";
export { isIdentifier, isName, isReserved, isWord } from "./names.ts";
export { parseEntityUid, parseExpression, parseName, parsePolicies, parsePolicy } from "./parse.ts";
export { printExpression } from "./print/expression.ts";
export { printPolicies, printPolicy } from "./print/policy.ts";
export { escapeEach, escapeText, quoteString } from "./quote.ts";
export { childrenOf, type Visit, type Visitor, visit } from "./visit.ts";
export { type ChildKeys, childKeys, type NodeOfKind } from "./visit-keys.ts";
