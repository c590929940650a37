import type { Result } from "@deodar/diagnostics";
import { isJsonObject, type JsonValue, parseJson, stringifyJson } from "@deodar/json";
import type { EntityUid } from "../values/entity-uid.ts";
import type { RecordValue } from "../values/record.ts";
import type { Value } from "../values/value.ts";
import { Cursor, type Place } from "./cursor.ts";
import { escapeOf } from "./escape.ts";
import { jsonFromPlain } from "./from-plain.ts";
import { readUid } from "./read-uid.ts";
import { readValue } from "./read-value.ts";
import { showExpression } from "./show-expression.ts";
import { writeValue } from "./write-value.ts";

/**
 * Reads a value from JSON text: booleans, integers, strings, arrays (sets), objects (records), and the escapes
 * `{"__entity": {"type": …, "id": …}}` and `{"__extn": {"fn": …, "arg": …}}`. Errors have a code, a path and a place.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html#entity-attrs
 */
export function valueFromJson(text: string): Result<Value> {
  return readText(text, valuePlace, readValue);
}

/**
 * Reads a value from plain JavaScript of the same form as the JSON of {@link valueFromJson}; bigints are integers, and
 * Cedar values, such as an `entityUid` or a decimal, may stand in it as they are.
 */
export function valueFromPlain(value: unknown): Result<Value> {
  return readPlain(value, valuePlace, readValue);
}

/** Reads a value from a JSON value, as {@link valueFromJson} reads it from text. */
export function valueFromJsonValue(json: JsonValue): Result<Value> {
  return readJson(json, valuePlace, readValue);
}

/** The JSON text of a value; an error if the value has a record with a key such as `__entity`. */
export function valueToJson(value: Value, indent = 0): Result<string> {
  const cursor = new Cursor({ prefix: "", where: () => "", evaluating: () => "" }, true);
  const json = writeValue(value, cursor);
  return cursor.finish(json === undefined ? undefined : stringifyJson(json, indent), undefined);
}

/**
 * Reads the context of a request from JSON text: an object with values as {@link valueFromJson} reads them.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export function contextFromJson(text: string): Result<RecordValue> {
  return readText(text, contextPlace, readContext);
}

/** Reads the context of a request from a plain JavaScript object, with values as {@link valueFromPlain} reads them. */
export function contextFromPlain(value: unknown): Result<RecordValue> {
  return readPlain(value, contextPlace, readContext);
}

/** Reads the context of a request from a JSON value, with values as {@link valueFromJson} reads them. */
export function contextFromJsonValue(json: JsonValue): Result<RecordValue> {
  return readJson(json, contextPlace, readContext);
}

/** Reads an entity uid from plain JavaScript: `{type, id}` or `{__entity: {type, id}}`. */
export function uidFromPlain(value: unknown): Result<EntityUid> {
  return readPlain(value, uidPlace, readUid);
}

/** Reads an entity uid from a JSON value of the form of {@link uidFromPlain}. */
export function uidFromJsonValue(json: JsonValue): Result<EntityUid> {
  return readJson(json, uidPlace, readUid);
}

type Reader<T> = (json: JsonValue, cursor: Cursor) => T | undefined;

const valuePlace: Place = { prefix: "", where: () => "while parsing a value", evaluating: () => "" };
const contextPlace: Place = { prefix: "", where: () => "while parsing context", evaluating: () => "" };
const uidPlace: Place = { prefix: "", where: () => "in uid field of <unknown entity>", evaluating: () => "" };

function readText<T>(text: string, place: Place, read: Reader<T>): Result<T> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const cursor = new Cursor(place, true);
  return cursor.finish(read(json.value, cursor), text);
}

function readPlain<T>(value: unknown, place: Place, read: Reader<T>): Result<T> {
  const json = jsonFromPlain(value);
  return json.ok ? readJson(json.value, place, read) : json;
}

function readJson<T>(json: JsonValue, place: Place, read: Reader<T>): Result<T> {
  const cursor = new Cursor(place, false);
  return cursor.finish(read(json, cursor), undefined);
}

function readContext(json: JsonValue, cursor: Cursor): RecordValue | undefined {
  const value = readValue(json, cursor);
  if (isJsonObject(json) && escapeOf(json) === undefined) return value as RecordValue | undefined;
  // The reference does not call extension functions before it sees that this is no record.
  if (cursor.errors.some((error) => error.code !== "entities/extension-call")) return undefined;
  cursor.errors.length = 0;
  return cursor.fail("entities/not-a-record", { actual: showExpression(json) });
}
