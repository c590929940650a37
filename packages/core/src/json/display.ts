import { compareStrings } from "@deodar/diagnostics";
import { isJsonArray, isJsonFraction, isJsonObject, type JsonValue, stringifyJson } from "@deodar/json";
import { debugString } from "../text/debug-string.ts";

/** A JSON value as the reference shows it in messages: the keys of the outermost object sorted. */
export function displayJson(json: JsonValue): string {
  if (isJsonObject(json)) {
    const members = Object.keys(json).sort(compareStrings);
    return `{${members.map((key) => `"${key}":${stringifyJson(json[key] as JsonValue)}`).join(",")}}`;
  }
  return isJsonArray(json) ? `[${json.map(displayJson).join(", ")}]` : stringifyJson(json);
}

/** What a JSON value is, in the words of the reference's messages on wrong types. */
export function describeJson(json: JsonValue): string {
  if (json === null) return "null";
  if (typeof json === "string") return `string ${debugString(json)}`;
  if (typeof json === "boolean") return `boolean \`${json}\``;
  if (isJsonFraction(json)) return `floating point \`${json.text}\``;
  if (typeof json === "object") return isJsonArray(json) ? "sequence" : "map";
  // Beyond 64 bits, with or without a sign, serde reads a float.
  const fits = typeof json === "number" || BigInt.asIntN(64, json) === json || BigInt.asUintN(64, json) === json;
  return `${fits ? "integer" : "floating point"} \`${json}\``;
}
