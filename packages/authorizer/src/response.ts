import type { EvaluationError } from "@deodar/evaluator";

/** Whether a request may go ahead. */
export type Decision = "allow" | "deny";

/** A policy that was left out of a decision because it could not be evaluated. */
export interface PolicyError {
  readonly policyId: string;
  readonly error: EvaluationError;
}

/**
 * The answer to a request.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export interface Response {
  readonly decision: Decision;
  /**
   * The ids of the policies that determined the decision, in insertion order: every satisfied `forbid` if there is
   * one, else every satisfied `permit`, else none.
   */
  readonly reasons: readonly string[];
  /** The policies that failed to evaluate, in insertion order; Cedar skips them, `forbid` policies too. */
  readonly errors: readonly PolicyError[];
}
