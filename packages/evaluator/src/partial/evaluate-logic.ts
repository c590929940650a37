import type { And, Expression, Or } from "@deodar/syntax";
import { expected, typeError } from "../faults.ts";
import { reportedSpan } from "../reported-span.ts";
import { type Evaluation, simplified } from "./evaluate-node.ts";
import { joinLogic } from "./join.ts";
import type { PartialEvaluator } from "./partial-evaluator.ts";
import { isFailed, isResidual, residual } from "./residual.ts";

/**
 * The operands in order until one decides. From the first residual on, all others stay behind it, simplified as far as
 * they go: what is unknown may decide before them. `true && r` stays as it is, for `r` has to be a Boolean.
 */
export function* evaluateLogic(expression: And | Or, { surroundings }: PartialEvaluator): Evaluation {
  const { kind, operands, span } = expression;
  const decisive = kind === "or";
  const left: Expression[] = [];
  for (const operand of operands) {
    const outcome = yield operand;
    if (left.length > 0) {
      left.push(simplified(operand, outcome, surroundings));
    } else if (isFailed(outcome) || outcome === decisive) {
      return outcome;
    } else if (isResidual(outcome)) {
      if (operand !== operands[0]) left.push({ kind: "boolean", span: operands[0]?.span, value: !decisive });
      left.push(outcome.expression);
    } else if (outcome !== !decisive) {
      return typeError(expected.bool, outcome, reportedSpan(operand));
    }
  }
  return left.length > 0 ? residual(joinLogic(kind, left, span)) : !decisive;
}
