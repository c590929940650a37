/** A JSON value. Integers that a `number` cannot hold exactly are a `bigint`. */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** What is thrown for input that is not what the model reads: policies, entities or requests of another form. */
export class ModelInputError extends Error {
  override readonly name: string = "ModelInputError";
}

export function fail(what: string): never {
  throw new ModelInputError(what);
}

/** An object with exactly the entries of the value, or an error that names what was expected. */
export function objectOf(value: JsonValue | undefined, what: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(`${what} is not an object`);
  return value as JsonObject;
}

export function listOf(value: JsonValue | undefined, what: string): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : fail(`${what} is not a list`);
}

export function textOf(value: JsonValue | undefined, what: string): string {
  return typeof value === "string" ? value : fail(`${what} is not a string`);
}

/** The field of an object, if it has one of its own with this name. */
export function fieldOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
