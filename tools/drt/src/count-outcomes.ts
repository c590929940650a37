import type { EntitySource } from "@deodar/core";
import {
  type CompiledPolicy,
  Environment,
  isEvaluationError,
  type Request,
  type SlotValues,
  type TraceStep,
  tracePolicy,
} from "@deodar/evaluator";
import type { Expression } from "@deodar/syntax";
import type { Census } from "./census.ts";

/** Counts to what the operators of policies are evaluated, and which forms of scopes match. */
export function countPolicies(
  census: Census,
  policies: readonly { readonly compiled: CompiledPolicy; readonly slots: SlotValues }[],
  request: Request,
  entities: EntitySource,
): void {
  for (const { compiled, slots } of policies.slice(0, 8)) {
    const trace = tracePolicy(compiled.policy, new Environment(request, entities, slots));
    if (!trace.ok) continue;
    census.count(`policy/${compiled.effect}/${outcomeName(trace.value.outcome)}`);
    for (const { variable, constraint, matches } of trace.value.scope) {
      if (matches === undefined) continue;
      const slotted = "entity" in constraint && constraint.entity.kind === "slot" ? " slot" : "";
      census.count(`scope/${variable} ${constraint.kind}${slotted}/${matches ? "matches" : "does not"}`);
    }
    countSteps(census, trace.value.steps);
  }
}

/** Counts to what each operator was evaluated. */
export function countSteps(census: Census, steps: readonly TraceStep[]): void {
  // Whoever only passes on the error of a part has not failed itself.
  let failed = false;
  for (const { expression, outcome } of steps) {
    if (outcome.kind === "skipped") continue;
    const name = operatorName(expression);
    if (outcome.kind === "value") census.count(`operator/${name}/${outcomeName(outcome.value)}`);
    else if (!failed) {
      census.countCode(`operator/${name}`, outcome.error.code);
      failed = true;
    }
  }
}

function outcomeName(outcome: unknown): string {
  if (typeof outcome === "boolean") return String(outcome);
  return isEvaluationError(outcome) ? "error" : "value";
}

/** The operator as it is written. */
function operatorName(expression: Expression): string {
  switch (expression.kind) {
    case "relation":
      return expression.operator;
    case "method":
      return expression.method;
    case "extension":
      return expression.name;
    case "is":
      return expression.in === undefined ? "is" : "is in";
    case "has":
      return expression.path.length > 1 ? "has path" : "has";
    case "variable":
      return expression.name;
    case "sum":
      return expression.operators.includes("-") ? "-" : "+";
    case "boolean":
    case "long":
    case "string":
    case "entity":
    case "slot":
    case "set":
    case "record":
    case "not":
    case "negate":
    case "and":
    case "or":
    case "product":
    case "like":
    case "if":
    case "attribute":
    case "isEmpty":
      return expression.kind;
  }
}
