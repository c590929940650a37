import { failure, type Result } from "@deodar/diagnostics";
import { emptyJsonObject, type JsonValue, parseJson, stringifyJson } from "@deodar/json";
import { Cursor, located } from "../json/cursor.ts";
import { jsonFromPlain } from "../json/from-plain.ts";
import { documentPlace, readEntities } from "../json/read-entity.ts";
import { writeUid, writeValue } from "../json/write-value.ts";
import type { Value } from "../values/value.ts";
import type { Entity } from "./entity.ts";
import { EntityStore } from "./entity-store.ts";

/** A store of entities that reads and writes their JSON forms. */
export class Entities extends EntityStore {
  /** The store of these entities; an error if two of a uid differ, or if an entity is its own ancestor. */
  static override of(entities: Iterable<Entity> = []): Result<Entities> {
    return new Entities().add(entities);
  }

  /**
   * The store of the entities in a JSON text, in the reference's form: an array of
   * `{"uid": {"type", "id"}, "attrs": {…}, "parents": [{"type", "id"}…], "tags": {…}}`, where `tags` may be missing.
   */
  static fromJson(text: string): Result<Entities> {
    const entities = entitiesFromJson(text);
    if (!entities.ok) return entities;
    const store = Entities.of(entities.value);
    return store.ok ? store : failure(store.errors.map((error) => located(error, text)));
  }

  /** The store of the entities in a plain JavaScript array of the same form as the JSON. */
  static fromPlain(values: unknown): Result<Entities> {
    const entities = entitiesFromPlain(values);
    return entities.ok ? Entities.of(entities.value) : entities;
  }

  /** The JSON text of all entities, which {@link Entities.fromJson} reads back; `parents` are the direct ones. */
  toJson(indent = 0): Result<string> {
    return entitiesToJson(this, indent);
  }
}

/** Reads entities from JSON text, see {@link Entities.fromJson}, for adding them to a store. */
export function entitiesFromJson(text: string): Result<readonly Entity[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const cursor = new Cursor(documentPlace, true);
  return cursor.finish(readEntities(json.value, cursor), text);
}

/** Reads entities from a plain JavaScript array, see {@link Entities.fromPlain}, for adding them to a store. */
export function entitiesFromPlain(values: unknown): Result<readonly Entity[]> {
  const json = jsonFromPlain(values);
  return json.ok ? entitiesFromJsonValue(json.value) : json;
}

/** Reads entities from a JSON value, see {@link Entities.fromJson}, for adding them to a store. */
export function entitiesFromJsonValue(json: JsonValue): Result<readonly Entity[]> {
  const cursor = new Cursor(documentPlace, false);
  return cursor.finish(readEntities(json, cursor), undefined);
}

/** The JSON text of entities, in the order given; an error if a record has a reserved key such as `__entity`. */
export function entitiesToJson(entities: Iterable<Entity>, indent = 0): Result<string> {
  const place = { prefix: "error during entity serialization: ", where: () => "", evaluating: () => "" };
  const cursor = new Cursor(place, true);
  const written: JsonValue[] = [];
  for (const entity of entities) {
    const json = cursor.at(written.length, () => writeEntity(entity, cursor));
    if (cursor.errors.length > 0) break;
    written.push(json);
  }
  return cursor.finish(stringifyJson(written, indent), undefined);
}

function writeEntity(entity: Entity, cursor: Cursor): JsonValue {
  const json = emptyJsonObject();
  json["uid"] = writeUid(entity.uid);
  json["attrs"] = cursor.at("attrs", () => writeValues(entity.attributes, cursor));
  json["parents"] = entity.parents.map(writeUid);
  if (entity.tags.size > 0) json["tags"] = cursor.at("tags", () => writeValues(entity.tags, cursor));
  return json;
}

function writeValues(values: ReadonlyMap<string, Value>, cursor: Cursor): JsonValue {
  const json = emptyJsonObject();
  for (const [name, value] of values) {
    const written = cursor.at(name, () => writeValue(value, cursor));
    if (written !== undefined) json[name] = written;
  }
  return json;
}
