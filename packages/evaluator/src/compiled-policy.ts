import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import type { Condition, Effect, Policy } from "@deodar/syntax";
import { compile } from "./compile.ts";
import { givesBoolean, notBoolean, type Operand, shortCircuit } from "./compile-logic.ts";
import { compileScope } from "./compile-scope.ts";
import type { Watcher } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import type { EvaluationError } from "./evaluation-error.ts";
import { reportedSpan } from "./reported-span.ts";

import type { Scope } from "./scope.ts";
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
  const parts = compileParts(policy);
  if (!parts.ok) return parts;
  const { scope, conditions } = parts.value;
  const evaluateConditions = (environment: Environment): boolean | EvaluationError =>
    conditions(environment) ?? (environment.failure as EvaluationError);
  const hasSlots = typeof scope.principal === "string" || typeof scope.resource === "string";
  const scopeMatches = (environment: Environment): boolean =>
    (hasSlots ? scope.filledWith(environment.slots) : scope).matches(environment);
  return success({
    policy,
    effect: policy.effect,
    scopeMatches,
    evaluateConditions,
    evaluate: (environment) => scopeMatches(environment) && evaluateConditions(environment),
  });
}

/** Whether all conditions hold; `undefined` if one fails, which has then left its error as the environment's `failure`. */
export type Conditions = (environment: Environment) => boolean | undefined;

/** A policy in two parts, for sets that file policies by their scopes and let policies share conditions. */
export interface PolicyParts {
  readonly scope: Scope;
  readonly conditions: Conditions;
}

/** Compiles a policy or template in two parts. Fails as {@link compilePolicy} does. */
export function compileParts(policy: Policy): Result<PolicyParts> {
  const faults: Diagnostic[] = [];
  const scope = compileScope(policy, { refuse: (fault) => faults.push(fault) });
  const { step, faults: others } = compileConditions(policy.conditions, undefined);
  faults.push(...others);
  if (faults.length > 0) return failure(faults);
  return success({ scope, conditions: step as Conditions });
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
    const step = clauseStep(condition, compilation.step);
    return {
      step,
      span: reportedSpan(condition.body),
      isBoolean: condition.clause === "unless" || givesBoolean(condition.body),
    };
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
