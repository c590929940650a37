import type { Expression } from "../ast.ts";
import { printExpression } from "../print/expression.ts";

/** An expression as messages cite it. */
export function printTree(expression: Expression): string {
  return printExpression(expression);
}
