import { debugString } from "@deodar/core";
import type { Type } from "../model.ts";

/** A type that is longer than this, written out, is cut off: common types can make it exponentially long. */
const maxLength = 10_000;

/**
 * A type as the reference's messages on entities show it: `long`, `` `User` ``, `[string]`,
 * `{ "name" => (required) string }`.
 */
export function describeType(type: Type): string {
  const parts: string[] = [];
  let length = 0;
  // What is still to be written, the next at the end.
  const pending: (Type | string)[] = [type];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (length > maxLength) {
      parts.push("…");
      break;
    }
    const text = typeof next === "string" ? next : open(next, pending);
    parts.push(text);
    length += text.length;
  }
  return parts.join("");
}

/** The beginning of a type; what follows it is put on the pile. */
function open(type: Type, pending: (Type | string)[]): string {
  switch (type.kind) {
    case "boolean":
      return "bool";
    case "long":
    case "string":
      return type.kind;
    case "entity":
      return `\`${type.name}\``;
    case "extension":
      return type.name;
    case "set":
      pending.push("]", type.element);
      return "[";
    case "record": {
      const items: (Type | string)[] = [];
      for (const [name, { type: attribute, required }] of type.attributes) {
        const separator = items.length === 0 ? "" : ", ";
        items.push(`${separator}${debugString(name)} => (${required ? "required" : "optional"}) `, attribute);
      }
      pending.push(" }", ...items.reverse());
      return "{ ";
    }
  }
}
