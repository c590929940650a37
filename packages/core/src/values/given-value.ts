import { ownUid } from "./entity-uid.ts";
import { longFromBigInt } from "./long.ts";
import type { Value } from "./value.ts";

/**
 * A value that a program hands over, with a Long in canonical form: `5n` and `-0` are Longs for the compiler of
 * TypeScript, but equal neither `5` nor `0`. Throws a `TypeError` for what is no value: it would be equal to nothing, so
 * that a `forbid` would be lost silently. A uid is copied, unless it cannot change. What else an object holds was looked at when it was made.
 */
export function givenValue(value: Value): Value {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- no value is a function, a symbol or undefined
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      // Adding zero turns `-0` into `0`.
      if (Number.isSafeInteger(value)) return value + 0;
      break;
    case "bigint": {
      const long = longFromBigInt(value);
      if (long !== undefined) return long;
      break;
    }
    case "object":
      if (isKind((value as { readonly kind?: unknown } | null)?.kind)) return kept(value);
      break;
  }
  throw new TypeError(`${describe(value)} is not a Cedar value; contextFromPlain and its kin read plain ones`);
}

/** No values: one map for all that have none, which refuses to take any. */
export const noValues: ReadonlyMap<string, Value> = Object.defineProperty(new Map<string, Value>(), "set", {
  value: () => {
    throw new TypeError("entities cannot be changed");
  },
});

/** The values by name, copied, each as {@link givenValue} gives it. */
export function givenValues(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, value] of entries) {
    if (typeof name !== "string") throw new TypeError("the name of an attribute must be a string");
    values.set(name, givenValue(value));
  }
  return values.size === 0 ? noValues : values;
}

function kept(value: Exclude<Value, string | number | bigint | boolean>): Value {
  return value.kind === "entity" ? ownUid(value) : value;
}

/** Of a program without types the kind can be anything. */
function isKind(kind: unknown): boolean {
  switch (kind) {
    case "entity":
    case "set":
    case "record":
    case "decimal":
    case "ip":
    case "datetime":
    case "duration":
      return true;
    default:
      return false;
  }
}

function describe(value: unknown): string {
  return typeof value === "number" || typeof value === "bigint" ? String(value) : `a value of type ${typeof value}`;
}
