import { describeJson } from "@deodar/core/json-reader";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import { type CallPath, reject } from "./reject.ts";

/** Checks a part of a call, and throws if it has not its shape. */
export type Check = (json: JsonValue, path: CallPath) => void;

/** A field of a structure. */
export interface Field {
  readonly name: string;
  /** An object may leave out what is `in lists`, a list may not. */
  readonly required: boolean | "in lists";
  readonly check: Check;
  /** Not in the reference, and so not in its messages. */
  readonly extra?: true;
}

/** The members of a structure by name; those that were left out are absent. */
export type Members = JsonObject;

/** Takes anything. */
export const anything: Check = () => undefined;

/** Takes a string. */
export const aString: Check = (json, path) => {
  if (typeof json !== "string") wrongType(json, "a string", path);
};

/** Takes a boolean. */
export const aBoolean: Check = (json, path) => {
  if (typeof json !== "boolean") wrongType(json, "a boolean", path);
};

/** Takes `null`, too. */
export const orNull =
  (check: Check): Check =>
  (json, path) => {
    if (json !== null) check(json, path);
  };

/** Throws that something has the wrong type. */
export function wrongType(json: JsonValue, expected: string, path: CallPath): never {
  reject(`invalid type: ${describeJson(json)}, expected ${expected}`, path);
}

/**
 * The members of a structure, given as an object or, as serde takes it too, as the list of its values in order. Throws
 * for the first thing that is wrong, as the reference does: members in their order, then what is missing.
 */
export function readStructure(json: JsonValue, name: string, fields: readonly Field[], path: CallPath): Members {
  if (isJsonArray(json)) return readSequence(json, name, fields, path);
  if (!isJsonObject(json)) wrongType(json, `struct ${name}`, path);
  for (const key of Object.keys(json)) {
    const field = fields.find((each) => each.name === key);
    if (field === undefined) reject(`unknown field \`${key}\`, expected ${oneOf(fields)}`, path);
    field.check(json[key] as JsonValue, [...path, key]);
  }
  for (const field of fields) {
    if (field.required === true && json[field.name] === undefined) reject(`missing field \`${field.name}\``, path);
  }
  return json;
}

function readSequence(json: readonly JsonValue[], name: string, fields: readonly Field[], path: CallPath): Members {
  const members: { [name: string]: JsonValue } = {};
  for (const [index, field] of fields.entries()) {
    const value = json[index];
    if (value !== undefined) {
      field.check(value, [...path, index]);
      members[field.name] = value;
    } else if (field.required !== false) {
      const { length } = listed(fields);
      const elements = `${length} element${length === 1 ? "" : "s"}`;
      reject(`invalid length ${index}, expected struct ${name} with ${elements}`, path);
    }
  }
  if (json.length > fields.length) reject("trailing characters", path);
  return members;
}

function oneOf(fields: readonly Field[]): string {
  const names = listed(fields).map(({ name }) => `\`${name}\``);
  return names.length > 2 ? `one of ${names.join(", ")}` : names.join(" or ");
}

function listed(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ extra }) => extra === undefined);
}
