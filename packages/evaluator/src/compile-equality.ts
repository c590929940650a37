import { type EntityUid, equalValues, type Value } from "@deodar/core";
import type { AttributePath } from "./attribute-path.ts";
import type { Compiler } from "./compiler.ts";
import type { Step } from "./step.ts";

/** `==`, or `!=` if `positive` is `false`. It is total: values of different types differ. */
export function compileEquality(positive: boolean, compiler: Compiler): Step {
  const left = compiler.take();
  const right = compiler.take();
  if (right.shape?.kind === "constant") return equalsConstant(left.step, right.shape.value, positive);
  if (left.shape?.kind === "constant") return equalsConstant(right.step, left.shape.value, positive);
  if (right.shape?.kind === "variable" && left.shape?.kind === "path") {
    const { name } = right.shape;
    if (name === "principal" || name === "resource") {
      return pathEqualsVariable(left.shape.path, left.step, name === "principal", positive);
    }
  }
  if (right.shape?.kind === "variable" && right.shape.name !== "context") {
    return equalsVariable(left.step, right.shape.name, positive);
  }
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

/** `==` with the request's principal, action or resource, such as `resource.owner == principal`. */
function equalsVariable(step: Step, name: "principal" | "action" | "resource", positive: boolean): Step {
  switch (name) {
    case "principal":
      return (environment) => {
        const value = step(environment);
        return value === undefined ? undefined : isUid(value, environment.principal) === positive;
      };
    case "action":
      return (environment) => {
        const value = step(environment);
        return value === undefined ? undefined : isUid(value, environment.action) === positive;
      };
    case "resource":
      return (environment) => {
        const value = step(environment);
        return value === undefined ? undefined : isUid(value, environment.resource) === positive;
      };
  }
}

/** `resource.owner == principal` and its like; `left` is the path as a step. */
function pathEqualsVariable(path: AttributePath, left: Step, isPrincipal: boolean, positive: boolean): Step {
  return (environment) => {
    // A number is looked at sooner than a type and an id.
    const target = path.target(environment);
    const known = isPrincipal ? environment.principalIsTarget(target) : environment.resourceIsTarget(target);
    if (known !== undefined) return known === positive;
    const value = path.find(environment) ?? left(environment);
    if (value === undefined) return undefined;
    return isUid(value, isPrincipal ? environment.principal : environment.resource) === positive;
  };
}

function isUid(value: Value, uid: EntityUid): boolean {
  return (
    value === uid ||
    (typeof value === "object" && value.kind === "entity" && value.id === uid.id && value.type === uid.type)
  );
}

function equalsEntity(step: Step, uid: EntityUid, positive: boolean): Step {
  return (environment) => {
    const value = step(environment);
    return value === undefined ? undefined : isUid(value, uid) === positive;
  };
}
