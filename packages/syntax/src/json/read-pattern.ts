import { isJsonObject, type JsonValue } from "@deodar/json";
import type { Faults } from "./faults.ts";
import { inside, type Place } from "./place.ts";
import { describe, oneOf, readArray, readString } from "./shape.ts";

const elements = ["Wildcard", "Literal"] as const;

/** The pieces between the wildcards of `["Wildcard", {"Literal": "text"}]`. */
export function readPattern(json: JsonValue, place: Place, faults: Faults): readonly [string, ...string[]] {
  const pieces: [string, ...string[]] = [""];
  for (const [index, element] of (readArray(json, place, faults) ?? []).entries()) {
    const text = readElement(element, inside(place, index), faults);
    if (text === wildcard) pieces.push("");
    else pieces[pieces.length - 1] += text ?? "";
  }
  return pieces;
}

const wildcard: unique symbol = Symbol("wildcard");

function readElement(json: JsonValue, place: Place, faults: Faults): string | typeof wildcard {
  const keys = isJsonObject(json) ? Object.keys(json) : [json];
  const [name] = keys;
  if (keys.length !== 1) {
    faults.misshapen("policy-json/single-key", place);
  } else if (typeof name !== "string") {
    faults.misshapen("policy-json/unexpected-type", place, { found: describe(json), expected: "string or map" });
  } else if (name === "Wildcard") {
    if (isJsonObject(json) && json[name] !== null) {
      const found = describe(json[name] as JsonValue);
      faults.misshapen("policy-json/unexpected-type", inside(place, name), { found, expected: "unit" });
    }
    return wildcard;
  } else if (name === "Literal") {
    if (isJsonObject(json)) return readString(json[name] as JsonValue, inside(place, name), faults);
    faults.misshapen("policy-json/unexpected-type", place, { found: "unit variant", expected: "newtype variant" });
  } else {
    faults.misshapen("policy-json/unknown-variant", place, { variant: name, expected: oneOf(elements) });
  }
  return "";
}
