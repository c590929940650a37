import { describeJson } from "@deodar/core/json-reader";
import { quote } from "@deodar/diagnostics";
import {
  emptyJsonObject,
  isJsonArray,
  isJsonObject,
  isWellFormed,
  type JsonObject,
  type JsonValue,
} from "@deodar/json";
import type { Faults } from "./faults.ts";
import { inside, type Place } from "./place.ts";

/** Notes that something else was expected. */
export function unexpected(found: JsonValue, expected: string, place: Place, faults: Faults): undefined {
  faults.add("schema-json/unexpected-type", place, { found: describeJson(found), expected });
  return undefined;
}

/** The fields that could stand there, in serde's words. */
export function expectedFields(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (names.length === 0) return "there are no fields";
  return `expected ${quoted.length > 2 ? `one of ${quoted.join(", ")}` : quoted.join(" or ")}`;
}

/** The members of the map at a place, without those whose key is no Unicode; none and a fault if it is no map. */
export function readEntries(json: JsonValue, place: Place, faults: Faults): readonly (readonly [string, JsonValue])[] {
  if (!isJsonObject(json)) {
    unexpected(json, "a map", place, faults);
    return [];
  }
  return Object.entries(json).filter(([key]) => isText(key, inside(place, key), faults));
}

/** The elements of the list at a place; none and a fault if it is no list. */
export function readList(json: JsonValue, place: Place, faults: Faults): readonly JsonValue[] {
  if (isJsonArray(json)) return json;
  unexpected(json, "a sequence", place, faults);
  return [];
}

/** Whether a text has no half of a surrogate pair, else a fault: Rust's strings, and so Cedar's, have none. */
function isText(text: string, place: Place, faults: Faults): boolean {
  if (isWellFormed(text)) return true;
  faults.add("schema-json/lone-surrogate", place, { text: quote(text.slice(0, 100)) });
  return false;
}

/** The string at a place; `""` and a fault if there is none, or one that is not well-formed Unicode. */
export function readString(json: JsonValue, place: Place, faults: Faults, expected = "a string"): string {
  if (typeof json === "string") return isText(json, place, faults) ? json : "";
  unexpected(json, expected, place, faults);
  return "";
}

/** The boolean at a place; `false` and a fault if there is none. */
export function readBoolean(json: JsonValue, place: Place, faults: Faults): boolean {
  if (typeof json === "boolean") return json;
  unexpected(json, "a boolean", place, faults);
  return false;
}

/** The fields of a structure in the order in which the reference declares them; `true` for those that must be there. */
export type Fields = { readonly [name: string]: boolean };

/**
 * The fields of the structure at a place that are there, with a fault for each that is missing or unknown; `undefined`
 * and a fault if there is no structure. As serde reads it: an object, or a list of the values in the order of the fields.
 */
export function readStructure(
  json: JsonValue,
  place: Place,
  name: string,
  fields: Fields,
  faults: Faults,
): JsonObject | undefined {
  const names = Object.keys(fields);
  if (isJsonArray(json)) return readValues(json, place, name, fields, faults);
  if (!isJsonObject(json)) return unexpected(json, `struct ${name}`, place, faults);
  for (const key of Object.keys(json)) {
    if (Object.hasOwn(fields, key)) continue;
    faults.add("schema-json/unknown-field", inside(place, key), { field: key, expected: expectedFields(names) });
  }
  for (const field of names) {
    if (fields[field] !== true || Object.hasOwn(json, field)) continue;
    faults.add("schema-json/missing-field", place, { field });
  }
  return json;
}

function readValues(
  json: readonly JsonValue[],
  place: Place,
  name: string,
  fields: Fields,
  faults: Faults,
): JsonObject {
  const names = Object.keys(fields);
  const object = emptyJsonObject();
  for (const [index, field] of names.entries()) {
    const value = json[index];
    if (value !== undefined) object[field] = value;
    else if (fields[field] === true) {
      const expected = `struct ${name} with ${names.length} elements`;
      faults.add("schema-json/wrong-length", place, { length: String(index), expected });
      return object;
    }
  }
  if (json.length > names.length) {
    const expected = "fewer elements in array";
    faults.add("schema-json/wrong-length", place, { length: String(json.length), expected });
  }
  return object;
}

/** The field of a structure; `undefined` if it is not there, which is not the same as `null`. */
export function field(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The field of a structure, or what stands in for it. */
export function fieldOr(object: JsonObject, name: string, otherwise: JsonValue): JsonValue {
  const value = field(object, name);
  return value === undefined ? otherwise : value;
}
