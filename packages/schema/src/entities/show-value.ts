import { printUid, printValue, type Value } from "@deodar/core";
import { escapeOf, isBareKey, showExpression } from "@deodar/core/json-reader";
import { compareStrings, escapeText, quote } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue } from "@deodar/json";

/** A value in JSON as the reference's messages on types show it; its extension functions are not called. */
export function showJson(json: JsonValue): string {
  if (isJsonArray(json)) return `[${json.map(showJson).sort(compareStrings).join(", ")}]`;
  if (!isJsonObject(json) || escapeOf(json) !== undefined) return showExpression(json);
  const members = Object.keys(json).sort(compareStrings);
  return `{${members.map((key) => `"${escapeText(key)}": ${showExpression(json[key] as JsonValue)}`).join(", ")}}`;
}

/** Sets and records that are deeper in a value are left out. */
const maxDepth = 200;

/** A value as the reference's messages on types show it. */
export function showValue(value: Value): string {
  return showOuter(value, 0);
}

function showOuter(value: Value, depth: number): string {
  if (typeof value !== "object" || depth > maxDepth) return showInner(value, depth);
  if (value.kind === "set") {
    return `[${value.elements
      .map((element) => showOuter(element, depth + 1))
      .sort(compareStrings)
      .join(", ")}]`;
  }
  if (value.kind !== "record") return showInner(value, depth);
  const show = (key: string): string =>
    `"${escapeText(key)}": ${showInner(value.entries.get(key) as Value, depth + 1)}`;
  return `{${value.sortedKeys().map(show).join(", ")}}`;
}

function showInner(value: Value, depth: number): string {
  if (typeof value === "number" || typeof value === "bigint") return value < 0 ? `(${value})` : String(value);
  if (typeof value !== "object") return printValue(value);
  if (value.kind === "entity") return printUid(value);
  if (value.kind !== "set" && value.kind !== "record") return printValue(value);
  if (depth > maxDepth) return "…";
  if (value.kind === "set")
    return `[${value
      .sorted()
      .map((element) => showInner(element, depth + 1))
      .join(", ")}]`;
  const show = (key: string): string =>
    `${isBareKey(key) ? key : quote(key)}: ${showInner(value.entries.get(key) as Value, depth + 1)}`;
  return `{${value.sortedKeys().map(show).join(", ")}}`;
}
