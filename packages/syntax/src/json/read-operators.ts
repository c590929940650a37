import { isJsonArray } from "@deodar/json";
import type { Expression } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { entityTypeAt } from "./names.ts";
import { readPattern } from "./read-pattern.ts";
import { expressionAt, type Reader, type Step, unreadable } from "./step.ts";

/** Reads an object with these members, each of them an expression. */
export function operator(keys: readonly string[], make: (...operands: Expression[]) => Expression): Reader {
  return (at) => {
    if (!at.hasOperands(keys)) return unreadable;
    return { parts: keys.map((key) => expressionAt(at.at(key))), make: (operands) => make(...operands) };
  };
}

/** Reads `{left, key}`, where what is under the key is no expression. */
function property<T>(key: string, read: (at: Cursor) => T, make: (target: Expression, given: T) => Expression): Reader {
  return (at) => {
    if (!at.hasOperands(["left", key])) return unreadable;
    const given = read(at.at(key));
    return { parts: [expressionAt(at.at("left"))], make: ([target]) => make(target as Expression, given) };
  };
}

/** `{left, attr}`. */
export const attribute: Reader = property(
  "attr",
  (at) => at.text(),
  (target, name) => ({ kind: "attribute", span: undefined, target, name }),
);

/** `{left, pattern}`. */
export const like: Reader = property("pattern", readPattern, (target, pattern) => ({
  kind: "like",
  span: undefined,
  target,
  pattern,
}));

/** `{left, attr}` with a name or a path of names; other members are let pass, as the reference does here. */
export function has(at: Cursor): Step {
  const left = at.member("left");
  const attr = at.member("attr");
  const path = attr && hasPath(attr);
  if (left === undefined || path === undefined) {
    at.misshapen("policy-json/no-match", { name: "HasAttrRepr" });
    return unreadable;
  }
  return {
    parts: [expressionAt(left)],
    make: ([target]) => ({ kind: "has", span: undefined, target: target as Expression, path }),
  };
}

function hasPath(at: Cursor): readonly [string, ...string[]] | undefined {
  const names = isJsonArray(at.json) ? at.json : [at.json];
  if (!names.every((name) => typeof name === "string")) return undefined;
  const [first, ...rest] = names.map((name) => at.wellFormed(name));
  return first === undefined ? undefined : [first, ...rest];
}

/** `{left, entity_type, in?}`. */
export function is(at: Cursor): Step {
  if (!at.hasOperands(["left", "entity_type"], ["in"])) return unreadable;
  const entityType = entityTypeAt(at.at("entity_type"));
  const container = at.member("in");
  const operands = container === undefined || container.json === null ? [at.at("left")] : [at.at("left"), container];
  return {
    parts: operands.map(expressionAt),
    make: ([target, around]) => ({
      kind: "is",
      span: undefined,
      target: target as Expression,
      entityType,
      in: around,
    }),
  };
}
