import { failure, type Result, success } from "@deodar/diagnostics";
import { emptyJsonObject, type JsonValue, parseJson, stringifyJson } from "@deodar/json";
import { Cursor, located } from "../json/cursor.ts";
import { jsonFromPlain } from "../json/from-plain.ts";
import { documentPlace, readEntities } from "../json/read-entity.ts";
import { writeUid, writeValue } from "../json/write-value.ts";
import type { EntityUid } from "../values/entity-uid.ts";
import type { Value } from "../values/value.ts";
import { type Entity, type EntitySource, ownedEntity } from "./entity.ts";
import { Hierarchy } from "./hierarchy.ts";

/**
 * A store of entities and their hierarchy, which its owner can change in place: requests name entities by uid, and the
 * store stands by. A change is made wholly or not at all. Ancestors are found when they are first asked for, in time
 * linear in the hierarchy above the entity, and remembered until the hierarchy changes.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-entity.html
 */
export class Entities implements EntitySource {
  readonly #hierarchy = new Hierarchy();

  /** The store of these entities; an error if two of a uid differ, or if an entity is its own ancestor. */
  static of(entities: Iterable<Entity> = []): Result<Entities> {
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

  /** The number of entities. */
  get size(): number {
    return this.#hierarchy.size;
  }

  /** The entity of this uid, or `undefined`. */
  get(uid: EntityUid): Entity | undefined {
    return this.#hierarchy.get(uid);
  }

  /** Whether there is an entity of this uid. */
  has(uid: EntityUid): boolean {
    return this.#hierarchy.get(uid) !== undefined;
  }

  /** Cedar's `descendant in ancestor`: reflexive, also for uids that have no entity, and transitive. */
  isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    return this.#hierarchy.isIn(descendant, ancestor);
  }

  /** All ancestors of an entity, without itself, in no particular order; none if there is no such entity. */
  ancestors(uid: EntityUid): EntityUid[] {
    return this.#hierarchy.ancestorsOf(uid);
  }

  /** The entities, in no particular order. Changing the store meanwhile may skip or repeat some. */
  [Symbol.iterator](): IterableIterator<Entity> {
    return this.#hierarchy.entities();
  }

  /**
   * Adds entities, all or none, and gives the store. An entity that is there already has to be equal to the added one.
   * Errors have the index of the entity as their path. What was not made by `entityOf` or a reader is copied; throws a
   * `TypeError` if it is no entity.
   */
  add(entities: Iterable<Entity>): Result<this> {
    return this.#put(entities, false);
  }

  /** Adds entities, all or none, and gives the store; an entity that is there already is replaced. */
  upsert(entities: Iterable<Entity>): Result<this> {
    return this.#put(entities, true);
  }

  /**
   * Removes the entity of this uid, and takes it out of the parents of all others, as the reference does; false if
   * there is none.
   */
  remove(uid: EntityUid): boolean {
    return this.#hierarchy.remove(uid);
  }

  /** The JSON text of all entities, which {@link Entities.fromJson} reads back; `parents` are the direct ones. */
  toJson(indent = 0): Result<string> {
    return entitiesToJson(this, indent);
  }

  #put(entities: Iterable<Entity>, replace: boolean): Result<this> {
    const error = this.#hierarchy.put(Array.from(entities, ownedEntity), replace);
    return error === undefined ? success(this) : failure([error]);
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
  if (!json.ok) return json;
  const cursor = new Cursor(documentPlace, false);
  return cursor.finish(readEntities(json.value, cursor), undefined);
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
