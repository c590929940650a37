import { compareLong, type Datetime, type Duration, type Value } from "@deodar/core";
import type { Span } from "@deodar/diagnostics";
import type { Relation } from "@deodar/syntax";
import { isLong } from "./compile-arithmetic.ts";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import { expected, typeError } from "./faults.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Step } from "./step.ts";

type Comparison = "<" | "<=" | ">" | ">=";

/** `<` and its kin: on Longs, or on two datetimes, or on two durations. */
export function compileComparison(expression: Relation, operator: Comparison, compiler: Compiler): Step {
  const left = compiler.takeStep();
  const right = compiler.takeStep();
  const leftSpan = reportedSpan(expression.left);
  const rightSpan = reportedSpan(expression.right);
  // As the reference has it, `a > b` is `!(a <= b)` and `a >= b` is `!(a < b)`.
  const positive = operator === "<" || operator === "<=";
  const orEqual = operator === "<=" || operator === ">";
  return (environment) => {
    const leftValue = left(environment);
    if (leftValue === undefined) return undefined;
    const rightValue = right(environment);
    if (rightValue === undefined) return undefined;
    if (typeof leftValue === "number" && typeof rightValue === "number") {
      return (orEqual ? leftValue <= rightValue : leftValue < rightValue) === positive;
    }
    const order = orderOf(leftValue, rightValue);
    if (order === undefined) return incomparable(leftValue, leftSpan, rightValue, rightSpan, environment);
    return (orEqual ? order <= 0 : order < 0) === positive;
  };
}

/** Negative, zero or positive as the left value is less, equal or greater; `undefined` if they cannot be compared. */
function orderOf(left: Value, right: Value): number | undefined {
  if (isLong(left)) return isLong(right) ? compareLong(left, right) : undefined;
  if (!isTime(left) || !isTime(right) || left.kind !== right.kind) return undefined;
  return compareLong(left.milliseconds, right.milliseconds);
}

function isTime(value: Value): value is Datetime | Duration {
  return typeof value === "object" && (value.kind === "datetime" || value.kind === "duration");
}

/** Whichever side has a type that can be compared says what the other one should have been; Longs go first. */
function incomparable(
  left: Value,
  leftSpan: Span | undefined,
  right: Value,
  rightSpan: Span | undefined,
  environment: Environment,
): undefined {
  if (isLong(left)) return environment.fail(typeError(expected.long, right, rightSpan));
  if (isLong(right)) return environment.fail(typeError(expected.long, left, leftSpan));
  if (isTime(left)) return environment.fail(typeError(left.kind, right, rightSpan));
  if (isTime(right)) return environment.fail(typeError(right.kind, left, leftSpan));
  const help = "Only types long, datetime, duration support comparison";
  return environment.fail(typeError(expected.comparable, left, leftSpan, help));
}
