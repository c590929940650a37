import type { EntitySource, Value } from "@deodar/core";
import { failure, type Result, success } from "@deodar/diagnostics";
import type { Expression } from "@deodar/syntax";
import { compile } from "./compile.ts";
import { Environment } from "./environment.ts";
import type { EvaluationError } from "./evaluation-error.ts";
import type { Request, SlotValues } from "./request.ts";
import type { Step } from "./step.ts";

/** An expression that was compiled once, to be evaluated for many requests. It holds no state between evaluations. */
export interface CompiledExpression {
  /**
   * The value of the expression. Never throws, unless the entity source does.
   *
   * @param request the variables
   * @param entities where attributes, tags and the hierarchy come from
   * @param slots the values of a template link; none for static policies
   */
  evaluate(request: Request, entities: EntitySource, slots?: SlotValues): Value | EvaluationError;
}

/**
 * Compiles an expression. It fails only for trees that the readers of `@deodar/syntax` do not make: ones that are too
 * deep (`evaluate/too-deep`), name impossible entity types (`evaluate/invalid-type-name`) or hold numbers that are no
 * Longs (`evaluate/invalid-long`).
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-operators.html
 */
export function compileExpression(expression: Expression): Result<CompiledExpression> {
  const { step, faults } = compile(expression, { hasRequest: true, watcher: undefined });
  if (faults.length > 0) return failure(faults);
  return success({ evaluate: (request, entities, slots) => run(step, new Environment(request, entities, slots)) });
}

/** The value of a step, or its error. */
export function run(step: Step, environment: Environment): Value | EvaluationError {
  return step(environment) ?? (environment.failure as EvaluationError);
}
