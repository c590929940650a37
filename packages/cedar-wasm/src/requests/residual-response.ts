import type { PartialResponse } from "@deodar/authorizer/partial";
import { policyToJson } from "@deodar/syntax/json";
import { plainJson } from "../plain-json.ts";
import type { ResidualResponse } from "../types/calls.ts";
import type { PolicyJson } from "../types/policies.ts";

/** The answer's form of what a partial decision gave. */
export function residualResponse(response: PartialResponse): ResidualResponse {
  const { decision, satisfied, errored, mayBeDetermining, mustBeDetermining, residuals, nontrivialResiduals } =
    response;
  const written = Array.from(residuals, ([id, policy]) => [id, plainJson(policyToJson(policy)) as PolicyJson] as const);
  return {
    decision: decision ?? null,
    satisfied: [...satisfied],
    errored: [...errored],
    mayBeDetermining: [...mayBeDetermining],
    mustBeDetermining: [...mustBeDetermining],
    residuals: Object.fromEntries(written),
    nontrivialResiduals: [...nontrivialResiduals],
  };
}
