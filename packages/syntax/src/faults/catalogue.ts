import { type Diagnostic, errorOf, type Span } from "@deodar/diagnostics";

/**
 * What can be wrong with a policy text, in the words of Cedar's reference implementation; `{word}` stands for a word
 * that depends on the case. Each code has its page in docs/diagnostics/syntax.
 */
export const catalogue = {
  "syntax/unexpected-token": { message: "unexpected token `{token}`" },
  "syntax/unexpected-end": { message: "unexpected end of input" },
  "syntax/invalid-token": { message: "invalid token", help: "{hint}" },
  "syntax/integer-too-long": { message: "integer parse error: number too large to fit in target type" },
  "syntax/nesting-too-deep": {
    message: "the expression is nested too deep",
    help: "brackets and `if`s may stand at most {limit} deep inside each other",
  },
  "syntax/duplicate-annotation": { message: "duplicate annotation: @{key}" },
  "syntax/slot-in-condition": {
    message: "found template slot {slot} in a `{clause}` clause",
    help: "slots are currently unsupported in `{clause}` clauses",
  },
  "syntax/missing-scope-variable": {
    message: "this policy is missing the `{variable}` variable in the scope",
    help: "policy scopes must contain a `principal`, `action`, and `resource` element in that order",
  },
  "syntax/extra-scope-element": {
    message: "this policy has an extra element in the scope: {element}",
    help: "policy scopes must contain a `principal`, `action`, and `resource` element in that order",
  },
  "syntax/reserved-identifier": { message: "this identifier is reserved and cannot be used: {identifier}" },
  "syntax/single-equals": { message: "'=' is not a valid operator in Cedar", help: "try using '==' instead" },
  "syntax/invalid-effect": {
    message: "invalid policy effect: {identifier}",
    help: "effect must be either `permit` or `forbid`",
  },
  "syntax/invalid-condition": {
    message: "invalid policy condition: {identifier}",
    help: "condition must be either `when` or `unless`",
  },
  "syntax/invalid-scope-variable": {
    message: "found an invalid variable in the policy scope: {identifier}",
    help: "policy scopes must contain a `principal`, `action`, and `resource` element in that order",
  },
  "syntax/misplaced-scope-variable": {
    message: "found the variable `{found}` where the variable `{expected}` must be used",
    help: "policy scopes must contain a `principal`, `action`, and `resource` element in that order",
  },
  "syntax/invalid-scope-operator": {
    message: "invalid operator in the policy scope: {operator}",
    help: "policy scope clauses can only use `==`, `in`, `is`, or `_ is _ in _`",
  },
  "syntax/invalid-action-operator": {
    message: "invalid operator in the action scope: {operator}",
    help: "action scope clauses can only use `==` or `in`",
  },
  "syntax/is-in-action-scope": {
    message: "`is` cannot appear in the action scope",
    help: "try moving `action is ..` into a `when` condition",
  },
  "syntax/is-with-equals": { message: "`is` cannot be used together with `==`", help: "try using `_ is _ in _`" },
  "syntax/inverted-is-in": {
    message: "when `is` and `in` are used together, `is` must come first",
    help: "try `_ is _ in _`",
  },
  "syntax/invalid-action-type": {
    message: "expected {subject} with type `Action` but got {entities}",
    help: "action entities must have type `Action`, optionally in a namespace",
  },
  "syntax/invalid-scope-entity": { message: "expected {expected}, found {found}", help: "{hint}" },
  "syntax/wrong-scope-argument": { message: "expected {expected}, found {found}" },
  "syntax/type-constraint": {
    message: "type constraints using `:` are not supported",
    help: "try using `is` instead",
  },
  "syntax/invalid-slot": {
    message: "`{slot}` is not a valid template slot",
    help: "a template slot may only be `?principal` or `?resource`",
  },
  "syntax/empty-condition": { message: "`{clause}` condition clause cannot be empty" },
  "syntax/unknown-variable": {
    message: "invalid variable: {name}",
    help: "the valid Cedar variables are `principal`, `action`, `resource`, and `context`; did you mean to enclose `{name}` in quotes to make a string?",
  },
  "syntax/invalid-string": { message: "invalid string literal: {found}" },
  "syntax/invalid-escape": { message: "the input `{escape}` is not a valid escape" },
  "syntax/invalid-pattern": {
    message: "right hand side of a `like` expression must be a pattern literal, but got `{found}`",
  },
  "syntax/invalid-attribute": {
    message: "invalid attribute name: {found}",
    help: "attribute names can either be identifiers or string literals",
  },
  "syntax/invalid-has": {
    message: "invalid RHS of a `has` operation: {found}",
    help: "valid RHS of a `has` operation is either a sequence of identifiers separated by `.` or a string literal",
  },
  "syntax/namespaced-attribute": { message: "`{name}` cannot be used as an attribute as it contains a namespace" },
  "syntax/invalid-entity-type": {
    message: "right hand side of an `is` expression must be an entity type name, but got `{found}`",
    help: "{hint}",
  },
  "syntax/invalid-entity-literal": {
    message: "invalid entity literal: {found}",
    help: 'entity literals should have a form like `Namespace::User::"alice"`',
  },
  "syntax/reserved-name": { message: "The name `{name}` contains `__cedar`, which is reserved" },
  "syntax/ambiguous-relation": {
    message: "multiple relational operators (>, ==, in, etc.) must be used with parentheses to make ordering explicit",
  },
  "syntax/unsupported-division": { message: "division is not supported" },
  "syntax/unsupported-remainder": { message: "remainder/modulo is not supported" },
  "syntax/duplicate-key": { message: "duplicate key `{key}` in record literal" },
  "syntax/integer-too-large": {
    message: "integer literal `{integer}` is too large",
    help: "maximum allowed integer literal is `9223372036854775807`",
  },
  "syntax/too-many-unary-operators": {
    message: "too many occurrences of `{operator}`",
    help: "cannot chain more the 4 applications of a unary operator",
  },
  "syntax/variable-call": {
    message: "`{variable}(...)` is not a valid function call",
    help: "variables cannot be called as functions",
  },
  "syntax/expression-call": { message: "function calls must be of the form `<name>(arg1, arg2, ...)`" },
  "syntax/method-as-function": {
    message: "`{name}` is a method, not a function",
    help: "use a method-style call `e.{name}(..)`",
  },
  "syntax/function-as-method": {
    message: "`{name}` is a function, not a method",
    help: "use a function-style call `{name}(..)`",
  },
  "syntax/unknown-function": { message: "`{name}` is not a valid function", help: "{hint}" },
  "syntax/unknown-method": { message: "`{name}` is not a valid method", help: "{hint}" },
  "syntax/no-methods": { message: "attempted to call `{name}.{method}(...)`, but `{name}` does not have any methods" },
  "syntax/invalid-access": {
    message: "invalid member access `{name}.{field}`, `{name}` has no fields or methods",
  },
  "syntax/invalid-index": { message: 'invalid indexing expression `{name}["{field}"]`, `{name}` has no fields' },
  "syntax/wrong-arity": {
    message: "call to `{name}` requires exactly {expected}, but got {found}",
  },
} as const;

/** The codes of the faults that reading a policy text can find. */
export type SyntaxCode = keyof typeof catalogue;

/** One fault at a place of the text, with the words of its texts filled in; an empty or missing `hint` means no help. */
export function syntaxFault(
  code: SyntaxCode,
  span: Span,
  words: { readonly [word: string]: string } = {},
  label?: string,
): Diagnostic {
  const { start, end } = span;
  return errorOf(code, catalogue[code], words, {
    labels: [label === undefined ? { start, end } : { start, end, text: label }],
  });
}
