import { isJsonArray, isJsonObject, type JsonValue } from "@deodar/json";
import type { Choices } from "@deodar/testing";

type Fields = { readonly [name: string]: JsonValue };

const constructors: ReadonlySet<string> = new Set(["ip", "decimal", "datetime", "duration", "offset"]);

/** A JSON policy with some of its constant expressions, such as sets and calls of constructors, inside of one `Value`. */
export function wrapValues(choices: Choices, json: JsonValue): JsonValue {
  if (isJsonArray(json)) return json.map((each) => wrapValues(choices, each));
  if (!isJsonObject(json)) return json;
  const value = choices.chance(60) ? constantOf(json) : undefined;
  if (value !== undefined) return { Value: value };
  return mapped(json, (each) => wrapValues(choices, each));
}

/** The value of a constant expression, as `Value` holds it; `undefined` for any other. */
function constantOf(json: JsonValue): JsonValue | undefined {
  if (!isJsonObject(json)) return undefined;
  const [[key, content] = ["", null], ...others] = Object.entries(json);
  if (others.length > 0) return undefined;
  if (key === "Value") return content;
  if (key === "Set" && isJsonArray(content)) return allOf(content);
  if (key === "Record" && isJsonObject(content)) {
    const values = allOf(Object.values(content));
    return values && Object.fromEntries(Object.keys(content).map((name, index) => [name, values[index] as JsonValue]));
  }
  if (!constructors.has(key) || !isJsonArray(content)) return undefined;
  const args = allOf(content);
  const [arg] = args ?? [];
  if (args === undefined) return undefined;
  return { __extn: args.length === 1 && arg !== undefined ? { fn: key, arg } : { fn: key, args } };
}

function allOf(parts: readonly JsonValue[]): JsonValue[] | undefined {
  const values: JsonValue[] = [];
  for (const part of parts) {
    const value = constantOf(part);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function mapped(fields: Fields, change: (value: JsonValue) => JsonValue): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));
}
