import { isJsonObject } from "@deodar/json";
import type { Cursor } from "./cursor.ts";

/** The pieces between the wildcards of `["Wildcard", {"Literal": "text"}]`. */
export function readPattern(at: Cursor): readonly [string, ...string[]] {
  const pieces: [string, ...string[]] = [""];
  for (const element of at.elements()) {
    const text = readElement(element);
    if (text === wildcard) pieces.push("");
    else pieces[pieces.length - 1] += text;
  }
  return pieces;
}

const wildcard: unique symbol = Symbol("wildcard");

function readElement(at: Cursor): string | typeof wildcard {
  const { json } = at;
  const [name, more] = isJsonObject(json) ? Object.keys(json) : [json];
  if (isJsonObject(json) && (name === undefined || more !== undefined)) at.misshapen("policy-json/single-key");
  else if (typeof name !== "string") at.unexpected("string or map");
  else if (at.known(name, ["Wildcard", "Literal"]) === "Wildcard") {
    if (isJsonObject(json) && json[name] !== null) at.at(name).unexpected("unit");
    return wildcard;
  } else if (name === "Literal") {
    if (isJsonObject(json)) return at.at(name).text();
    at.misshapen("policy-json/unexpected-type", { found: "unit variant", expected: "newtype variant" });
  }
  return "";
}
