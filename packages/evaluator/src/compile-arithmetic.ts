import { addLong, type Long, multiplyLong, negateLong, subtractLong, type Value } from "@deodar/core";
import type { Span } from "@deodar/diagnostics";
import type { Expression, Negate, Product, Sum } from "@deodar/syntax";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import { expected, overflow, typeError } from "./faults.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Step } from "./step.ts";

/** One operand of a sum or a product, and how it is joined to what stands before it. */
interface Term {
  readonly apply: (left: Long, right: Long) => Long | undefined;
  /** The word for it in the message about an overflow. */
  readonly operation: string;
  readonly step: Step;
  readonly span: Span | undefined;
}

export function compileSum(expression: Sum, compiler: Compiler): Step {
  const [head, ...rest] = expression.operands as [Expression, ...Expression[]];
  const first = compiler.takeStep();
  const terms = rest.map((operand, index): Term => {
    const plus = expression.operators[index] === "+";
    return termOf(operand, plus ? addLong : subtractLong, plus ? "add" : "subtract", compiler);
  });
  return calculation(first, reportedSpan(head), terms, expression.span);
}

export function compileProduct(expression: Product, compiler: Compiler): Step {
  const [head, ...rest] = expression.operands as [Expression, ...Expression[]];
  const first = compiler.takeStep();
  const terms = rest.map((operand) => termOf(operand, multiplyLong, "multiply", compiler));
  return calculation(first, reportedSpan(head), terms, expression.span);
}

function termOf(operand: Expression, apply: Term["apply"], operation: string, compiler: Compiler): Term {
  return { apply, operation, step: compiler.takeStep(), span: reportedSpan(operand) };
}

/**
 * Joins the terms from left to right. Both sides of an operator are evaluated before either type is looked at. Only the
 * first operand can be on the left and not be a Long; further on it is a result.
 */
function calculation(first: Step, firstSpan: Span | undefined, terms: readonly Term[], span: Span | undefined): Step {
  return (environment) => {
    let left = first(environment);
    for (const { apply, operation, step, span: rightSpan } of terms) {
      if (left === undefined) return undefined;
      const right = step(environment);
      if (right === undefined) return undefined;
      if (!isLong(left)) return notLong(left, firstSpan, environment);
      if (!isLong(right)) return notLong(right, rightSpan, environment);
      const result = apply(left, right);
      if (result === undefined) return environment.fail(overflow(operation, [left, right], span));
      left = result;
    }
    return left;
  };
}

export function compileNegate(expression: Negate, compiler: Compiler): Step {
  const { span } = expression;
  const operandSpan = reportedSpan(expression.operand);
  const step = compiler.takeStep();
  return (environment) => {
    const value = step(environment);
    if (value === undefined) return undefined;
    if (!isLong(value)) return notLong(value, operandSpan, environment);
    return negateLong(value) ?? environment.fail(overflow("negate", [value], span));
  };
}

/** Every number and bigint among values is a Long. */
export function isLong(value: Value): value is Long {
  return typeof value === "number" || typeof value === "bigint";
}

function notLong(value: Value, span: Span | undefined, environment: Environment): undefined {
  return environment.fail(typeError(expected.long, value, span));
}
