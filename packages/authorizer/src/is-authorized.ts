import type { EntityUid, RecordValue } from "@deodar/core";
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
  // From here on all look at the environment, so that a request which changes under way is one request nevertheless.
  const environment = new Environment(request, entities);
  checkRequest(environment);
  let permits: ExecutablePolicy[] | undefined;
  let forbids: ExecutablePolicy[] | undefined;
  let failures: FailedPolicy[] | undefined;
  for (const policy of policies.candidates(environment, entities)) {
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

/** Refuses what only looks like a request: a uid without its `kind`, for one, would match no `forbid`. */
export function checkRequest({ principal, action, resource, context }: Request): void {
  if (isUid(principal) && isUid(action) && isUid(resource) && isRecord(context)) return;
  throw new TypeError("a request is made of entity uids and a context record: see requestFromPlain");
}

function isUid({ kind, type, id }: Untyped<EntityUid>): boolean {
  return kind === "entity" && typeof type === "string" && typeof id === "string";
}

function isRecord({ kind, entries }: Untyped<RecordValue>): boolean {
  return kind === "record" && entries instanceof Map;
}

/** What a program without types may have given. */
type Untyped<T> = { readonly [Key in keyof T]?: unknown };

function append<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}

function inOrder(policies: ExecutablePolicy[]): readonly ExecutablePolicy[] {
  if (policies.length === 1) return policies;
  policies.sort((a, b) => a.order - b.order);
  // A source may name an ancestor twice.
  return policies.filter((policy, index) => policy !== policies[index - 1]);
}

function reported(failures: FailedPolicy[]): readonly PolicyError[] {
  const errors = new Map(failures.map(({ policy, error }) => [policy, error]));
  return inOrder([...errors.keys()]).map((policy) => ({
    policyId: policy.entry.id,
    error: errors.get(policy) as EvaluationError,
  }));
}
