import { Authorizer, Evaluator, Hierarchy, PolicyIndex, type ResponseTerm } from "./generated/model.js";
import type { JsonValue } from "./json.ts";
import type { ModelEntities, ModelRequest } from "./read-data.ts";
import { expressionOf } from "./read-expression.ts";
import type { ModelPolicies } from "./read-policies.ts";
import { uidOf } from "./terms.ts";
import { type ErrorKind, type ModelValue, writeError, writeUid, writeValue } from "./write-value.ts";

/** What the model decides: ids in the order of their code units. */
export interface ModelResponse {
  readonly decision: "allow" | "deny";
  /** The ids of the determining policies. */
  readonly reasons: readonly string[];
  /** The policies that could not be evaluated, and why. */
  readonly errors: readonly { readonly policyId: string; readonly error: ErrorKind }[];
}

/** A request with all that it is decided by. */
export interface ModelQuestion {
  readonly policies: ModelPolicies;
  readonly entities: ModelEntities;
  readonly request: ModelRequest;
}

/**
 * Decides a request by the definition of Cedar's authorization.
 * See https://docs.cedarpolicy.com/auth/authorization.html
 */
export function isAuthorized({ policies, entities, request }: ModelQuestion): ModelResponse {
  const env = Evaluator.Env.create_Env(request.request, entities.entities);
  return writeResponse(Authorizer.__default.IsAuthorized(policies.policies, env));
}

/** The same by way of the policy index, which is proven to give the same response. */
export function isAuthorizedByIndex({ policies, entities, request }: ModelQuestion): ModelResponse {
  const env = Evaluator.Env.create_Env(request.request, entities.entities);
  return writeResponse(PolicyIndex.__default.IsAuthorizedByIndex(policies.index, env));
}

/** What an expression evaluates to: a value, or the kind of error. */
export type ModelOutcome = { readonly value: ModelValue } | { readonly error: ErrorKind };

/**
 * Evaluates an expression in Cedar's policy JSON format.
 *
 * @throws {ModelInputError} for what is not of that format
 */
export function evaluate(expression: JsonValue, request: ModelRequest, entities: ModelEntities): ModelOutcome {
  const env = Evaluator.Env.create_Env(request.request, entities.entities);
  const result = Evaluator.__default.Evaluate(expressionOf(expression), env);
  return result.is_Ok ? { value: writeValue(result.dtor_value) } : { error: writeError(result.dtor_error) };
}

/** The ancestors of an entity: all that it is in, itself apart, unless it is in a cycle. In no particular order. */
export function ancestors(
  uid: JsonValue,
  entities: ModelEntities,
): readonly { readonly type: string; readonly id: string }[] {
  return Array.from(Hierarchy.__default.Ancestors(uidOf(uid), entities.entities), writeUid);
}

export function writeResponse(response: ResponseTerm): ModelResponse {
  return {
    decision: response.dtor_decision.is_Allow ? "allow" : "deny",
    reasons: Array.from(response.dtor_determining).sort(),
    errors: Array.from(response.dtor_erroring, ({ dtor_id, dtor_error }) => ({
      policyId: dtor_id,
      error: writeError(dtor_error),
    })).sort((a, b) => (a.policyId < b.policyId ? -1 : 1)),
  };
}
