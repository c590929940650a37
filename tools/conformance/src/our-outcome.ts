import { isAuthorized, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import { ByteOffsets, unwrap } from "@deodar/diagnostics";
import type { Surroundings } from "@deodar/evaluator";
import { type Outcome, policyOf } from "./evaluation.ts";
import { worldEntities, worldRequest } from "./world.ts";

const entities = unwrap(Entities.fromPlain(worldEntities));
const request = unwrap(requestFromPlain(worldRequest));

/** The world of the generated expressions, as our evaluator takes it. */
export const surroundings: Surroundings = { request, entities };

/** Evaluates a condition with our engine. */
export function ourOutcome(expression: string): Outcome {
  const text = policyOf(expression);
  const policies = unwrap(policySetFromText(text));
  const { decision, errors } = isAuthorized({ request, policies, entities });
  const error = errors[0]?.error;
  if (error === undefined) return { value: decision === "allow" };
  const offsets = new ByteOffsets(text);
  return {
    error: error.message,
    help: error.help ?? null,
    start: error.span === undefined ? null : offsets.toBytes(error.span.start),
    end: error.span === undefined ? null : offsets.toBytes(error.span.end),
  };
}
