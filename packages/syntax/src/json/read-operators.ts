import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Expression } from "../ast.ts";
import type { Faults } from "./faults.ts";
import { checkEntityType } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { readPattern } from "./read-pattern.ts";
import { hasMembers, member, readObject, readString, wellFormed } from "./shape.ts";
import { binary, type Part, type Step, unary, unreadable } from "./step.ts";

/** The object with an operator's operands if it has just the required members and perhaps some optional ones. */
export function readOperands(
  json: JsonValue,
  place: Place,
  required: readonly string[],
  faults: Faults,
  optional: readonly string[] = [],
): JsonObject | undefined {
  const operands = readObject(json, place, "struct variant", faults);
  return operands !== undefined && hasMembers(operands, place, required, optional, faults) ? operands : undefined;
}

/** The part that is a member of an object which is known to have it. */
export function partOf(object: JsonObject, key: string, place: Place): Part {
  return { json: object[key] as JsonValue, place: inside(place, key), as: "expression" };
}

/** `{left, right}`. */
export function twoOperands(
  json: JsonValue,
  place: Place,
  faults: Faults,
  make: (left: Expression, right: Expression) => Expression,
): Step {
  const operands = readOperands(json, place, ["left", "right"], faults);
  if (operands === undefined) return unreadable;
  return binary(partOf(operands, "left", place), partOf(operands, "right", place), make);
}

/** `{arg}`. */
export function oneOperand(
  json: JsonValue,
  place: Place,
  faults: Faults,
  make: (operand: Expression) => Expression,
): Step {
  const operands = readOperands(json, place, ["arg"], faults);
  return operands === undefined ? unreadable : unary(partOf(operands, "arg", place), make);
}

/** `{left, attr}`. */
export function attribute(json: JsonValue, place: Place, faults: Faults): Step {
  const operands = readOperands(json, place, ["left", "attr"], faults);
  if (operands === undefined) return unreadable;
  const name = readString(operands["attr"] as JsonValue, inside(place, "attr"), faults);
  return unary(partOf(operands, "left", place), (target) => ({ kind: "attribute", span: undefined, target, name }));
}

/** `{left, attr}` with a name or a path of names; other members are let pass, as the reference does here. */
export function has(json: JsonValue, place: Place, faults: Faults): Step {
  const operands = isJsonObject(json) ? json : undefined;
  const path = operands && hasPath(member(operands, "attr"), inside(place, "attr"), faults);
  if (operands === undefined || path === undefined || !Object.hasOwn(operands, "left")) {
    faults.misshapen("policy-json/no-match", place, { name: "HasAttrRepr" });
    return unreadable;
  }
  return unary(partOf(operands, "left", place), (target) => ({ kind: "has", span: undefined, target, path }));
}

function hasPath(
  json: JsonValue | undefined,
  place: Place,
  faults: Faults,
): readonly [string, ...string[]] | undefined {
  const names = typeof json === "string" ? [json] : json;
  if (names === undefined || !isJsonArray(names) || !names.every((name) => typeof name === "string")) return undefined;
  const [first, ...rest] = names.map((name) => wellFormed(name, place, faults));
  return first === undefined ? undefined : [first, ...rest];
}

/** `{left, pattern}`. */
export function like(json: JsonValue, place: Place, faults: Faults): Step {
  const operands = readOperands(json, place, ["left", "pattern"], faults);
  if (operands === undefined) return unreadable;
  const pattern = readPattern(operands["pattern"] as JsonValue, inside(place, "pattern"), faults);
  return unary(partOf(operands, "left", place), (target) => ({ kind: "like", span: undefined, target, pattern }));
}

/** `{left, entity_type, in?}`. */
export function is(json: JsonValue, place: Place, faults: Faults): Step {
  const operands = readOperands(json, place, ["left", "entity_type"], faults, ["in"]);
  if (operands === undefined) return unreadable;
  const typePlace = inside(place, "entity_type");
  const given = operands["entity_type"] as JsonValue;
  const entityType = readString(given, typePlace, faults);
  if (typeof given === "string") checkEntityType(entityType, typePlace, faults);
  const left = partOf(operands, "left", place);
  const base = { kind: "is", span: undefined, entityType } as const;
  if ((member(operands, "in") ?? null) === null) return unary(left, (target) => ({ ...base, target, in: undefined }));
  return binary(left, partOf(operands, "in", place), (target, container) => ({ ...base, target, in: container }));
}

/** `{if, then, else}`. */
export function conditional(json: JsonValue, place: Place, faults: Faults): Step {
  const keys = ["if", "then", "else"];
  const operands = readOperands(json, place, keys, faults);
  if (operands === undefined) return unreadable;
  return {
    parts: keys.map((key) => partOf(operands, key, place)),
    make: ([condition, consequent, alternative]) => ({
      kind: "if",
      span: undefined,
      condition: condition as Expression,
      consequent: consequent as Expression,
      alternative: alternative as Expression,
    }),
  };
}
