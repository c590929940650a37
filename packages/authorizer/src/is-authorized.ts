import { Environment, type EvaluationError, isEvaluationError, type Request } from "@deodar/evaluator";
import type { IndexedSource } from "./ancestor-probe.ts";
import type { ExecutablePolicy } from "./policy-entry.ts";
import type { PolicySet } from "./policy-set.ts";
import type { PolicyError, Response } from "./response.ts";

/** What a decision depends on. */
export interface AuthorizationCall {
  readonly request: Request;
  readonly policies: PolicySet;
  /** Where entities and their hierarchy come from, such as `Entities`; its own exceptions pass through. */
  readonly entities: IndexedSource;
}

/** What several decisions depend on. */
export interface BatchAuthorizationCall {
  readonly requests: Iterable<Request>;
  readonly policies: PolicySet;
  /** Where entities and their hierarchy come from, such as `Entities`; its own exceptions pass through. */
  readonly entities: IndexedSource;
}

interface FailedPolicy {
  readonly policy: ExecutablePolicy;
  readonly error: EvaluationError;
}

const none: readonly never[] = Object.freeze([]);

/**
 * Decides a request: allow if at least one `permit` is satisfied and no `forbid`. A policy that fails to evaluate is
 * skipped and reported. Every policy that may apply is evaluated, so that reasons and errors are complete.
 *
 * Throws a `TypeError` if the request is not made of Cedar values: read plain values with `requestFromPlain`.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export function isAuthorized(call: AuthorizationCall): Response {
  const { request, policies, entities } = call;
  checkRequest(request);
  const environment = new Environment(request, entities);
  let permits: ExecutablePolicy[] | undefined;
  let forbids: ExecutablePolicy[] | undefined;
  let failures: FailedPolicy[] | undefined;
  for (const policy of policies.candidates(request, entities)) {
    const own = policy.entry.kind === "static" ? environment : environment.withSlots(policy.slots);
    if (!policy.compiled.scopeMatches(own)) continue;
    const outcome = policy.compiled.evaluateConditions(own);
    if (outcome === true) {
      if (policy.compiled.effect === "permit") permits = append(permits, policy);
      else forbids = append(forbids, policy);
    } else if (isEvaluationError(outcome)) {
      failures = append(failures, { policy, error: outcome });
    }
  }
  const determining = forbids ?? permits;
  return {
    decision: forbids === undefined && permits !== undefined ? "allow" : "deny",
    reasons: determining === undefined ? none : inOrder(determining).map(({ entry }) => entry.id),
    errors: failures === undefined ? none : reported(failures),
  };
}

/**
 * Decides each of the requests, as {@link isAuthorized} does one; answers come in the order of the requests.
 */
export function isAuthorizedBatch(call: BatchAuthorizationCall): readonly Response[] {
  const { policies, entities } = call;
  const responses: Response[] = [];
  for (const request of call.requests) responses.push(isAuthorized({ request, policies, entities }));
  return responses;
}

/** Refuses what only looks like a request: without its `kind`, a uid would match no policy, a `forbid` neither. */
export function checkRequest({ principal, action, resource, context }: Request): void {
  if (
    principal.kind !== "entity" ||
    action.kind !== "entity" ||
    resource.kind !== "entity" ||
    context.kind !== "record"
  ) {
    throw new TypeError("a request is made of entity uids and a context record: see requestFromPlain");
  }
}

function append<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}

function inOrder(policies: ExecutablePolicy[]): ExecutablePolicy[] {
  return policies.length > 1 ? policies.sort((a, b) => a.order - b.order) : policies;
}

function reported(failures: FailedPolicy[]): readonly PolicyError[] {
  failures.sort((a, b) => a.policy.order - b.policy.order);
  return failures.map(({ policy, error }) => ({ policyId: policy.entry.id, error }));
}
