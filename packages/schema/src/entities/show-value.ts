import { compareStrings, printValue, type Value } from "@deodar/core";
import { Cursor, escapeOf, showExpression, writeValue } from "@deodar/core/json-reader";
import { escapeText } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue } from "@deodar/json";

/** A value in JSON as the reference's messages on types show it; its extension functions are not called. */
export function showJson(json: JsonValue): string {
  if (isJsonArray(json)) return `[${json.map(showJson).sort(compareStrings).join(", ")}]`;
  if (!isJsonObject(json) || escapeOf(json) !== undefined) return showExpression(json);
  const members = Object.keys(json).sort(compareStrings);
  return `{${members.map((key) => `"${escapeText(key)}": ${showExpression(json[key] as JsonValue)}`).join(", ")}}`;
}

/** A value as the reference's messages on types show it. */
export function showValue(value: Value): string {
  const json = writeValue(value, new Cursor({ prefix: "", where: () => "", evaluating: () => "" }, true));
  // What has no JSON form is shown as well as can be.
  return json === undefined ? printValue(value) : showJson(json);
}
