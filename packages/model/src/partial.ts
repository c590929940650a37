import {
  Evaluator,
  Loading,
  PartialAuthorizer,
  PartialData,
  PartialEvaluation,
  type PartialResponseTerm,
  type ResidualPolicyTerm,
  type Sequence,
} from "./generated/model.js";
import type { JsonObject, JsonValue } from "./json.ts";
import { type ModelResponse, writeResponse } from "./model.ts";
import type { ModelEntities, ModelRequest } from "./read-data.ts";
import { expressionOf } from "./read-expression.ts";
import type { ModelKnowledge } from "./read-knowledge.ts";
import type { ModelPolicies } from "./read-policies.ts";
import { integerOf } from "./terms.ts";
import { writeResidual, writeResidualPolicy } from "./write-residual.ts";

/** What is left of policies. */
export interface ModelResiduals {
  readonly kind: "modelResiduals";
  /** @internal */
  readonly residuals: Sequence<ResidualPolicyTerm>;
}

/** What can be said of a request before all is known. Ids are in the order of their code units. */
export interface ModelPartialResponse {
  /** The decision, if it is certain. */
  readonly decision: "allow" | "deny" | undefined;
  /** The policies that determine the decision, whatever is still to be known. */
  readonly mustBeDetermining: readonly string[];
  /** The policies that may determine it. */
  readonly mayBeDetermining: readonly string[];
  /** The policies that fail to evaluate, whatever is still to be known. */
  readonly erroring: readonly string[];
  /** What is left of each policy. */
  readonly residuals: ModelResiduals;
}

/**
 * Decides a request as far as that can be done with what is known, and evaluates the policies as far as that goes.
 * See https://github.com/cedar-policy/rfcs/blob/main/text/0095-type-aware-partial-evaluation.md
 */
export function isAuthorizedPartially(policies: ModelPolicies, { knowledge }: ModelKnowledge): ModelPartialResponse {
  return writePartialResponse(PartialAuthorizer.__default.IsAuthorizedPartially(policies.policies, knowledge));
}

/** Goes on with what is left of policies, once more is known. */
export function isAuthorizedFurther(
  { residuals }: ModelResiduals,
  { knowledge }: ModelKnowledge,
): ModelPartialResponse {
  const authorizer = PartialAuthorizer.__default;
  return writePartialResponse(authorizer.PartiallyRespond(authorizer.ReducePolicies(residuals, knowledge)));
}

/** Whether a request and entities fit what was known before: nothing turned out otherwise. */
export function completes(
  { knowledge }: ModelKnowledge,
  { request }: ModelRequest,
  { entities }: ModelEntities,
): boolean {
  return PartialData.__default.Completes(Evaluator.Env.create_Env(request, entities), knowledge);
}

/**
 * Decides a request by what is left of policies, once all is known. If that fits what was known, it is proven to give
 * what the policies give.
 */
export function reauthorize(
  { residuals }: ModelResiduals,
  { request }: ModelRequest,
  { entities }: ModelEntities,
): ModelResponse {
  const env = Evaluator.Env.create_Env(request, entities);
  return writeResponse(PartialAuthorizer.__default.Reauthorize(residuals, env));
}

/**
 * Decides a request with entities that are loaded only when they are needed, in at most so many rounds. `undefined` if
 * these are not enough, or if the request is not known well enough.
 */
export function decideByLoading(
  policies: ModelPolicies,
  { knowledge }: ModelKnowledge,
  { entities }: ModelEntities,
  rounds: number,
): "allow" | "deny" | undefined {
  const { dtor_residuals } = PartialAuthorizer.__default.IsAuthorizedPartially(policies.policies, knowledge);
  return writeDecision(Loading.__default.DecideByLoading(dtor_residuals, knowledge, entities, integerOf(rounds)));
}

/**
 * What is left of an expression in Cedar's policy JSON format, in the same format.
 *
 * @throws {ModelInputError} for what is not of that format
 */
export function partiallyEvaluate(expression: JsonValue, { knowledge }: ModelKnowledge): JsonValue {
  return writeResidual(PartialEvaluation.__default.PartiallyEvaluate(expressionOf(expression), knowledge));
}

/** What is left of policies as a policy set in Cedar's JSON format, by the ids of the policies and links. */
export function residualPolicies({ residuals }: ModelResiduals): JsonObject {
  return {
    staticPolicies: Object.fromEntries(residuals.map((policy) => [policy.id, writeResidualPolicy(policy)] as const)),
  };
}

function writeDecision(decision: PartialResponseTerm["dtor_decision"]): "allow" | "deny" | undefined {
  if (!decision.is_Some) return undefined;
  return decision.dtor_value.is_Allow ? "allow" : "deny";
}

function writePartialResponse(response: PartialResponseTerm): ModelPartialResponse {
  const { dtor_decision, dtor_must, dtor_may, dtor_erroring, dtor_residuals } = response;
  return {
    decision: writeDecision(dtor_decision),
    mustBeDetermining: Array.from(dtor_must).sort(),
    mayBeDetermining: Array.from(dtor_may).sort(),
    erroring: Array.from(dtor_erroring).sort(),
    residuals: { kind: "modelResiduals", residuals: dtor_residuals },
  };
}
