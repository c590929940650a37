import type { EntitySource } from "@deodar/core";
import { isEvaluationError, type SlotValues } from "@deodar/evaluator";
import {
  type PartialEntities,
  type PartialRequest,
  type PolicyEvaluation,
  policyEvaluation,
} from "@deodar/evaluator/partial";
import type { Policy } from "@deodar/syntax";
import type { PolicySet } from "../policy-set.ts";
import type { PolicyError } from "../response.ts";
import { type JudgedPolicy, type PartialResponse, residualPolicy, responseOf } from "./partial-response.ts";

/** What a partial decision depends on. */
export interface PartialAuthorizationCall {
  /** What is left out is unknown. */
  readonly request: PartialRequest;
  readonly policies: PolicySet;
  /** Where entities and their hierarchy come from: `Entities`, or `PartialEntities` if some attributes are unknown. */
  readonly entities: EntitySource | PartialEntities;
}

/**
 * Decides a request as far as that can be done with what is known, and gives what is left of each policy.
 *
 * It follows the reference's untyped partial evaluation, which is experimental there. Every policy is evaluated, for
 * something is left of each; so this takes longer than `isAuthorized`.
 *
 * Throws a `TypeError` if the request is not made of Cedar values.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export function isAuthorizedPartial({ request, policies, entities }: PartialAuthorizationCall): PartialResponse {
  checkPartialRequest(request);
  const evaluate = policyEvaluation({ request, entities });
  const errors: PolicyError[] = [];
  const judged = Array.from(policies.policies(), (entry) => {
    const slots = entry.kind === "link" ? entry.values : undefined;
    return judge(entry.id, entry.policy, slots, evaluate, errors);
  });
  return responseOf(judged, errors, { request, unknowns: new Map() });
}

/** How a policy fares; notes its error. */
export function judge(
  id: string,
  policy: Policy,
  slots: SlotValues | undefined,
  evaluate: PolicyEvaluation,
  errors: PolicyError[],
): JudgedPolicy {
  const outcome = evaluate(policy, slots);
  if (isEvaluationError(outcome)) {
    errors.push({ policyId: id, error: outcome });
    return { id, verdict: "errored", residual: trivial(policy, false) };
  }
  if (typeof outcome === "boolean") {
    return { id, verdict: outcome ? "satisfied" : "unsatisfied", residual: trivial(policy, outcome) };
  }
  return { id, verdict: "residual", residual: residualPolicy(policy, outcome.expression) };
}

function trivial(policy: Policy, value: boolean): Policy {
  return residualPolicy(policy, { kind: "boolean", span: undefined, value });
}

/** Refuses what only looks like a request, as `isAuthorized` does. */
function checkPartialRequest({ principal, action, resource, context }: PartialRequest): void {
  const uids = [principal, action, resource].every((uid) => uid === undefined || uid.kind === "entity");
  const isRecord =
    context === undefined ||
    context.kind === "record" ||
    (context.kind === "residual" && context.expression.kind === "record");
  if (!uids || !isRecord) {
    throw new TypeError("a partial request is made of entity uids and a context record: see partialRequestFromPlain");
  }
}
