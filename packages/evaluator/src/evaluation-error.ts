import type { Diagnostic, Span } from "@deodar/diagnostics";
import type { EvaluationCode } from "./catalogue.ts";

/**
 * Why an expression has no value for this request and these entities. It is a value like any other: plain, and free
 * of stack traces. An error in a policy makes the policy not apply, whether it permits or forbids.
 *
 * `message` and `help` are worded as Cedar's reference implementation words them.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export interface EvaluationError {
  readonly kind: "error";
  readonly code: EvaluationCode;
  readonly message: string;
  /** How to mend it. */
  readonly help?: string;
  /**
   * Where the offending expression stands in the policy text, if the policy was read from text, in UTF-16 offsets. As
   * in the reference, a step of a chain such as `principal.team.name` is reported with the span of the whole chain.
   */
  readonly span?: Span;
}

/** Whether an evaluation gave an error rather than a value. */
export function isEvaluationError(outcome: unknown): outcome is EvaluationError {
  return (
    typeof outcome === "object" &&
    outcome !== null &&
    "kind" in outcome &&
    outcome.kind === "error" &&
    "code" in outcome
  );
}

/** The error in the form of all of Deodar's diagnostics, for `renderDiagnostic` and editors. */
export function toDiagnostic(error: EvaluationError): Diagnostic {
  return {
    code: error.code,
    severity: "error",
    message: error.message,
    ...(error.help === undefined ? {} : { help: error.help }),
    labels: error.span === undefined ? [] : [error.span],
    related: [],
  };
}
