import { quote } from "@deodar/diagnostics";
import { isJsonArray, isJsonFraction, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Faults } from "./faults.ts";
import { inside, type Place } from "./place.ts";

/** What stands in the document instead of what should, in serde's words. */
export function describe(value: JsonValue): string {
  switch (typeof value) {
    case "boolean":
      return `boolean \`${value}\``;
    case "string":
      return `string ${quote(value)}`;
    case "bigint":
      return `integer \`${value}\``;
    case "number":
      return Number.isInteger(value) ? `integer \`${value}\`` : `floating point \`${value}\``;
    default:
      if (value === null) return "null";
      if (isJsonArray(value)) return "sequence";
      return isJsonFraction(value) ? `floating point \`${value.text}\`` : "map";
  }
}

/** Names to choose from, in serde's words: `` `a` ``, `` `a` or `b` ``, ``one of `a`, `b`, `c` ``. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length > 2 ? `one of ${quoted.join(", ")}` : quoted.join(" or ");
}

/** The object at a place, or `undefined` and a fault. */
export function readObject(json: JsonValue, place: Place, expected: string, faults: Faults): JsonObject | undefined {
  if (isJsonObject(json)) return json;
  faults.misshapen("policy-json/unexpected-type", place, { found: describe(json), expected });
  return undefined;
}

/** The array at a place, or `undefined` and a fault. */
export function readArray(json: JsonValue, place: Place, faults: Faults): readonly JsonValue[] | undefined {
  if (isJsonArray(json)) return json;
  faults.misshapen("policy-json/unexpected-type", place, { found: describe(json), expected: "a sequence" });
  return undefined;
}

const loneSurrogate = /\p{Cs}/u;

/** The string at a place; `""` and a fault if there is none, or one that is not well-formed Unicode. */
export function readString(json: JsonValue, place: Place, faults: Faults): string {
  if (typeof json !== "string") {
    faults.misshapen("policy-json/unexpected-type", place, { found: describe(json), expected: "a string" });
    return "";
  }
  return wellFormed(json, place, faults);
}

/** The string itself, with a fault if half a surrogate pair is in it: Rust's strings, and so Cedar's, have none. */
export function wellFormed(text: string, place: Place, faults: Faults): string {
  if (loneSurrogate.test(text))
    faults.misshapen("policy-json/lone-surrogate", place, { text: quote(text.slice(0, 100)) });
  return text;
}

/** The member of an object; `undefined` if it has no own one of this name. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * Whether an object has all the required members and none but these and the optional ones; notes a fault for each that
 * is missing or unknown.
 */
export function hasMembers(
  object: JsonObject,
  place: Place,
  required: readonly string[],
  optional: readonly string[],
  faults: Faults,
): boolean {
  let good = true;
  const known = [...required, ...optional];
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    faults.misshapen("policy-json/unknown-field", inside(place, key), { field: key, expected: oneOf(known) });
    good = false;
  }
  for (const key of required) {
    if (Object.hasOwn(object, key)) continue;
    faults.misshapen("policy-json/missing-field", place, { field: key });
    good = false;
  }
  return good;
}

/**
 * One of a few words: the string itself or, as serde writes variants without content, an object `{word: null}`. Any
 * other is a fault, and `undefined`.
 */
export function readVariant<Word extends string>(
  json: JsonValue,
  place: Place,
  words: readonly Word[],
  faults: Faults,
): Word | undefined {
  if (!isJsonObject(json)) {
    if (typeof json === "string") return knownWord(json, place, words, faults);
    faults.misshapen("policy-json/unexpected-type", place, { found: describe(json), expected: "string or map" });
    return undefined;
  }
  const [key, more] = Object.keys(json);
  if (key === undefined || more !== undefined) {
    faults.misshapen("policy-json/single-key", place);
    return undefined;
  }
  const word = knownWord(key, place, words, faults);
  const content = json[key] as JsonValue;
  if (word === undefined || content === null) return word;
  faults.misshapen("policy-json/unexpected-type", inside(place, key), { found: describe(content), expected: "unit" });
  return undefined;
}

function knownWord<Word extends string>(
  text: string,
  place: Place,
  words: readonly Word[],
  faults: Faults,
): Word | undefined {
  const word = words.find((each) => each === text);
  if (word === undefined) {
    faults.misshapen("policy-json/unknown-variant", place, { variant: text, expected: oneOf(words) });
  }
  return word;
}
