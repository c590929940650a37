import type { EntityUid, RecordValue } from "@deodar/core";
import { Environment, type Request } from "@deodar/evaluator";
import type { IndexedSource } from "./ancestor-probe.ts";
import type { PolicySet } from "./policy-set.ts";
import type { Response } from "./response.ts";

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
  return policies.decide(environment, entities);
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

function isUid(uid: Untyped<EntityUid>): boolean {
  return uid.kind === "entity" && typeof uid.type === "string" && typeof uid.id === "string";
}

function isRecord(record: Untyped<RecordValue>): boolean {
  return record.kind === "record" && record.entries instanceof Map;
}

/** What a program without types may have given. */
type Untyped<T> = { readonly [Key in keyof T]?: unknown };
