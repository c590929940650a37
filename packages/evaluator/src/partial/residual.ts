import type { Value } from "@deodar/core";
import type { Expression } from "@deodar/syntax";
import type { EvaluationError } from "../evaluation-error.ts";

/**
 * What is left of an expression that could not be evaluated to a value, because something in it is not known. The
 * expression has been simplified as far as Cedar's reference does it. Where a value is not known, it has a call of
 * `unknown` with the name of what is missing: `unknown("principal")`.
 *
 * Source: https://github.com/cedar-policy/rfcs/blob/main/text/0095-type-aware-partial-evaluation.md (on its predecessor)
 */
export interface Residual {
  readonly kind: "residual";
  readonly expression: Expression;
}

/** A value, or what is left of an expression that has none yet. */
export type PartialValue = Value | Residual;

/** What partial evaluation gives: a value, a residual, or an error that will occur whatever the unknowns are. */
export type PartialOutcome = PartialValue | EvaluationError;

/** Whether this is a residual rather than a value or an error. */
export function isResidual(outcome: PartialOutcome): outcome is Residual {
  return typeof outcome === "object" && outcome.kind === "residual";
}

/** Whether this is an error. */
export function isFailed(outcome: PartialOutcome): outcome is EvaluationError {
  return typeof outcome === "object" && outcome.kind === "error";
}

/** The residual with this expression, which has to have an unknown in it. */
export function residual(expression: Expression): Residual {
  return { kind: "residual", expression };
}

/**
 * A value that is not known, under a name by which it can be given later. The names `principal`, `action`, `resource`
 * and `context` stand for the parts of the request.
 */
export function unknown(name: string): Residual {
  return residual(unknownExpression(name));
}

/** The call of `unknown` that stands for a value which is not known. */
export function unknownExpression(name: string, span?: Expression["span"]): Expression {
  return { kind: "extension", span, name: "unknown", arguments: [{ kind: "string", span, value: name }] };
}

/** Whether the expression is an unknown: a call of `unknown` with a name. */
export function isUnknown(expression: Expression): boolean {
  return (
    expression.kind === "extension" &&
    expression.name === "unknown" &&
    expression.arguments.length === 1 &&
    expression.arguments[0]?.kind === "string"
  );
}
