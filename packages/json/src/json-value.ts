const brand: unique symbol = Symbol.for("@deodar/json/JsonFraction") as never;

/**
 * A number literal that is not a plain integer (`1.0`, `1e3`, also `-0`), kept as it was written. Cedar has no such
 * numbers, so readers refuse it, and the text lets them say which one it was.
 */
export interface JsonFraction {
  readonly kind: "fraction";
  readonly text: string;
  /** Tells it from the JSON object `{"kind": "fraction", "text": "1.0"}`: objects have no symbol keys. */
  readonly [brand]: true;
}

/** A JSON object: no prototype, so that `__proto__`, `constructor` and `toString` are keys like any other. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * A JSON document without loss (RFC 8259). Integers are `number` where that is exact and `bigint` beyond, so one
 * integer has one form and `===` compares.
 */
export type JsonValue = null | boolean | number | bigint | string | JsonFraction | readonly JsonValue[] | JsonObject;

/**
 * How many arrays and objects may stand inside each other. The reference stops at 127; deeper documents cost us
 * nothing, but readers walk values with recursion, and this bound keeps them within any stack.
 */
export const maxJsonDepth = 1000;

/** A {@link JsonFraction} with this text, which is not checked. */
export function jsonFraction(text: string): JsonFraction {
  return { kind: "fraction", text, [brand]: true };
}

/** Whether this is a number that is not a plain integer. */
export function isJsonFraction(value: unknown): value is JsonFraction {
  return typeof value === "object" && value !== null && (value as { [brand]?: unknown })[brand] === true;
}

/** Whether this is a JSON array. */
export function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether this is a JSON object; false for arrays, `null` and fractions. */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isJsonFraction(value);
}

/** A new JSON object without a prototype, to be filled by the caller. */
export function emptyJsonObject(): { [key: string]: JsonValue } {
  // V8 makes a hash table of what `Object.create(null)` gives, which takes several times the memory.
  return Object.setPrototypeOf({}, null) as { [key: string]: JsonValue };
}
