import type { Expression, Node } from "../ast.ts";

/** The levels of the grammar, from `if` to what may stand before a dot. */
export const levels = { anything: 0, or: 1, and: 2, relation: 3, sum: 4, product: 5, unary: 6, member: 7 } as const;

const looseKinds: { readonly [kind in Expression["kind"]]?: number } = {
  if: levels.anything,
  or: levels.or,
  and: levels.and,
  relation: levels.relation,
  has: levels.relation,
  like: levels.relation,
  is: levels.relation,
  sum: levels.sum,
  product: levels.product,
  not: levels.unary,
  negate: levels.unary,
};

/**
 * The level at which an expression is written: an operand that is looser than its place allows needs parentheses.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html
 */
export function precedenceOf(expression: Expression): number {
  if (expression.kind === "long" && expression.value < 0) return levels.unary;
  return looseKinds[expression.kind] ?? levels.member;
}

/**
 * The level at which operands need no parentheses. Of a method and of the extension functions that are written like one
 * this is about what stands before the dot; where there is no level, all are inside brackets of their own.
 */
export const operandLevels: { readonly [kind in Node["kind"]]?: number } = {
  or: levels.and,
  and: levels.relation,
  relation: levels.sum,
  has: levels.sum,
  like: levels.sum,
  is: levels.sum,
  sum: levels.product,
  product: levels.unary,
  not: levels.member,
  negate: levels.member,
  attribute: levels.member,
  method: levels.member,
  isEmpty: levels.member,
  extension: levels.member,
};
