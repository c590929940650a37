import type { Value } from "./value.ts";

/**
 * The name of a value's type as Cedar's error messages give it: `bool`, `long`, `string`, `set`, `record`,
 * ``(entity of type `User`)``, `decimal`, `ipaddr`, `datetime` or `duration`.
 */
export function typeOf(value: Value): string {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- no value is a function, a symbol or undefined
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "number":
    case "bigint":
      return "long";
    case "string":
      return "string";
    case "object":
      if (value.kind === "entity") return `(entity of type \`${value.type}\`)`;
      return value.kind === "ip" ? "ipaddr" : value.kind;
  }
}
