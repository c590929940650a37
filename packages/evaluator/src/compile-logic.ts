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
  /** Whether it can give nothing but a Boolean or an error. */
  readonly isBoolean: boolean;
}

export function compileOperand(expression: Expression, compiler: Compiler): Operand {
  return { step: compiler.takeStep(), span: reportedSpan(expression), isBoolean: givesBoolean(expression) };
}

/** Whether the value of an expression, if it has one, is a Boolean by the way it is written. */
export function givesBoolean(expression: Expression): boolean {
  switch (expression.kind) {
    case "boolean":
    case "not":
    case "and":
    case "or":
    case "relation":
    case "has":
    case "like":
    case "is":
    case "isEmpty":
      return true;
    case "method":
      return expression.method !== "getTag";
    default:
      return false;
  }
}

/** The step of an operand, which gives a Boolean or an error. */
function booleanStep({ step, span, isBoolean }: Operand): Step {
  if (isBoolean) return step;
  return (environment) => {
    const value = step(environment);
    return typeof value === "boolean" ? value : notBoolean(value, span, environment);
  };
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
 * is reached must be a Boolean, also the last one. Up to three operands, by far the most frequent, need no loop.
 */
export function shortCircuit(operands: readonly Operand[], decisive: boolean): Step {
  const steps = operands.map(booleanStep);
  const [first, second, third] = steps;
  if (first === undefined) return () => !decisive;
  if (second === undefined) return first;
  if (third === undefined) return ofTwo(first, second, decisive);
  if (steps.length === 3) return ofTwo(first, ofTwo(second, third, decisive), decisive);
  return (environment) => {
    for (const step of steps) {
      const value = step(environment);
      if (value !== !decisive) return value;
    }
    return !decisive;
  };
}

/** The right operand counts unless the left one is decisive or has failed. */
function ofTwo(left: Step, right: Step, decisive: boolean): Step {
  return decisive
    ? (environment) => {
        const value = left(environment);
        return value === false ? right(environment) : value;
      }
    : (environment) => {
        const value = left(environment);
        return value === true ? right(environment) : value;
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
