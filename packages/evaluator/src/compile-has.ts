import type { Value } from "@deodar/core";
import { AttributeReader } from "@deodar/core/hierarchy";
import type { Span } from "@deodar/diagnostics";
import type { Has, Variable } from "@deodar/syntax";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import { expected, typeError } from "./faults.ts";
import { attributePlace, originOf } from "./origin.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Step } from "./step.ts";

/**
 * `target has a.b.c`: whether each step of the path is there. What is not there ends the test with `false`, and so
 * does an entity that does not exist; only a step into something that can have no attributes is an error.
 */
export function compileHas(expression: Has, compiler: Compiler): Step {
  const { target, path, span } = expression;
  const { step, shape } = compiler.take();
  const targetSpan = reportedSpan(target);
  const [name, ...further] = path;
  if (further.length === 0) {
    if (shape?.kind === "variable" && shape.name !== "action") return variableHas(shape.name, name);
    return (environment) => {
      const value = step(environment);
      return value === undefined ? undefined : hasAttribute(value, name, targetSpan, environment);
    };
  }
  return (environment) => {
    const value = step(environment);
    if (value === undefined) return undefined;
    return hasPath(value, path, (depth) => spanAt(depth, expression, compiler, environment) ?? span, environment);
  };
}

/** Of these variables nothing has to be found out first. */
function variableHas(variable: Exclude<Variable["name"], "action">, name: string): Step {
  const reader = new AttributeReader(name);
  switch (variable) {
    case "principal":
      return (environment) => environment.principalAttribute(reader) !== undefined;
    case "resource":
      return (environment) => environment.resourceAttribute(reader) !== undefined;
    case "context":
      return (environment) => environment.context.entries.has(name);
  }
}

function spanAt(depth: number, { target, path }: Has, compiler: Compiler, environment: Environment): Span | undefined {
  return depth === 0
    ? reportedSpan(target)
    : originOf(target, path.slice(0, depth).map(attributePlace), compiler, environment);
}

function hasAttribute(
  value: Value,
  name: string,
  span: Span | undefined,
  environment: Environment,
): boolean | undefined {
  if (typeof value === "object") {
    if (value.kind === "entity") return environment.entity(value)?.attributes.has(name) ?? false;
    if (value.kind === "record") return value.entries.has(name);
  }
  return environment.fail(typeError(expected.recordOrEntity, value, span));
}

function hasPath(
  value: Value,
  path: readonly string[],
  spanAtDepth: (depth: number) => Span | undefined,
  environment: Environment,
): boolean | undefined {
  let owner = value;
  for (const [depth, name] of path.entries()) {
    const attributes = attributesOf(owner, environment);
    if (attributes === "none") return false;
    if (attributes === undefined) {
      return environment.fail(typeError(expected.recordOrEntity, owner, spanAtDepth(depth)));
    }
    const next = attributes.get(name);
    if (next === undefined) return false;
    owner = next;
  }
  return true;
}

/** The attributes, `"none"` for an entity that does not exist, `undefined` for what cannot have attributes. */
function attributesOf(value: Value, environment: Environment): ReadonlyMap<string, Value> | "none" | undefined {
  if (typeof value !== "object") return undefined;
  if (value.kind === "entity") return environment.entity(value)?.attributes ?? "none";
  return value.kind === "record" ? value.entries : undefined;
}
