import { type EntitySource, emptyRecord, entityUid, type Value } from "@deodar/core";
import { failure, type Result, success } from "@deodar/diagnostics";
import type { Expression } from "@deodar/syntax";
import { compile } from "./compile.ts";
import { run } from "./compiled-expression.ts";
import { Environment } from "./environment.ts";
import type { EvaluationError } from "./evaluation-error.ts";
import type { Request, SlotValues } from "./request.ts";

/** What a lone expression may refer to. */
export interface Surroundings {
  /** Gives the variables their values; without it, an expression that comes to need one is an `evaluate/no-request`. */
  readonly request?: Request;
  /** Without it there are no entities at all. */
  readonly entities?: EntitySource;
  readonly slots?: SlotValues;
}

/**
 * Evaluates an expression once, for tools and tests; to evaluate many times, use `compileExpression`.
 *
 * The result fails for trees that cannot be compiled, see `compileExpression`; an error of the evaluation itself is the
 * value of a successful result.
 */
export function evaluateExpression(
  expression: Expression,
  surroundings: Surroundings = {},
): Result<Value | EvaluationError> {
  const hasRequest = surroundings.request !== undefined;
  const { step, faults } = compile(expression, { hasRequest, watcher: undefined });
  return faults.length > 0 ? failure(faults) : success(run(step, environmentOf(surroundings)));
}

/** The environment that these surroundings make, with stand-ins for what is missing. */
export function environmentOf({ request = noRequest, entities = noEntities, slots }: Surroundings): Environment {
  return new Environment(request, entities, slots);
}

const nobody = entityUid("Nobody", "");

/** Never read: without a request, variables are compiled to errors. */
const noRequest: Request = { principal: nobody, action: nobody, resource: nobody, context: emptyRecord };

/** No entity exists; each is only in itself. */
const noEntities: EntitySource = {
  get: () => undefined,
  isIn: (descendant, ancestor) => descendant.id === ancestor.id && descendant.type === ancestor.type,
};
