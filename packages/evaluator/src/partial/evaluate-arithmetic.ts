import type { Expression, Product, Sum } from "@deodar/syntax";
import type { Evaluation } from "./evaluate-node.ts";
import { joinProduct, joinSum } from "./join.ts";
import type { PartialEvaluator } from "./partial-evaluator.ts";
import { isFailed, isResidual, residual } from "./residual.ts";
import { expressionOf } from "./value-expression.ts";

/**
 * The operands from left to right, each with its neighbour as soon as both are known. From the first residual on, the
 * rest stays behind it.
 */
export function* evaluateArithmetic(expression: Sum | Product, evaluator: PartialEvaluator): Evaluation {
  const [head, ...rest] = expression.operands as [Expression, ...Expression[]];
  const left: Expression[] = [];
  let firstOperator = 0;
  let result = yield head;
  for (const [index, operand] of rest.entries()) {
    if (isFailed(result)) return result;
    const right = yield operand;
    if (isFailed(right)) return right;
    if (left.length === 0) {
      if (!isResidual(result) && !isResidual(right)) {
        result = evaluator.apply(pairAt(expression, index), [result, right]);
        continue;
      }
      left.push(expressionOf(result, head.span));
      firstOperator = index;
    }
    left.push(expressionOf(right, operand.span));
  }
  return left.length === 0 ? result : residual(joined(expression, left, firstOperator));
}

/** The operator before an operand with both of its operands. */
function pairAt(expression: Sum | Product, index: number): Sum | Product {
  const operands = expression.operands.slice(index, index + 2);
  return expression.kind === "product"
    ? { ...expression, operands }
    : { ...expression, operands, operators: expression.operators.slice(index, index + 1) };
}

function joined(expression: Sum | Product, operands: readonly Expression[], firstOperator: number): Expression {
  const { span } = expression;
  return expression.kind === "product"
    ? joinProduct(operands, span)
    : joinSum(operands, expression.operators.slice(firstOperator), span);
}
