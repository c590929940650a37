import type { Value } from "@deodar/core";
import type { Expression, Policy } from "@deodar/syntax";
import type { EvaluationError } from "../evaluation-error.ts";
import { expected, typeError } from "../faults.ts";
import { reportedSpan } from "../reported-span.ts";
import type { SlotValues } from "../request.ts";
import { clausesOf } from "./clauses.ts";
import { desugared } from "./desugar.ts";
import { joinClauses } from "./join.ts";
import type { PartialEvaluator } from "./partial-evaluator.ts";
import { isFailed, isResidual, type PartialOutcome, type Residual, residual } from "./residual.ts";
import { expressionOf } from "./value-expression.ts";

/**
 * Whether a policy is satisfied: its scope and its conditions, which the reference joins as `a && (b && (c && …))`.
 * Behind a residual the rest is simplified, but stays as it was written if an error comes of it.
 */
export function evaluatePolicy(policy: Policy, evaluator: PartialEvaluator): boolean | Residual | EvaluationError {
  const clauses = clausesOf(policy);
  // What stands before the clause that decided, with nothing for what is satisfied.
  const before: (Expression | undefined)[] = [];
  let outcome: PartialOutcome = true;
  for (const clause of clauses) {
    outcome = evaluator.evaluate(clause);
    if (before.length === clauses.length - 1) break;
    if (outcome !== true && !isResidual(outcome)) {
      outcome = booleanOf(outcome, clause);
      break;
    }
    before.push(isResidual(outcome) ? outcome.expression : undefined);
  }
  return joinBackwards(clauses, before, outcome, evaluator);
}

/** Adds to the outcome of the last clause that was evaluated, from the right, what stands before it. */
function joinBackwards(
  clauses: readonly Expression[],
  before: readonly (Expression | undefined)[],
  last: PartialOutcome,
  { surroundings: { slots } }: PartialEvaluator,
): boolean | Residual | EvaluationError {
  const lastClause = clauses[before.length] as Expression;
  const joined: Expression[] = isResidual(last) ? [last.expression] : [];
  for (const [index, left] of [...before.entries()].reverse()) {
    if (joined.length > 0) {
      joined.push(left ?? { kind: "boolean", span: clauses[index]?.span, value: true });
    } else if (left !== undefined) {
      joined.push(isFailed(last) ? asWritten(clauses.slice(index + 1), slots) : expressionOf(last, lastClause.span));
      joined.push(left);
    } else if (index === before.length - 1) {
      last = booleanOf(last, lastClause);
    }
  }
  return joined.length > 0 ? residual(joinClauses(joined.reverse(), undefined)) : booleanOf(last, lastClause);
}

/** Clauses that are not simplified, because an error comes of them. */
function asWritten(clauses: readonly Expression[], slots: SlotValues): Expression {
  return joinClauses(
    clauses.map((clause) => desugared(clause, slots)),
    undefined,
  );
}

/** An outcome that is not a residual as the Boolean that it has to be. */
function booleanOf(outcome: PartialOutcome, clause: Expression): boolean | EvaluationError {
  if (typeof outcome === "boolean") return outcome;
  return isFailed(outcome) ? outcome : typeError(expected.bool, outcome as Value, reportedSpan(clause));
}
