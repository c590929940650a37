import { type EntityUid, equalValues, type Value } from "@deodar/core";
import type { Compiler } from "./compiler.ts";
import type { Step } from "./step.ts";

/** `==`, or `!=` if `positive` is `false`. It is total: values of different types differ. */
export function compileEquality(positive: boolean, compiler: Compiler): Step {
  const left = compiler.take();
  const right = compiler.take();
  if (right.shape?.kind === "constant") return equalsConstant(left.step, right.shape.value, positive);
  if (left.shape?.kind === "constant") return equalsConstant(right.step, left.shape.value, positive);
  const leftStep = left.step;
  const rightStep = right.step;
  return (environment) => {
    const leftValue = leftStep(environment);
    if (leftValue === undefined) return undefined;
    const rightValue = rightStep(environment);
    if (rightValue === undefined) return undefined;
    return (leftValue === rightValue || equalValues(leftValue, rightValue)) === positive;
  };
}

/** The other side cannot fail, so which of them is evaluated first makes no difference. */
function equalsConstant(step: Step, constant: Value, positive: boolean): Step {
  if (typeof constant !== "object") {
    return (environment) => {
      const value = step(environment);
      return value === undefined ? undefined : (value === constant) === positive;
    };
  }
  if (constant.kind === "entity") return equalsEntity(step, constant, positive);
  return (environment) => {
    const value = step(environment);
    return value === undefined ? undefined : equalValues(value, constant) === positive;
  };
}

function equalsEntity(step: Step, { type, id }: EntityUid, positive: boolean): Step {
  return (environment) => {
    const value = step(environment);
    if (value === undefined) return undefined;
    return (
      (typeof value === "object" && value.kind === "entity" && value.id === id && value.type === type) === positive
    );
  };
}
