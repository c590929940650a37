import { type Entity, EntityStore, type EntityUid, type Value } from "@deodar/core";
import { isWellFormed, noValues, ownEntity } from "@deodar/core/json-reader";
import { actionEntities, type EntityTypeInfo, type Schema } from "@deodar/schema";
import { type KnownType, knownTypes } from "./known-types.ts";
import { type PossibleTypes, readUid } from "./read-uid.ts";
import { type Members, Reading } from "./reading.ts";
import { isElse, type QuickRead, type ReadMembers, ValueReaders } from "./value-readers.ts";

/**
 * Reads entities that are just as a schema says, in one pass. Whatever is not plainly so it leaves to the thorough
 * reader and the checks behind it, which begin anew and tell what is wrong: so there is one place that knows of faults.
 */
export class EntityReaders {
  readonly #schema: Schema;
  readonly #types: ReadonlyMap<string, KnownType>;
  readonly #values: ValueReaders;
  readonly #readers = new Map<string, EntityReader>();
  readonly #actions: readonly Entity[];

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#types = knownTypes(schema);
    this.#values = new ValueReaders(this.#types);
    this.#actions = actionEntities(schema);
  }

  /** The store of these entities and of the schema's actions, or `undefined`. */
  read(values: unknown, foreign: boolean): EntityStore | undefined {
    try {
      const entities = this.#readAll(values, new Reading(foreign, this.#types.size));
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
    const uid = readUid(self, reading, this.#types);
    const reader = uid === undefined ? undefined : this.#readerOf(uid.type);
    if (uid === undefined || reader === undefined) return undefined;
    const attributes = valuesOf(attrs, reader.readAttributes, reading);
    const tagged = keys.length === 3 ? noValues : valuesOf(tags, reader.readTags, reading);
    const above = readParents(parents, reader, reading);
    if (attributes === undefined || tagged === undefined || above === undefined) return undefined;
    reading.leave();
    return ownEntity({ uid, attributes, tags: tagged, parents: above });
  }

  #readerOf(name: string): EntityReader | undefined {
    const known = this.#readers.get(name);
    if (known !== undefined) return known;
    const info = this.#schema.entityTypes.get(name);
    if (info === undefined) return undefined;
    const reader: EntityReader = {
      above: new ParentTypes(info, this.#types),
      readAttributes: this.#values.members(info.attributes),
      readTags: tagReader(info.tags === undefined ? undefined : this.#values.of(info.tags)),
    };
    this.#readers.set(name, reader);
    return reader;
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
  /** The types that parents can have. */
  readonly above: PossibleTypes;
  readonly readAttributes: ReadMembers;
  readonly readTags: ReadMembers;
}

/** The types that parents of entities of one type can have; found one by one, since all of them can be very many. */
class ParentTypes implements PossibleTypes {
  readonly #info: EntityTypeInfo;
  readonly #types: ReadonlyMap<string, KnownType>;
  readonly #found = new Map<unknown, KnownType>();

  constructor(info: EntityTypeInfo, types: ReadonlyMap<string, KnownType>) {
    this.#info = info;
    this.#types = types;
  }

  get(name: unknown): KnownType | undefined {
    const found = this.#found.get(name);
    if (found !== undefined || typeof name !== "string") return found;
    const type = this.#types.get(name);
    if (type === undefined || !(this.#info.parents.has(name) || this.#info.ancestors.has(name))) return undefined;
    this.#found.set(name, type);
    return type;
  }
}

function readParents(value: unknown, { above }: EntityReader, reading: Reading): readonly EntityUid[] | undefined {
  if (!reading.enterArray(value)) return undefined;
  const parents: EntityUid[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const parent = readUid(value[index], reading, above);
    if (parent === undefined) return undefined;
    parents.push(parent);
  }
  reading.leave();
  return distinct(parents);
}

/** Up to this many parents are compared with each other instead of hashed. */
const scanLimit = 16;

/** The uids of one reading, each once: in it, equal ones are the same. */
function distinct(uids: readonly EntityUid[]): readonly EntityUid[] {
  if (uids.length > scanLimit) return [...new Set(uids)];
  for (let index = 1; index < uids.length; index += 1) {
    if (uids.indexOf(uids[index] as EntityUid) < index) return [...new Set(uids)];
  }
  return uids;
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
  return (value, reading, values) => {
    const keys = reading.enter(value);
    if (keys === undefined || (keys.includes("kind") && isElse(value))) return undefined;
    for (const key of keys) {
      const tag = isWellFormed(key) ? read?.((value as Members)[key], reading) : undefined;
      if (tag === undefined) return undefined;
      values.push(tag);
    }
    reading.leave();
    return keys;
  };
}

function valuesOf(value: unknown, read: ReadMembers, reading: Reading): ReadonlyMap<string, Value> | undefined {
  const values: Value[] = [];
  const names = read(value, reading, values);
  if (names === undefined) return undefined;
  if (names.length === 0) return noValues;
  const map = new Map<string, Value>();
  for (let place = 0; place < names.length; place += 1) map.set(names[place] as string, values[place] as Value);
  return map;
}
