import { isJsonArray, isJsonFraction, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Expression } from "../ast.ts";
import { compareKeys } from "../key-order.ts";
import type { Faults } from "./faults.ts";
import { checkFunctionName, checkReference } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { member, wellFormed } from "./shape.ts";
import { leaf, type Part, type Step, unreadable } from "./step.ts";

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/**
 * A literal value: a boolean, integer, string, array (a set) or object (a record), where an object with the one key
 * `__entity` or `__extn` stands for an entity or an extension value if what is in it has the right shape, and is a
 * record if not, as in the reference.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html
 */
export function valueStep(json: JsonValue, place: Place, faults: Faults): Step {
  switch (typeof json) {
    case "boolean":
      return leaf({ kind: "boolean", span: undefined, value: json });
    case "string":
      return leaf({ kind: "string", span: undefined, value: wellFormed(json, place, faults) });
    case "number":
    case "bigint":
      return integer(json, place, faults);
    default:
      if (isJsonArray(json)) return set(json, place);
      if (isJsonObject(json)) return escapedValue(json, place, faults) ?? record(json, place, faults);
      if (json === null) faults.meaningless("policy-json/null-value", place);
      else faults.misshapen("policy-json/no-match", place, { name: "RawCedarValueJson" });
      return unreadable;
  }
}

function isLong(value: number | bigint): boolean {
  return typeof value === "number" ? Number.isSafeInteger(value) : value >= smallest && value <= largest;
}

function integer(value: number | bigint, place: Place, faults: Faults): Step {
  if (!isLong(value)) {
    faults.misshapen("policy-json/no-match", place, { name: "RawCedarValueJson" });
    return unreadable;
  }
  const number = Number(value);
  return leaf({ kind: "long", span: undefined, value: Number.isSafeInteger(number) ? number : value });
}

function set(elements: readonly JsonValue[], place: Place): Step {
  return {
    parts: elements.map((json, index): Part => ({ json, place: inside(place, index), as: "value" })),
    make: (parts) => ({ kind: "set", span: undefined, elements: parts }),
  };
}

function record(object: JsonObject, place: Place, faults: Faults): Step {
  return recordStep(object, place, "value", faults);
}

/** A record with its entries in the order of their keys: JavaScript moves keys like `1` about, so theirs says nothing. */
export function recordStep(object: JsonObject, place: Place, as: Part["as"], faults: Faults): Step {
  const keys = Object.keys(object).sort(compareKeys);
  return {
    parts: keys.map((key) => ({ json: object[key] as JsonValue, place: inside(place, key), as })),
    make: (values) => ({
      kind: "record",
      span: undefined,
      entries: keys.map((key, index) => ({
        kind: "entry",
        span: undefined,
        key: wellFormed(key, inside(place, key), faults),
        value: values[index] as Expression,
      })),
    }),
  };
}

function escapedValue(object: JsonObject, place: Place, faults: Faults): Step | undefined {
  const [key, more] = Object.keys(object);
  if (key === undefined || more !== undefined) return undefined;
  const content = object[key] as JsonValue;
  if (key === "__expr" && typeof content === "string") {
    faults.meaningless("policy-json/expression-escape", place, { context: "while parsing JSON policy `JSON policy`" });
    return unreadable;
  }
  if (!isJsonObject(content)) return undefined;
  if (key === "__entity") return entity(content, inside(place, key), faults);
  return key === "__extn" ? call(content, inside(place, key), faults) : undefined;
}

function entity(content: JsonObject, place: Place, faults: Faults): Step | undefined {
  const type = member(content, "type");
  const id = member(content, "id");
  if (typeof type !== "string" || typeof id !== "string") return undefined;
  checkReference(type, id, inside(place, "type"), faults);
  checkIgnored(content, ["type", "id"], place, faults);
  return leaf({ kind: "entity", span: undefined, type, id: wellFormed(id, inside(place, "id"), faults) });
}

function call(content: JsonObject, place: Place, faults: Faults): Step | undefined {
  const name = member(content, "fn");
  if (typeof name !== "string") return undefined;
  const parts = callParts(content, place);
  if (parts === undefined) return undefined;
  checkFunctionName(name, inside(place, "fn"), faults);
  checkIgnored(content, ["fn", Object.hasOwn(content, "arg") ? "arg" : "args"], place, faults);
  return { parts, make: (given) => ({ kind: "extension", span: undefined, name, arguments: given }) };
}

function callParts(content: JsonObject, place: Place): readonly Part[] | undefined {
  const single = member(content, "arg");
  if (single !== undefined) return [{ json: single, place: inside(place, "arg"), as: "value" }];
  const several = member(content, "args");
  if (several === undefined || !isJsonArray(several)) return undefined;
  const around = inside(place, "args");
  return several.map((json, index): Part => ({ json, place: inside(around, index), as: "value" }));
}

/** Further members of an escape say nothing, but the numbers in them must be such as literals can have. */
function checkIgnored(content: JsonObject, used: readonly string[], place: Place, faults: Faults): void {
  for (const [key, member] of Object.entries(content)) {
    if (!used.includes(key) && !hasOnlyLongs(member)) {
      faults.misshapen("policy-json/no-match", inside(place, key), { name: "RawCedarValueJson" });
    }
  }
}

function hasOnlyLongs(json: JsonValue): boolean {
  const todo: JsonValue[] = [json];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (isJsonFraction(next)) return false;
    if (typeof next === "number" || typeof next === "bigint") {
      if (!isLong(next)) return false;
    } else if (typeof next === "object" && next !== null) {
      for (const inner of Object.values(next)) todo.push(inner);
    }
  }
  return true;
}
