import type { EntityStore } from "@deodar/core";
import { located } from "@deodar/core/json-reader";
import { failure, type Result, success } from "@deodar/diagnostics";
import { type JsonValue, parseJson } from "@deodar/json";
import { type Schema, typedEntitiesFromJson, typedEntitiesFromJsonValue, typedEntitiesFromPlain } from "@deodar/schema";
import { entityReadersOf } from "../quick/entity-readers.ts";
import { validateEntities } from "./validate-entities.ts";

/**
 * Reads entities from JSON text as a schema says, and checks that they conform to it; the actions of the schema are
 * added. This is the safe way to load entities: what it gives is what validated policies rely on.
 *
 * @param text the JSON, in which uids and extension values may be written short, see `typedEntitiesFromJson`
 * @returns the store, or errors with codes, paths and places in the text
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html
 */
export function checkedEntitiesFromJson(text: string, schema: Schema): Result<EntityStore> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const quick = entityReadersOf(schema).read(json.value, false);
  if (quick !== undefined) return success(quick);
  const entities = typedEntitiesFromJson(text, schema);
  if (!entities.ok) return entities;
  const store = validateEntities(entities.value, schema);
  return store.ok ? store : failure(store.errors.map((error) => located(error, text)));
}

/** Reads and checks entities from a plain JavaScript array, see {@link checkedEntitiesFromJson}. */
export function checkedEntitiesFromPlain(values: unknown, schema: Schema): Result<EntityStore> {
  const quick = entityReadersOf(schema).read(values, true);
  if (quick !== undefined) return success(quick);
  const entities = typedEntitiesFromPlain(values, schema);
  return entities.ok ? validateEntities(entities.value, schema) : entities;
}

/** Reads and checks entities from a JSON value, see {@link checkedEntitiesFromJson}. */
export function checkedEntitiesFromJsonValue(json: JsonValue, schema: Schema): Result<EntityStore> {
  const quick = entityReadersOf(schema).read(json, false);
  if (quick !== undefined) return success(quick);
  const entities = typedEntitiesFromJsonValue(json, schema);
  return entities.ok ? validateEntities(entities.value, schema) : entities;
}
