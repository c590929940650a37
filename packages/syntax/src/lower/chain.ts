import type { Expression, RelationOperator } from "../ast.ts";
import type { CstChain } from "../cst.ts";
import { finish, lowerExpression, lowerSpecial, spanOf } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";

/** `a && b && c`, `a + b - c` and so on; of comparisons there may be one, not a chain. */
export function lowerChain(lowering: Lowering, node: CstChain): Expression | undefined {
  const { kind, first, rest } = node;
  const head = lowerSpecial(lowering, first);
  const others: Expression[] = [];
  for (const { operator, operand } of rest) {
    const expression = lowerExpression(lowering, operand);
    if (expression === undefined) continue;
    if (operator === "/") refuse(lowering, "syntax/unsupported-division", node);
    else if (operator === "%") refuse(lowering, "syntax/unsupported-remainder", node);
    else others.push(expression);
  }
  if (kind === "compare" && rest.length > 1) return refuse(lowering, "syntax/ambiguous-relation", node);
  if (head === undefined || others.length < rest.length) return undefined;
  const left = finish(lowering, head);
  if (left === undefined) return undefined;
  const span = spanOf(node);
  if (kind === "compare") {
    const { operator } = rest[0];
    return operator === "="
      ? refuse(lowering, "syntax/single-equals", node)
      : { kind: "relation", span, operator: operator as RelationOperator, left, right: others[0] as Expression };
  }
  // `(a && b) && c` is the chain `a && b && c`.
  const operands = (left.kind === kind ? left.operands : [left]).concat(others);
  if (kind !== "sum") return { kind, span, operands };
  const operators = rest.map(({ operator }) => operator as "+" | "-");
  return { kind, span, operands, operators: left.kind === kind ? left.operators.concat(operators) : operators };
}
