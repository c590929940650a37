import type { Value } from "@deodar/core";
import type { Expression } from "@deodar/syntax";
import { evaluationError } from "../catalogue.ts";
import { maxStepDepth } from "../compile.ts";
import type { EvaluationError } from "../evaluation-error.ts";
import { type Evaluation, evaluateNode } from "./evaluate-node.ts";
import { applyNode } from "./known-parts.ts";
import type { PartialEnvironment } from "./partial-environment.ts";
import { isFailed, isResidual, type PartialOutcome } from "./residual.ts";
import { runTask } from "./run-task.ts";

/**
 * How many evaluations may wait for each other: a residual is as deep as the expression and what it was put into it
 * from the context or an entity.
 */
const maxDepth = 2 * maxStepDepth;

/** Evaluates expressions as far as it goes. */
export class PartialEvaluator {
  readonly surroundings: PartialEnvironment;

  constructor(surroundings: PartialEnvironment) {
    this.surroundings = surroundings;
  }

  evaluate(expression: Expression): PartialOutcome {
    return runTask<Expression, PartialOutcome>(expression, (part) => evaluateNode(part, this), {
      maxDepth,
      tooDeep: ({ span }) => evaluationError("evaluate/too-deep", {}, span),
    });
  }

  /** Evaluates something that many expressions may come to, such as a part of the context. */
  *evaluateOnce(expression: Expression): Evaluation {
    const { projections } = this.surroundings;
    const known = projections.get(expression);
    if (known !== undefined) return known;
    const outcome = yield expression;
    projections.set(expression, outcome);
    return outcome;
  }

  /** What a node gives whose parts have these values. */
  apply(expression: Expression, parts: readonly Value[]): Value | EvaluationError {
    return applyNode(expression, parts, this.surroundings.environment, (part) => {
      const outcome = this.evaluate(part);
      return isResidual(outcome) || isFailed(outcome) ? undefined : outcome;
    });
  }
}
