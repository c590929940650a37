import { type Entity, EntityStore, type EntityUid, type Value } from "@deodar/core";
import { isWellFormed, noValues, ownEntity } from "@deodar/core/json-reader";
import { actionEntities, type EntityTypeInfo, type Schema } from "@deodar/schema";
import { readUidParts } from "./read-uid.ts";
import { type Members, Reading } from "./reading.ts";
import { idTest, type QuickRead, type ReadMembers, ValueReaders } from "./value-readers.ts";

/**
 * Reads entities that are just as a schema says, in one pass. Whatever is not plainly so it leaves to the thorough
 * reader and the checks behind it, which begin anew and tell what is wrong: so there is one place that knows of faults.
 */
export class EntityReaders {
  readonly #schema: Schema;
  readonly #values: ValueReaders;
  readonly #types = new Map<string, EntityReader | undefined>();
  readonly #actions: readonly Entity[];

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#values = new ValueReaders(schema);
    this.#actions = actionEntities(schema);
  }

  /** The store of these entities and of the schema's actions, or `undefined`. */
  read(values: unknown, foreign: boolean): EntityStore | undefined {
    try {
      const entities = this.#readAll(values, new Reading(foreign));
      if (entities === undefined) return undefined;
      for (const action of this.#actions) entities.push(action);
      const store = EntityStore.of(entities);
      return store.ok ? store.value : undefined;
    } catch {
      // A getter or a proxy threw.
      return undefined;
    }
  }

  #readAll(values: unknown, reading: Reading): Entity[] | undefined {
    if (!reading.enterArray(values)) return undefined;
    const entities: Entity[] = [];
    for (let index = 0; index < values.length; index += 1) {
      const entity = this.#readEntity(values[index], reading);
      if (entity === undefined) return undefined;
      entities.push(entity);
    }
    return entities;
  }

  #readEntity(value: unknown, reading: Reading): Entity | undefined {
    const keys = reading.enter(value);
    if (keys === undefined || !hasFields(keys)) return undefined;
    const { uid: self, attrs, tags, parents } = value as Members;
    const parts = readUidParts(self, reading);
    const type = parts === undefined ? undefined : this.#type(parts.type);
    if (parts === undefined || type?.isDeclared(parts.id) !== true) return undefined;
    const attributes = type.readAttributes(attrs, reading);
    if (attributes === undefined) return undefined;
    const readTags = keys.length === 3 ? noValues : type.readTags(tags, reading);
    const above = this.#readParents(parents, type, reading);
    if (readTags === undefined || above === undefined) return undefined;
    reading.leave();
    return ownEntity({
      uid: reading.uid(type.info.name, parts.id),
      attributes: valuesOf(attributes),
      tags: valuesOf(readTags),
      parents: above,
    });
  }

  #readParents(value: unknown, { info }: EntityReader, reading: Reading): readonly EntityUid[] | undefined {
    if (!reading.enterArray(value)) return undefined;
    const parents: EntityUid[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const parts = readUidParts(value[index], reading);
      if (parts === undefined || !(info.parents.has(parts.type) || info.ancestors.has(parts.type))) return undefined;
      const type = this.#type(parts.type);
      if (type?.isDeclared(parts.id) !== true) return undefined;
      parents.push(reading.uid(type.info.name, parts.id));
    }
    reading.leave();
    return parents.length < 2 ? parents : [...new Set(parents)];
  }

  #type(name: string): EntityReader | undefined {
    let reader = this.#types.get(name);
    if (reader === undefined) {
      const info = this.#schema.entityTypes.get(name);
      if (info === undefined) return undefined;
      reader = this.#reader(info);
      this.#types.set(name, reader);
    }
    return reader;
  }

  #reader(info: EntityTypeInfo): EntityReader {
    return {
      info,
      isDeclared: idTest(info.name, this.#schema),
      readAttributes: this.#values.members(info.attributes),
      readTags: tagReader(info.tags === undefined ? undefined : this.#values.of(info.tags)),
    };
  }
}

/** The readers of schemas that are in use: schemas do not change, and readers are worth keeping from call to call. */
const known = new WeakMap<Schema, EntityReaders>();

/** The readers of this schema. */
export function entityReadersOf(schema: Schema): EntityReaders {
  let readers = known.get(schema);
  if (readers === undefined) {
    readers = new EntityReaders(schema);
    known.set(schema, readers);
  }
  return readers;
}

/** Reads entities of one type. */
interface EntityReader {
  readonly info: EntityTypeInfo;
  isDeclared(id: string): boolean;
  readonly readAttributes: ReadMembers;
  readonly readTags: ReadMembers;
}

/** Whether these are the fields of an entity, with or without `tags`. */
function hasFields(keys: readonly string[]): boolean {
  if (keys.length < 3 || keys.length > 4) return false;
  let tags = 0;
  for (const key of keys) {
    if (key === "tags") tags = 1;
    else if (key !== "uid" && key !== "attrs" && key !== "parents") return false;
  }
  return keys.length === 3 + tags;
}

function tagReader(read: QuickRead | undefined): ReadMembers {
  return (value, reading) => {
    const keys = reading.enter(value);
    if (keys === undefined || (read === undefined && keys.length > 0)) return undefined;
    const values = new Map<string, Value>();
    for (const key of keys) {
      const tag = isWellFormed(key) ? read?.((value as Members)[key], reading) : undefined;
      if (tag === undefined) return undefined;
      values.set(key, tag);
    }
    reading.leave();
    return values;
  };
}

function valuesOf(values: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return values.size === 0 ? noValues : values;
}
