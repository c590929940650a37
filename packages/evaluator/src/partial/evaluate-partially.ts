import { recordOf } from "@deodar/core";
import type { Expression, Policy } from "@deodar/syntax";
import type { EvaluationError } from "../evaluation-error.ts";
import { noSlots, type SlotValues } from "../request.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";
import { PartialEnvironment, type PartialSurroundings } from "./partial-environment.ts";
import { PartialEvaluator } from "./partial-evaluator.ts";
import type { PartialOutcome, Residual } from "./residual.ts";

/**
 * Evaluates an expression as far as that can be done with what is known. An error is given only if it comes about
 * whatever the unknowns are. It simplifies exactly as Cedar's reference does, so a residual may still be a little
 * simpler to a human eye: `true && r`, for example, has to check that `r` is a Boolean.
 *
 * Throws a `TypeError` if one of `unknowns` is no value; otherwise never, unless the entity source does.
 */
export function evaluatePartially(expression: Expression, surroundings: PartialSurroundings): PartialOutcome {
  return new PartialEvaluator(environmentOf(surroundings)).evaluate(expression);
}

/** Evaluates one policy, or a template with the values of one of its links. */
export type PolicyEvaluation = (policy: Policy, slots?: SlotValues) => boolean | Residual | EvaluationError;

/**
 * Prepares the evaluation of many policies for one request: whether each is satisfied, as far as that can be said with
 * what is known. A residual is one expression for scope and conditions together; no slots are left in it.
 *
 * What is prepared holds for these entities as they are now, and belongs to one thread of calls.
 */
export function policyEvaluation(surroundings: PartialSurroundings): PolicyEvaluation {
  const environment = environmentOf(surroundings);
  return (policy, slots = noSlots) => evaluatePolicy(policy, new PartialEvaluator(environment.withSlots(slots)));
}

/** Takes Longs in any form, and throws a `TypeError` for what is no value. */
function environmentOf(surroundings: PartialSurroundings): PartialEnvironment {
  const { unknowns } = surroundings;
  if (unknowns === undefined) return new PartialEnvironment(surroundings);
  return new PartialEnvironment({ ...surroundings, unknowns: recordOf(unknowns).entries });
}
