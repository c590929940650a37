import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import { isAction } from "../entities/action.ts";
import { distinctUids, type Entity, ownEntity } from "../entities/entity.ts";
import type { EntityUid } from "../values/entity-uid.ts";
import { noValues } from "../values/given-value.ts";
import { printUid } from "../values/print.ts";
import type { Value } from "../values/value.ts";
import type { Cursor, Place } from "./cursor.ts";
import { describeJson } from "./display.ts";
import { readUid } from "./read-uid.ts";
import { type ReadValue, readValue } from "./read-value.ts";

/** How the values of an entity are read: the same for all without a schema, by attribute with one. */
export interface EntityValueReaders {
  /** Whether there can be such an entity; notes the error at the cursor if not. Without this there can. */
  accepts?(uid: EntityUid, cursor: Cursor): boolean;
  attribute(uid: EntityUid, name: string): ReadValue;
  tag(uid: EntityUid, name: string): ReadValue;
}

/** Reads all values without a schema. */
export const untyped: EntityValueReaders = { attribute: () => readValue, tag: () => readValue };

const prefix = "error during entity deserialization: ";

/** Where entities are read, as long as nothing closer is known. */
export const documentPlace: Place = placeOf("in uid field of <unknown entity>");

/**
 * Reads an array of entities in the reference's JSON form: `uid`, `attrs` and `parents`, and `tags` if there are any;
 * other keys are ignored. Notes errors at the cursor, several if they are independent, and leaves out what has some. As
 * in the reference, faults in the shape of any entity come before faults of what is in them.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html
 */
export function readEntities(json: JsonValue, cursor: Cursor, readers: EntityValueReaders = untyped): Entity[] {
  const entities: Entity[] = [];
  if (!isJsonArray(json)) {
    wrongShape(json, "a sequence", cursor);
    return entities;
  }
  cursor.place = documentPlace;
  const shapes = forEach(json, cursor, (each) => readShape(each, cursor));
  forEach(shapes, cursor, (shape) => {
    if (shape === undefined) return;
    cursor.place = documentPlace;
    const entity = readEntity(shape, cursor, readers);
    if (entity !== undefined) entities.push(entity);
  });
  return entities;
}

/** What comes of each element, read at its index. */
function forEach<T, U>(elements: readonly T[], cursor: Cursor, read: (element: T) => U): U[] {
  const results: U[] = [];
  for (let index = 0; index < elements.length && !cursor.full; index += 1) {
    cursor.path.push(index);
    results.push(read(elements[index] as T));
    cursor.path.pop();
  }
  return results;
}

function readEntity(shape: Shape, cursor: Cursor, readers: EntityValueReaders): Entity | undefined {
  const self = cursor.at("uid", () => readUid(shape.uid, cursor));
  if (self === undefined) return undefined;
  if (readers.accepts?.(self, cursor) === false) return undefined;
  const before = cursor.errors.length;
  const attributes = cursor.at("attrs", () => readValues(shape.attrs, cursor, "attribute", self, readers));
  const tags = cursor.at("tags", () => readValues(shape.tags, cursor, "tag", self, readers));
  const parents = cursor.at("parents", () => readParents(shape.parents, self, cursor));
  if (cursor.errors.length > before) return undefined;
  return ownEntity({ uid: self, attributes, tags, parents: distinctUids(parents) });
}

interface Shape {
  readonly uid: JsonValue;
  readonly attrs: JsonObject;
  readonly tags: JsonObject;
  readonly parents: readonly JsonValue[];
}

const noTags: JsonObject = Object.freeze(Object.create(null) as JsonObject);

function readShape(json: JsonValue, cursor: Cursor): Shape | undefined {
  if (!isJsonObject(json)) {
    const isShort = isJsonArray(json) && json.length < 3;
    // The reference takes a list of all fields for an entity; ours are objects, but what it says of short lists holds.
    const given = isShort ? { fault: "length", actual: String(json.length), more: " with 4 elements" } : {};
    return wrongShape(json, "struct EntityJson", cursor, given);
  }
  const { uid, attrs, parents, tags = noTags } = json;
  if (attrs !== undefined && !isJsonObject(attrs)) return cursor.at("attrs", () => wrongShape(attrs, "a map", cursor));
  if (parents !== undefined && !isJsonArray(parents)) {
    return cursor.at("parents", () => wrongShape(parents, "a sequence", cursor));
  }
  if (!isJsonObject(tags)) return cursor.at("tags", () => wrongShape(tags, "a map", cursor));
  if (uid === undefined) return cursor.fail("entities/missing-field", { field: "uid" });
  if (attrs === undefined) return cursor.fail("entities/missing-field", { field: "attrs" });
  if (parents === undefined) return cursor.fail("entities/missing-field", { field: "parents" });
  return { uid, attrs, tags, parents };
}

function wrongShape(json: JsonValue, expected: string, cursor: Cursor, words = {}): undefined {
  const own = { fault: "type:", actual: describeJson(json), expected, more: "" };
  return cursor.fail("entities/wrong-shape", { ...own, ...words });
}

function readValues(
  json: JsonObject,
  cursor: Cursor,
  kind: "attribute" | "tag",
  uid: EntityUid,
  readers: EntityValueReaders,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const name of Object.keys(json)) {
    cursor.path.push(name);
    cursor.place = new ValuePlace(kind, name, uid);
    const read = readers[kind](uid, name);
    const value = cursor.isText(name) ? read(json[name] as JsonValue, cursor) : undefined;
    cursor.path.pop();
    if (value !== undefined) values.set(name, value);
    else if (cursor.full) break;
  }
  return values.size === 0 ? noValues : values;
}

function readParents(json: readonly JsonValue[], uid: EntityUid, cursor: Cursor): EntityUid[] {
  const parents: EntityUid[] = [];
  cursor.place = parentsPlace(uid);
  for (let index = 0; index < json.length && !cursor.full; index += 1) {
    cursor.path.push(index);
    const parent = readUid(json[index] as JsonValue, cursor);
    if (parent !== undefined && isAction(uid) && !isAction(parent)) {
      cursor.fail("entities/action-parent", { uid: printUid(uid), parent: printUid(parent) });
    }
    if (parent !== undefined) parents.push(parent);
    cursor.path.pop();
  }
  return parents;
}

function placeOf(where: string): Place {
  return { prefix, where: () => where, evaluating: () => "" };
}

function parentsPlace(uid: EntityUid): Place {
  return { prefix, where: () => `in parents field of \`${printUid(uid)}\``, evaluating: () => "" };
}

/** Where a value of an entity is read; spelt out only if something is wrong with it. */
class ValuePlace implements Place {
  readonly prefix = prefix;
  readonly #kind: "attribute" | "tag";
  readonly #name: string;
  readonly #uid: EntityUid;

  constructor(kind: "attribute" | "tag", name: string, uid: EntityUid) {
    this.#kind = kind;
    this.#name = name;
    this.#uid = uid;
  }

  where(): string {
    return `in ${this.#kind} \`${this.#name}\` on \`${printUid(this.#uid)}\``;
  }

  evaluating(): string {
    return `failed to evaluate ${this.#kind} \`${this.#name}\` of \`${printUid(this.#uid)}\`: `;
  }
}
