import type { Span } from "@deodar/diagnostics";
import type { EvaluationError } from "@deodar/evaluator";
import type { ScopeExplanations } from "./explain-scope.ts";
import type { Response } from "./response.ts";

/**
 * Why a request was decided as it was. All of it is plain data that `JSON.stringify` can write: values and uids are
 * Cedar text, places are UTF-16 offsets into the text of the policy or, for a link, of its template.
 */
export interface Explanation {
  /** The answer, as `isAuthorized` gives it. */
  readonly response: Response;
  /** Every policy that takes part in decisions, in insertion order. */
  readonly policies: readonly PolicyExplanation[];
}

/** The part a policy had in a decision. */
export type PolicyVerdict =
  /** It is satisfied, and one of the reasons. */
  | "determining"
  /** It is a satisfied `permit`, but a `forbid` is satisfied too. */
  | "overruled"
  /** Its scope does not match, or a condition does not hold. */
  | "unsatisfied"
  /** It could not be evaluated, and so was skipped. */
  | "error";

/** Why one policy did or did not determine the decision. */
export interface PolicyExplanation {
  readonly id: string;
  /** The template that this policy is linked to; static policies have none. */
  readonly templateId?: string;
  readonly effect: "permit" | "forbid";
  readonly span?: Span;
  readonly verdict: PolicyVerdict;
  /** Whether all three constraints of the scope match; only then conditions are looked at. */
  readonly scopeMatches: boolean;
  readonly scope: ScopeExplanations;
  /** The `when` and `unless` clauses in order. */
  readonly conditions: readonly ConditionExplanation[];
  /** Why it could not be evaluated. */
  readonly error?: EvaluationError;
}

/** What became of a `when` or `unless` clause. */
export interface ConditionExplanation {
  readonly clause: "when" | "unless";
  readonly span?: Span;
  /** `skipped` if the scope does not match, or an earlier condition decided. */
  readonly outcome: "holds" | "does-not-hold" | "error" | "skipped";
  /** The body and its sub-expressions, each before its parts; empty if the condition was skipped. */
  readonly steps: readonly StepExplanation[];
}

/** What became of one sub-expression. */
export type StepExplanation = StepPlace & StepOutcome;

/** Which sub-expression it is. */
export interface StepPlace {
  /** How many expressions it stands inside of, 0 for the body of the condition. */
  readonly depth: number;
  readonly span?: Span;
  /** The expression as Cedar text, cut off when long; left out where the policy is too large to spell it all out. */
  readonly text?: string;
}

/** What it gave. */
export type StepOutcome =
  /** The value as Cedar text, cut off when long. */
  | { readonly outcome: "value"; readonly value: string }
  /** What went wrong, here or in a part. */
  | { readonly outcome: "error"; readonly error: string }
  /** Its value was not needed. */
  | { readonly outcome: "skipped" };
