import type { Span } from "@deodar/diagnostics";
import type { And, Expression, If, Not, Or } from "@deodar/syntax";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import { expected, typeError } from "./faults.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Outcome, Step } from "./step.ts";

/** A step of which the surroundings demand a Boolean, with the span to report if it is not. */
export interface Operand {
  readonly step: Step;
  readonly span: Span | undefined;
}

export function compileOperand(expression: Expression, compiler: Compiler): Operand {
  return { step: compiler.takeStep(), span: reportedSpan(expression) };
}

/** The error for an outcome that is not a Boolean; one that is an error already stays as it is. */
export function notBoolean(outcome: Outcome, span: Span | undefined, environment: Environment): undefined {
  return outcome === undefined ? undefined : environment.fail(typeError(expected.bool, outcome, span));
}

/** A chain of `!`, however long. */
export function compileNot(expression: Not, compiler: Compiler): Step {
  const { step, span } = compileOperand(expression.operand, compiler);
  return (environment) => {
    const value = step(environment);
    return typeof value === "boolean" ? !value : notBoolean(value, span, environment);
  };
}

export function compileAnd(expression: And, compiler: Compiler): Step {
  return shortCircuit(
    expression.operands.map((operand) => compileOperand(operand, compiler)),
    false,
  );
}

export function compileOr(expression: Or, compiler: Compiler): Step {
  return shortCircuit(
    expression.operands.map((operand) => compileOperand(operand, compiler)),
    true,
  );
}

/**
 * The operands in order until one is `decisive`: `false` for a conjunction, `true` for a disjunction. Each operand that
 * is reached must be a Boolean, also the last one. Two and three operands, by far the most frequent, need no loop.
 */
export function shortCircuit(operands: readonly Operand[], decisive: boolean): Step {
  const [first, second, third] = operands;
  if (first !== undefined && second !== undefined && operands.length === 2) return ofTwo(first, second, decisive);
  if (first !== undefined && second !== undefined && third !== undefined && operands.length === 3) {
    return ofTwo(first, { step: ofTwo(second, third, decisive), span: undefined }, decisive);
  }
  return (environment) => {
    for (const { step, span } of operands) {
      const value = step(environment);
      if (value === decisive) return decisive;
      if (value !== !decisive) return notBoolean(value, span, environment);
    }
    return !decisive;
  };
}

function ofTwo(left: Operand, right: Operand, decisive: boolean): Step {
  const leftStep = left.step;
  const rightStep = right.step;
  const leftSpan = left.span;
  const rightSpan = right.span;
  return (environment) => {
    const leftValue = leftStep(environment);
    if (leftValue === decisive) return decisive;
    if (leftValue !== !decisive) return notBoolean(leftValue, leftSpan, environment);
    const rightValue = rightStep(environment);
    return typeof rightValue === "boolean" ? rightValue : notBoolean(rightValue, rightSpan, environment);
  };
}

export function compileIf(expression: If, compiler: Compiler): Step {
  const { step, span } = compileOperand(expression.condition, compiler);
  const consequent = compiler.takeStep();
  const alternative = compiler.takeStep();
  return (environment) => {
    const value = step(environment);
    if (value === true) return consequent(environment);
    return value === false ? alternative(environment) : notBoolean(value, span, environment);
  };
}
