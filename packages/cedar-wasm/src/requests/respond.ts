import { isAuthorized } from "@deodar/authorizer";
import type { EntitySource } from "@deodar/core";
import { type EvaluationError, type Request, toDiagnostic } from "@deodar/evaluator";
import { detailedError } from "../detailed-error.ts";
import type { LoadedPolicySet } from "../policies/load-policy-set.ts";
import type { Response } from "../types/calls.ts";
import type { DetailedError } from "../types/errors.ts";
import { wholeOf } from "./input-error.ts";

/** Decides a request, and tells of errors in the texts that they are in. */
export function respond(request: Request, loaded: LoadedPolicySet, entities: EntitySource): Response {
  const { decision, reasons, errors } = isAuthorized({ request, policies: loaded.policies, entities });
  return {
    decision,
    diagnostics: {
      reason: [...reasons],
      errors: errors.map(({ policyId, error }) => ({
        policyId,
        error: evaluationError(error, loaded.textOf(policyId)),
      })),
    },
  };
}

/** Only JSON policies can have a function that does not exist; the reference points into the text of its name. */
function evaluationError(error: EvaluationError, text: string | undefined): DetailedError {
  const detailed = detailedError(toDiagnostic(error), text);
  const [name] = error.code === "evaluate/unknown-function" ? (/(?<=`)[^`]*/.exec(error.message) ?? []) : [];
  return name === undefined ? detailed : { ...detailed, sourceLocations: [wholeOf(name)] };
}
