import { isJsonArray, isJsonFraction, type JsonObject, type JsonValue } from "./json-value.ts";

/** A container that is being printed: its keys (none for an array) and the next part. */
interface Open {
  readonly parts: readonly JsonValue[];
  readonly keys: readonly string[] | undefined;
  next: number;
}

/**
 * Prints a value as JSON text that {@link parseJson} reads back to an equal value: integers exactly, keys in their
 * order, lone surrogates as escapes. `indent` is the number of spaces a level (0: everything on one line, no spaces),
 * laid out as `JSON.stringify` lays it out. Takes values of any depth.
 */
export function stringifyJson(value: JsonValue, indent = 0): string {
  let text = "";
  const stack: Open[] = [];
  const colon = indent > 0 ? ": " : ":";
  let current: JsonValue = value;
  for (;;) {
    const opened = open(current);
    if (opened === undefined) text += leaf(current);
    else {
      text += opened.keys === undefined ? "[" : "{";
      stack.push(opened);
    }
    let top = stack.at(-1);
    while (top !== undefined && top.next === top.parts.length) {
      stack.pop();
      if (top.next > 0) text += line(indent, stack.length);
      text += top.keys === undefined ? "]" : "}";
      top = stack.at(-1);
    }
    if (top === undefined) return text;
    if (top.next > 0) text += ",";
    text += line(indent, stack.length);
    if (top.keys !== undefined) text += JSON.stringify(top.keys[top.next]) + colon;
    current = top.parts[top.next++] as JsonValue;
  }
}

function open(value: JsonValue): Open | undefined {
  if (typeof value !== "object" || value === null || isJsonFraction(value)) return undefined;
  if (isJsonArray(value)) return { parts: value, keys: undefined, next: 0 };
  const object: JsonObject = value;
  return { parts: Object.values(object), keys: Object.keys(object), next: 0 };
}

function leaf(value: JsonValue): string {
  if (typeof value === "string") return JSON.stringify(value);
  return isJsonFraction(value) ? value.text : String(value);
}

function line(indent: number, depth: number): string {
  return indent > 0 ? `\n${" ".repeat(indent * depth)}` : "";
}
