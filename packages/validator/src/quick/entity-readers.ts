import type { Entity, EntityStore, EntityUid, Value } from "@deodar/core";
import { noValues, ownEntity, storeOn } from "@deodar/core/json-reader";
import { isWellFormed } from "@deodar/json";
import { actionEntities, type Schema } from "@deodar/schema";
import { type KnownType, knownTypes } from "./known-types.ts";
import { PossibleTypes, readUid } from "./read-uid.ts";
import { type Members, Reading } from "./reading.ts";
import { isElse, type QuickRead, type ReadMembers, ValueReaders } from "./value-readers.ts";

/**
 * Reads entities that are just as a schema says, in one pass. Whatever is not plainly so it leaves to the thorough
 * reader and the checks behind it, which begin anew and tell what is wrong: so there is one place that knows of faults.
 */
export class EntityReaders {
  readonly #schema: Schema;
  readonly #types: ReadonlyMap<unknown, KnownType>;
  readonly #ofSelf: PossibleTypes;
  readonly #values: ValueReaders;
  readonly #readers = new Map<string, EntityReader>();
  readonly #actions: readonly Entity[];

  constructor(schema: Schema) {
    this.#schema = schema;
    const types = knownTypes(schema);
    this.#types = types;
    this.#ofSelf = new PossibleTypes((name) => this.#types.get(name));
    this.#values = new ValueReaders(types);
    this.#actions = actionEntities(schema);
  }

  /** The store of these entities and of the schema's actions, or `undefined`. */
  read(values: unknown, foreign: boolean): EntityStore | undefined {
    try {
      const reading = new Reading(foreign, this.#types.size);
      const entities = this.#readAll(values, reading);
      if (entities === undefined) return undefined;
      for (const action of this.#actions) entities.push(action);
      const store = storeOn(reading.nodes, entities);
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
    if (!reading.isSmall(value)) return undefined;
    const fields = fieldsOf(value);
    if (fields !== threeFields && fields !== allFields) return undefined;
    const { uid: self, attrs, tags, parents } = value;
    const uid = readUid(self, reading, this.#ofSelf);
    const reader = uid === undefined ? undefined : this.#readerOf(uid.type);
    if (uid === undefined || reader === undefined) return undefined;
    const attributes = valuesOf(attrs, reader.readAttributes, reading);
    const tagged = fields === threeFields ? noValues : valuesOf(tags, reader.readTags, reading);
    const above = readParents(parents, reader, reading);
    if (attributes === undefined || tagged === undefined || above === undefined) return undefined;
    return ownEntity({ uid, attributes, tags: tagged, parents: above });
  }

  #readerOf(name: string): EntityReader | undefined {
    const known = this.#readers.get(name);
    if (known !== undefined) return known;
    const info = this.#schema.entityTypes.get(name);
    if (info === undefined) return undefined;
    const reader: EntityReader = {
      above: new PossibleTypes((above) => {
        const type = this.#types.get(above);
        return type !== undefined && (info.parents.has(type.name) || info.ancestors.has(type.name)) ? type : undefined;
      }),
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
  const areFew = uids.length <= scanLimit;
  return areFew && uids.every((uid, index) => uids.indexOf(uid) === index) ? uids : [...new Set(uids)];
}

/** The fields that every entity has, and those of one that has `tags`, too. */
const threeFields = 7;
const allFields = 15;

/** Which fields of an entity are there, as bits; 0 if there is anything else. */
function fieldsOf(value: Members): number {
  let found = 0;
  for (const key in value) {
    if (key === "uid") found += 1;
    else if (key === "attrs") found += 2;
    else if (key === "parents") found += 4;
    else if (key === "tags") found += 8;
    else return 0;
  }
  return found;
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
