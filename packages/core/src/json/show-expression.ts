import { compareStrings, quote } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue } from "@deodar/json";
import { extensionTable } from "../extension-functions.ts";
import { isBareKey } from "../text/identifier.ts";
import { escapeOf } from "./escape.ts";

/** A value in JSON as Cedar would write it, its calls not yet made: how the reference shows what is no context. */
export function showExpression(json: JsonValue): string {
  if (typeof json === "string") return quote(json);
  if (isJsonArray(json)) return `[${json.map(showExpression).join(", ")}]`;
  if (!isJsonObject(json)) return typeof json !== "boolean" && Number(json) < 0 ? `(${String(json)})` : String(json);
  const found = escapeOf(json);
  if (found?.kind === "entity") return `${found.type}::${quote(found.id)}`;
  if (found?.kind === "extension") return showCall(found.fn, found.args.map(showExpression));
  const members = Object.keys(json).sort(compareStrings);
  return `{${members.map((key) => `${isBareKey(key) ? key : quote(key)}: ${showExpression(json[key] as JsonValue)}`).join(", ")}}`;
}

const constructors: ReadonlySet<string> = new Set(["decimal", "ip", "datetime", "duration"]);

function showCall(fn: string, args: readonly string[]): string {
  const [receiver, ...others] = args;
  const isMethod = extensionTable.has(fn) && !constructors.has(fn) && receiver !== undefined;
  return isMethod ? `${receiver}.${fn}(${others.join(", ")})` : `${fn}(${args.join(", ")})`;
}
