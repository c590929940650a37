import type { PartialRequest, UnknownValues } from "@deodar/evaluator/partial";
import type { Expression, Policy } from "@deodar/syntax";
import type { Decision, PolicyError } from "../response.ts";

/**
 * What can be said of a request that is not fully known. Lists of ids are in the order of insertion.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html, as far as the reference's partial evaluation has it
 */
export interface PartialResponse {
  /** The decision if it is the same whatever the unknowns are, else `undefined`. */
  readonly decision: Decision | undefined;
  /** The policies that are satisfied whatever the unknowns are. */
  readonly satisfied: readonly string[];
  /** The policies that fail to evaluate whatever the unknowns are; they are skipped. */
  readonly errored: readonly string[];
  /** Why they fail. */
  readonly errors: readonly PolicyError[];
  /** The policies that may determine the decision for some values of the unknowns. */
  readonly mayBeDetermining: readonly string[];
  /** The policies that determine the decision for all values of the unknowns. */
  readonly mustBeDetermining: readonly string[];
  /**
   * What is left of each policy: one without constraints in its scope and with a single condition, which is `true` if
   * it is satisfied, `false` if it is not or fails, and otherwise has unknowns in it.
   */
  readonly residuals: ReadonlyMap<string, Policy>;
  /** The policies of which more is left than `true` or `false`. */
  readonly nontrivialResiduals: readonly string[];
  /** The request as far as it is known. */
  readonly request: PartialRequest;
  /** The values of unknowns that have become known since, by their names. */
  readonly unknowns: UnknownValues;
}

/** How a policy fared. */
export type Verdict = "satisfied" | "unsatisfied" | "errored" | "residual";

/** A policy with how it fared and what is left of it. */
export interface JudgedPolicy {
  readonly id: string;
  readonly verdict: Verdict;
  readonly residual: Policy;
}

/** The response that follows from how each policy fared. */
export function responseOf(
  judged: readonly JudgedPolicy[],
  errors: readonly PolicyError[],
  { request, unknowns }: Pick<PartialResponse, "request" | "unknowns">,
): PartialResponse {
  const ids = (...groups: readonly (readonly [Policy["effect"], Verdict])[]): string[] =>
    judged
      .filter((policy) =>
        groups.some(([effect, verdict]) => policy.residual.effect === effect && policy.verdict === verdict),
      )
      .map(({ id }) => id);
  const isForbidden = ids(["forbid", "satisfied"]).length > 0;
  const mayBeForbidden = ids(["forbid", "residual"]).length > 0;
  const isPermitted = ids(["permit", "satisfied"]).length > 0;
  const mayBePermitted = ids(["permit", "residual"]).length > 0;
  return {
    decision: decisionOf({ isForbidden, mayBeForbidden, isPermitted, mayBePermitted }),
    satisfied: ids(["permit", "satisfied"], ["forbid", "satisfied"]),
    errored: ids(["permit", "errored"], ["forbid", "errored"]),
    errors,
    mayBeDetermining: isForbidden
      ? ids(["forbid", "satisfied"], ["forbid", "residual"])
      : ids(["permit", "satisfied"], ["permit", "residual"], ["forbid", "residual"]),
    mustBeDetermining: ids([isForbidden || mayBeForbidden ? "forbid" : "permit", "satisfied"]),
    residuals: new Map(judged.map(({ id, residual }) => [id, residual])),
    nontrivialResiduals: ids(["permit", "residual"], ["forbid", "residual"]),
    request,
    unknowns,
  };
}

interface Prospects {
  readonly isForbidden: boolean;
  readonly mayBeForbidden: boolean;
  readonly isPermitted: boolean;
  readonly mayBePermitted: boolean;
}

function decisionOf({ isForbidden, mayBeForbidden, isPermitted, mayBePermitted }: Prospects): Decision | undefined {
  if (isForbidden || !(isPermitted || mayBePermitted)) return "deny";
  return isPermitted && !mayBeForbidden ? "allow" : undefined;
}

/** A policy with this condition that keeps effect and annotations; a missing value of one counts as empty. */
export function residualPolicy({ effect, annotations, span }: Policy, body: Expression): Policy {
  const any = { kind: "scopeAny", span: undefined } as const;
  return {
    kind: "policy",
    span,
    annotations: annotations.map((annotation) => ({ ...annotation, value: annotation.value ?? "" })),
    effect,
    principal: any,
    action: any,
    resource: any,
    conditions: [{ kind: "condition", span: undefined, clause: "when", body }],
  };
}
