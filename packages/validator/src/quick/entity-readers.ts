import type { Entity, EntityStore, Value } from "@deodar/core";
import { type Node, noValues } from "@deodar/core/json-reader";
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
      return this.#readAll(values, reading) ? reading.store.finish(this.#actions) : undefined;
    } catch {
      // A getter or a proxy threw.
      return undefined;
    }
  }

  #readAll(values: unknown, reading: Reading): boolean {
    if (!reading.enterArray(values)) return false;
    for (let index = 0; index < values.length; index += 1) {
      if (!this.#readEntity(values[index], reading)) return false;
    }
    return true;
  }

  #readEntity(value: unknown, reading: Reading): boolean {
    if (!reading.isSmall(value)) return false;
    const fields = fieldsOf(value);
    if (fields % tagsField !== otherFields) return false;
    const { uid, attrs, tags: tagged, parents: above } = value;
    const node = readUid(uid, reading, this.#ofSelf);
    if (node === undefined) return false;
    const reader = this.#readerOf(node.uid.type);
    if (reader === undefined) return false;
    const attributes = valuesOf(attrs, reader.readAttributes, reading);
    const tags = fields < tagsField ? noValues : valuesOf(tagged, reader.readTags, reading);
    const parents = readParents(above, reader, reading);
    return (
      attributes !== undefined &&
      tags !== undefined &&
      parents !== undefined &&
      reading.store.fill(node, { attributes, tags, parents })
    );
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

/** The parents of the next entity, each once. */
function readParents(value: unknown, { above }: EntityReader, reading: Reading): readonly Node[] | undefined {
  if (!reading.enterArray(value)) return undefined;
  const list = reading.nextList();
  const parents: Node[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const parent = readUid(value[index], reading, above);
    if (parent === undefined) return undefined;
    if (parent.visit !== list) parents.push(parent);
    parent.visit = list;
  }
  reading.leave();
  return parents;
}

/** The bits of the fields that every entity has, and that of `tags`, which some have. */
const otherFields = 7;
const tagsField = 8;

/** Which fields of an entity are there, as bits; 0 if there is anything else. */
function fieldsOf(value: Members): number {
  let found = 0;
  for (const key in value) {
    if (key === "uid") found += 1;
    else if (key === "attrs") found += 2;
    else if (key === "parents") found += 4;
    else if (key === "tags") found += tagsField;
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
