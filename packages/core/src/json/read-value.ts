import { isJsonArray, isJsonFraction, type JsonObject, type JsonValue } from "@deodar/json";
import { applyExtension, isCallFault } from "../extension-functions.ts";
import { isTypeName } from "../text/identifier.ts";
import { longFromBigInt } from "../values/long.ts";
import { recordOf } from "../values/record.ts";
import { setOf } from "../values/set.ts";
import type { Value } from "../values/value.ts";
import type { Cursor } from "./cursor.ts";
import { type Escape, escapeOf } from "./escape.ts";
import { nameFault } from "./name-fault.ts";
import { uidOf } from "./read-uid.ts";

/**
 * Reads a value: gives it, or `undefined` after noting the error at the cursor. A schema gives readers of its own for
 * the types that it expects, which fall back on {@link readValue}.
 */
export type ReadValue = (json: JsonValue, cursor: Cursor) => Value | undefined;

/**
 * Reads a value as JSON has it without a schema: booleans, integers, strings, arrays as sets, objects as records, and
 * the escapes `__entity` and `__extn`. Extension functions are called, so that their faults are found here. Recurses, so
 * the JSON must come from `parseJson` or `fromPlain`, which bound its depth.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html#entity-attrs
 */
export const readValue: ReadValue = (json, cursor) => {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- no value is a function, a symbol or undefined
  switch (typeof json) {
    case "boolean":
    case "number":
      return json;
    case "string":
      return cursor.isText(json) ? json : undefined;
    case "bigint":
      return longFromBigInt(json) ?? cursor.fail("entities/not-a-long");
    case "object":
      if (json === null) return cursor.fail("entities/null");
      if (isJsonFraction(json)) return cursor.fail("entities/not-a-long");
      return isJsonArray(json) ? readSet(json, cursor) : readObject(json, cursor);
  }
};

function readSet(json: readonly JsonValue[], cursor: Cursor): Value | undefined {
  const elements = readAll(json, cursor);
  return elements === undefined ? undefined : setOf(elements);
}

function readAll(json: readonly JsonValue[], cursor: Cursor): Value[] | undefined {
  const values: Value[] = [];
  for (let index = 0; index < json.length && !cursor.full; index += 1) {
    cursor.path.push(index);
    const value = readValue(json[index] as JsonValue, cursor);
    cursor.path.pop();
    if (value !== undefined) values.push(value);
  }
  return values.length === json.length ? values : undefined;
}

function readObject(json: JsonObject, cursor: Cursor): Value | undefined {
  const found = escapeOf(json);
  if (found !== undefined) return readEscape(found, cursor);
  const entries = readMembers(json, cursor);
  return entries === undefined ? undefined : recordOf(entries);
}

function readMembers(json: JsonObject, cursor: Cursor): Map<string, Value> | undefined {
  const entries = new Map<string, Value>();
  const keys = Object.keys(json);
  for (const key of keys) {
    cursor.path.push(key);
    const value = cursor.isText(key) ? readValue(json[key] as JsonValue, cursor) : undefined;
    cursor.path.pop();
    if (value !== undefined) entries.set(key, value);
    else if (cursor.full) break;
  }
  return entries.size === keys.length ? entries : undefined;
}

function readEscape(found: Escape, cursor: Cursor): Value | undefined {
  switch (found.kind) {
    case "expression":
      return cursor.fail("entities/expr-escape");
    case "entity":
      if (!found.ignored.every(isReadable)) return cursor.fail("entities/not-a-long");
      return cursor.at("__entity", () => uidOf(found.type, found.id, cursor));
    case "extension":
      if (!found.ignored.every(isReadable)) return cursor.fail("entities/not-a-long");
      return cursor.at("__extn", () => readCall(found, cursor));
  }
}

function readCall(call: Escape & { readonly kind: "extension" }, cursor: Cursor): Value | undefined {
  const named = isFunctionName(call.fn, cursor);
  const args = call.many ? cursor.at("args", () => readAll(call.args, cursor)) : readArgument(call.args, cursor);
  if (args === undefined || !named) return undefined;
  const result = applyExtension(call.fn, args);
  if (!isCallFault(result)) return result;
  return cursor.fail("entities/extension-call", { reason: result.message }, result.help);
}

/** Whether a text can be the name of an extension function; notes the error if it cannot. */
export function isFunctionName(fn: string, cursor: Cursor): boolean {
  if (!cursor.isText(fn)) return false;
  if (isTypeName(fn)) return true;
  cursor.fail("entities/invalid-function-name", { value: fn, reason: nameFault(fn) });
  return false;
}

function readArgument([arg]: readonly JsonValue[], cursor: Cursor): Value[] | undefined {
  const value = cursor.at("arg", () => readValue(arg as JsonValue, cursor));
  return value === undefined ? undefined : [value];
}

/** Whether the reference can read this as data at all, though it then ignores it: all numbers must be Longs. */
export function isReadable(json: JsonValue): boolean {
  if (typeof json === "bigint") return longFromBigInt(json) !== undefined;
  if (typeof json !== "object" || json === null) return true;
  if (isJsonFraction(json)) return false;
  return isJsonArray(json) ? json.every(isReadable) : Object.values(json).every(isReadable);
}
