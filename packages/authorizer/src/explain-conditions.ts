import type { TraceOutcome, TraceStep } from "@deodar/evaluator";
import { type Condition, childrenOf, type Expression, type Node } from "@deodar/syntax";
import type { ConditionExplanation, StepExplanation, StepOutcome } from "./explanation.ts";
import { Speller } from "./speller.ts";

/** What became of each condition of a policy, from the trace of its evaluation. */
export function explainConditions(
  conditions: readonly Condition[],
  steps: readonly TraceStep[],
): readonly ConditionExplanation[] {
  const outcomes = new Map<Expression, TraceOutcome>();
  for (const { expression, outcome } of steps) outcomes.set(expression, outcome);
  const speller = new Speller();
  return conditions.map((condition): ConditionExplanation => {
    const { clause, span, body } = condition;
    const outcome = conditionOutcome(condition, outcomes.get(body));
    return {
      clause,
      ...(span === undefined ? {} : { span }),
      outcome,
      steps: outcome === "skipped" ? [] : explainSteps(body, outcomes, speller),
    };
  });
}

function conditionOutcome(condition: Condition, outcome: TraceOutcome | undefined): ConditionExplanation["outcome"] {
  if (outcome === undefined || outcome.kind === "skipped") return "skipped";
  if (outcome.kind === "error" || typeof outcome.value !== "boolean") return "error";
  return outcome.value === (condition.clause === "when") ? "holds" : "does-not-hold";
}

function explainSteps(
  body: Expression,
  outcomes: ReadonlyMap<Expression, TraceOutcome>,
  speller: Speller,
): readonly StepExplanation[] {
  const steps: StepExplanation[] = [];
  // An own stack, since chains make trees as deep as they are long.
  const todo: { readonly expression: Expression; readonly depth: number }[] = [{ expression: body, depth: 0 }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { expression, depth } = next;
    const text = speller.expression(expression);
    steps.push({
      depth,
      ...(expression.span !== undefined && { span: expression.span }),
      ...(text !== undefined && { text }),
      ...describe(outcomes.get(expression), speller),
    });
    const parts = childrenOf(expression);
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      todo.push({ expression: expressionIn(parts[index] as Node), depth: depth + 1 });
    }
  }
  return passOnErrors(steps);
}

/**
 * Nothing in Cedar catches errors, so all that a failed step is part of has failed too. Inner steps of a chain are not
 * reached then, and the trace has them as skipped.
 */
function passOnErrors(steps: readonly StepExplanation[]): readonly StepExplanation[] {
  let depth = -1;
  let error = "";
  return steps
    .toReversed()
    .map((step): StepExplanation => {
      if (step.outcome === "error" && depth < 0) ({ depth, error } = step);
      else if (step.depth < depth) {
        depth = step.depth;
        return { ...step, outcome: "error", error };
      }
      return step;
    })
    .reverse();
}

/** A child of an expression is an expression, or the entry of a record with one. */
function expressionIn(node: Node): Expression {
  return (node.kind === "entry" ? node.value : node) as Expression;
}

function describe(outcome: TraceOutcome | undefined, speller: Speller): StepOutcome {
  switch (outcome?.kind) {
    case "value":
      return { outcome: "value", value: speller.value(outcome.value) };
    case "error":
      return { outcome: "error", error: outcome.error.message };
    case "skipped":
    case undefined:
      return { outcome: "skipped" };
  }
}
