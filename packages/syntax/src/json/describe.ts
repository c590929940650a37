import { quote } from "@deodar/diagnostics";
import { isJsonArray, isJsonFraction, type JsonValue } from "@deodar/json";

/** What stands in the document instead of what should, in serde's words. */
export function describe(value: JsonValue): string {
  switch (typeof value) {
    case "boolean":
      return `boolean \`${value}\``;
    case "string":
      return `string ${quote(value)}`;
    case "bigint":
      return `integer \`${value}\``;
    case "number":
      return Number.isInteger(value) ? `integer \`${value}\`` : `floating point \`${value}\``;
    default:
      if (value === null) return "null";
      if (isJsonArray(value)) return "sequence";
      return isJsonFraction(value) ? `floating point \`${value.text}\`` : "map";
  }
}

/** Names to choose from, in serde's words: `` `a` ``, `` `a` or `b` ``, ``one of `a`, `b`, `c` ``. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length > 2 ? `one of ${quoted.join(", ")}` : quoted.join(" or ");
}
