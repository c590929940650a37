import { contextFromJsonValue, type Entity, entitiesFromJsonValue, type RecordValue } from "@deodar/core";
import { failure, type Result, success } from "@deodar/diagnostics";
import { PartialEntities, type PartialEntity, type PartialValue, type Residual } from "@deodar/evaluator/partial";
import { emptyJsonObject, isJsonArray, isJsonObject, type JsonValue, parseJson } from "@deodar/json";
import { placeErrors } from "../place-errors.ts";
import { findUnknowns, jsonFromPlain, type UnknownJson } from "./unknown-json.ts";

/**
 * Reads a context from plain JavaScript, as `contextFromPlain` of `@deodar/core` does, and unknowns with it:
 * `{ __extn: { fn: "unknown", arg: "name" } }` may stand for any value.
 */
export function partialContextFromPlain(value: unknown): Result<RecordValue | Residual> {
  const json = jsonFromPlain(value);
  return json.ok ? partialContextFromJsonValue(json.value) : json;
}

/** Reads a context from a JSON value, see {@link partialContextFromPlain}. */
export function partialContextFromJsonValue(json: JsonValue): Result<RecordValue | Residual> {
  const { known, value } = findUnknowns(json);
  const context = contextFromJsonValue(known);
  // What passes for a context is an object, so the value is a record.
  return context.ok && value !== undefined ? success(value() as Residual) : context;
}

/** Reads a context from JSON text, see {@link partialContextFromPlain}. */
export function partialContextFromJson(text: string): Result<RecordValue | Residual> {
  return readText(text, partialContextFromJsonValue);
}

/**
 * Reads entities from plain JavaScript, as `Entities.fromPlain` of `@deodar/core` does, and unknowns with them, which
 * may stand anywhere in attributes and tags.
 */
export function partialEntitiesFromPlain(values: unknown): Result<PartialEntities> {
  const json = jsonFromPlain(values);
  return json.ok ? partialEntitiesFromJsonValue(json.value) : json;
}

/** Reads entities from JSON text, see {@link partialEntitiesFromPlain}. */
export function partialEntitiesFromJson(text: string): Result<PartialEntities> {
  return readText(text, partialEntitiesFromJsonValue);
}

function readText<T>(text: string, read: (json: JsonValue) => Result<T>): Result<T> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const result = read(json.value);
  return result.ok ? result : failure(placeErrors(result.errors, text));
}

/** Reads entities from a JSON value, see {@link partialEntitiesFromPlain}. */
export function partialEntitiesFromJsonValue(json: JsonValue): Result<PartialEntities> {
  const found = isJsonArray(json) ? json.map(findInEntity) : undefined;
  const entities = entitiesFromJsonValue(found === undefined ? json : found.map(({ known }) => known));
  if (!entities.ok) return entities;
  return PartialEntities.of(
    entities.value.map((entity, index) => withUnknowns(entity, (found as readonly EntityJson[])[index] as EntityJson)),
  );
}

/** The JSON of an entity without its unknowns, and its values that have some. */
interface EntityJson {
  readonly known: JsonValue;
  readonly attrs: ReadonlyMap<string, UnknownJson>;
  readonly tags: ReadonlyMap<string, UnknownJson>;
}

const none: ReadonlyMap<string, UnknownJson> = new Map();

function findInEntity(json: JsonValue): EntityJson {
  if (!isJsonObject(json)) return { known: json, attrs: none, tags: none };
  const known = Object.assign(emptyJsonObject(), json);
  return { known, attrs: takeUnknowns(known, "attrs"), tags: takeUnknowns(known, "tags") };
}

/** Replaces the values of a member that have unknowns, and gives them. */
function takeUnknowns(entity: { [key: string]: JsonValue }, key: "attrs" | "tags"): ReadonlyMap<string, UnknownJson> {
  const values = entity[key];
  if (values === undefined || !isJsonObject(values)) return none;
  const found = new Map<string, UnknownJson>();
  const known: { [key: string]: JsonValue } = emptyJsonObject();
  for (const name of Object.keys(values)) {
    const value = findUnknowns(values[name] as JsonValue);
    known[name] = value.known;
    if (value.value !== undefined) found.set(name, value);
  }
  entity[key] = known;
  return found;
}

function withUnknowns(
  { uid, attributes, tags, parents }: Entity,
  { attrs, tags: unknownTags }: EntityJson,
): PartialEntity {
  return { uid, attributes: merged(attributes, attrs), tags: merged(tags, unknownTags), parents };
}

function merged(
  known: Entity["attributes"],
  found: ReadonlyMap<string, UnknownJson>,
): Iterable<readonly [string, PartialValue]> {
  if (found.size === 0) return known;
  return Array.from(known, ([name, value]): [string, PartialValue] => [name, found.get(name)?.value?.() ?? value]);
}
