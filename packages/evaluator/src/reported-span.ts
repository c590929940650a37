import type { Span } from "@deodar/diagnostics";
import type { Expression } from "@deodar/syntax";

/**
 * The span that the reference reports for the value of an expression: the expression's own, but of a negative literal
 * the digits without the dash. (Steps of chains differ too; `chainOf` sees to them.)
 */
export function reportedSpan(expression: Expression): Span | undefined {
  const { span } = expression;
  if (span === undefined || expression.kind !== "long" || expression.value >= 0) return span;
  const digits = String(-expression.value).length;
  return { start: Math.max(span.start, span.end - digits), end: span.end };
}
