import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import type { Condition, Effect, Policy } from "@deodar/syntax";
import { compile } from "./compile.ts";
import { notBoolean, type Operand, shortCircuit } from "./compile-logic.ts";
import type { Watcher } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import type { EvaluationError } from "./evaluation-error.ts";
import { reportedSpan } from "./reported-span.ts";
import { compileScope } from "./scope.ts";
import type { Step } from "./step.ts";

/**
 * A policy or template that was compiled once, to be evaluated for many requests. Slots are read from the environment,
 * so that all links of a template share it. It holds no state between evaluations.
 *
 * A policy is satisfied if its scope matches and all of its conditions hold. An index may leave out policies whose
 * scope cannot match: such a policy has no errors either.
 */
export interface CompiledPolicy {
  /** The tree it was made from; its scope is what an index looks at. */
  readonly policy: Policy;
  readonly effect: Effect;
  /** Whether the scope matches. It cannot fail; a slot that the environment has no value for matches nothing. */
  scopeMatches(environment: Environment): boolean;
  /** Whether all conditions hold, in order until one does not; `true` if there are none. */
  evaluateConditions(environment: Environment): boolean | EvaluationError;
  /** Scope and conditions together. */
  evaluate(environment: Environment): boolean | EvaluationError;
}

/**
 * Compiles a policy or a template. It fails only for trees that the readers of `@deodar/syntax` do not make: ones that
 * are too deep (`evaluate/too-deep`), name impossible entity types (`evaluate/invalid-type-name`) or hold numbers that
 * are no Longs (`evaluate/invalid-long`).
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export function compilePolicy(policy: Policy): Result<CompiledPolicy> {
  const faults: Diagnostic[] = [];
  const scopeMatches = compileScope(policy, { refuse: (fault) => faults.push(fault) });
  const conditions = compileConditions(policy.conditions, undefined);
  faults.push(...conditions.faults);
  if (faults.length > 0) return failure(faults);
  const { step } = conditions;
  const evaluateConditions = (environment: Environment): boolean | EvaluationError => {
    const outcome = step(environment);
    return typeof outcome === "boolean" ? outcome : (environment.failure as EvaluationError);
  };
  return success({
    policy,
    effect: policy.effect,
    scopeMatches,
    evaluateConditions,
    evaluate: (environment) => scopeMatches(environment) && evaluateConditions(environment),
  });
}

/** The conjunction of all conditions: `when` clauses as they are, `unless` clauses negated. */
export function compileConditions(
  conditions: readonly Condition[],
  watcher: Watcher | undefined,
): { readonly step: Step; readonly faults: readonly Diagnostic[] } {
  const faults: Diagnostic[] = [];
  const operands = conditions.map((condition): Operand => {
    const compilation = compile(condition.body, { hasRequest: true, watcher });
    faults.push(...compilation.faults);
    return { step: clauseStep(condition, compilation.step), span: reportedSpan(condition.body) };
  });
  return { step: shortCircuit(operands, false), faults };
}

function clauseStep({ clause, body }: Condition, step: Step): Step {
  if (clause === "when") return step;
  const span = reportedSpan(body);
  return (environment) => {
    const value = step(environment);
    return typeof value === "boolean" ? !value : notBoolean(value, span, environment);
  };
}
