import type { Value } from "@deodar/core";
import { type Diagnostic, failure, type Result, type Span, success } from "@deodar/diagnostics";
import type { Expression, Policy, ScopeConstraint } from "@deodar/syntax";
import { compile } from "./compile.ts";
import { compileAlone, type ScopeVariable, scopeVariables } from "./compile-scope.ts";
import { run } from "./compiled-expression.ts";
import { compileConditions } from "./compiled-policy.ts";
import type { Watcher } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import { environmentOf, type Surroundings } from "./evaluate-expression.ts";
import type { EvaluationError } from "./evaluation-error.ts";

import type { Outcome } from "./step.ts";

/** What became of one subexpression. */
export type TraceOutcome =
  | { readonly kind: "value"; readonly value: Value }
  /** It, or something that it needed, failed. */
  | { readonly kind: "error"; readonly error: EvaluationError }
  /** Its value was not needed. */
  | { readonly kind: "skipped" };

/** One subexpression and what became of it. */
export interface TraceStep {
  readonly expression: Expression;
  /** Where it stands in the text, in UTF-16 offsets, if the tree was read from text. */
  readonly span: Span | undefined;
  readonly outcome: TraceOutcome;
}

/** How the value of an expression came about. */
export interface ExpressionTrace {
  /** What a normal evaluation gives. */
  readonly outcome: Value | EvaluationError;
  /**
   * Every subexpression, those that were evaluated first, in the order in which that was done: parts before the whole,
   * so that the first step with an error is the one that failed. After them those that were skipped, in source order
   * of their ends.
   */
  readonly steps: readonly TraceStep[];
}

/** One constraint of a scope; `matches` is `undefined` where an earlier one decided. */
export interface ScopeTrace {
  readonly variable: ScopeVariable;
  readonly constraint: ScopeConstraint;
  readonly matches: boolean | undefined;
}

/** How it came about that a policy is satisfied, is not, or fails. */
export interface PolicyTrace {
  /** What a normal evaluation gives. */
  readonly outcome: boolean | EvaluationError;
  /** Principal, action and resource. */
  readonly scope: readonly ScopeTrace[];
  /** The subexpressions of all conditions, as in {@link ExpressionTrace.steps}. */
  readonly steps: readonly TraceStep[];
}

/**
 * Evaluates an expression and records what became of each subexpression. It fails where `compileExpression` does.
 * It takes longer than a normal evaluation, which is not slowed by its existence.
 */
export function traceExpression(expression: Expression, surroundings: Surroundings = {}): Result<ExpressionTrace> {
  const environment = environmentOf(surroundings);
  const recorder = new Recorder(environment);
  const hasRequest = surroundings.request !== undefined;
  const { step, faults } = compile(expression, { hasRequest, watcher: recorder });
  if (faults.length > 0) return failure(faults);
  const outcome = run(step, environment);
  return success({ outcome, steps: recorder.steps() });
}

/**
 * Evaluates a policy, or a template with the slots of the environment, and records what became of each constraint of
 * the scope and each subexpression of the conditions. It fails where `compilePolicy` does.
 */
export function tracePolicy(policy: Policy, environment: Environment): Result<PolicyTrace> {
  const faults: Diagnostic[] = [];
  const recorder = new Recorder(environment);
  const tests = scopeVariables.map((variable) =>
    compileAlone(variable, policy, { refuse: (fault) => faults.push(fault) }).filledWith(environment.slots),
  );
  const conditions = compileConditions(policy.conditions, recorder);
  faults.push(...conditions.faults);
  if (faults.length > 0) return failure(faults);

  let matches: boolean | undefined = true;
  const scope = scopeVariables.map((variable, index): ScopeTrace => {
    matches = matches === true ? tests[index]?.matches(environment) : undefined;
    return { variable, constraint: policy[variable], matches };
  });
  const outcome = matches === true ? (run(conditions.step, environment) as boolean | EvaluationError) : false;
  return success({ outcome, scope, steps: recorder.steps() });
}

/** Keeps what happens in one evaluation. */
class Recorder implements Watcher {
  readonly #environment: Environment;
  readonly #compiled: Expression[] = [];
  readonly #evaluated: TraceStep[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  compiled(expression: Expression): void {
    this.#compiled.push(expression);
  }

  evaluated(expression: Expression, outcome: Outcome): void {
    this.#evaluated.push(stepOf(expression, this.#outcomeOf(outcome)));
  }

  steps(): readonly TraceStep[] {
    const done = new Set(this.#evaluated.map((step) => step.expression));
    const skipped = this.#compiled.filter((expression) => !done.has(expression));
    return [...this.#evaluated, ...skipped.map((expression) => stepOf(expression, { kind: "skipped" }))];
  }

  #outcomeOf(outcome: Outcome): TraceOutcome {
    if (outcome !== undefined) return { kind: "value", value: outcome };
    return { kind: "error", error: this.#environment.failure as EvaluationError };
  }
}

function stepOf(expression: Expression, outcome: TraceOutcome): TraceStep {
  return { expression, span: expression.span, outcome };
}
