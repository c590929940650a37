import type { Expression } from "../ast.ts";

/** How tightly an expression holds together: an operand that is looser than its place allows needs parentheses. */
export type Precedence = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The levels of the grammar, from `if` to what may stand before a dot. */
export const levels: {
  readonly [level in "anything" | "or" | "and" | "relation" | "sum" | "product" | "unary" | "member"]: Precedence;
} = { anything: 0, or: 1, and: 2, relation: 3, sum: 4, product: 5, unary: 6, member: 7 };

/**
 * The level at which an expression is written.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html
 */
export function precedenceOf(expression: Expression): Precedence {
  switch (expression.kind) {
    case "if":
      return levels.anything;
    case "or":
      return levels.or;
    case "and":
      return levels.and;
    case "relation":
    case "has":
    case "like":
    case "is":
      return levels.relation;
    case "sum":
      return levels.sum;
    case "product":
      return levels.product;
    case "not":
    case "negate":
      return levels.unary;
    case "long":
      return expression.value < 0 ? levels.unary : levels.member;
    case "boolean":
    case "string":
    case "entity":
    case "variable":
    case "slot":
    case "set":
    case "record":
    case "attribute":
    case "method":
    case "isEmpty":
    case "extension":
      return levels.member;
  }
}
