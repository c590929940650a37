import { isAuthorized } from "@deodar/authorizer";
import type { EntitySource } from "@deodar/core";
import { type Request, toDiagnostic } from "@deodar/evaluator";
import { detailedError } from "../detailed-error.ts";
import type { LoadedPolicySet } from "../policies/load-policy-set.ts";
import type { Response } from "../types/calls.ts";

/** Decides a request, and tells of errors in the texts that they are in. */
export function respond(request: Request, loaded: LoadedPolicySet, entities: EntitySource): Response {
  const { decision, reasons, errors } = isAuthorized({ request, policies: loaded.policies, entities });
  return {
    decision,
    diagnostics: {
      reason: [...reasons],
      errors: errors.map(({ policyId, error }) => ({
        policyId,
        error: detailedError(toDiagnostic(error), loaded.textOf(policyId)),
      })),
    },
  };
}
