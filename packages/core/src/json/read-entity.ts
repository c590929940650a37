import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import { isAction } from "../entities/action.ts";
import { distinctUids, type Entity } from "../entities/entity.ts";
import type { EntityUid } from "../values/entity-uid.ts";
import { printUid } from "../values/print.ts";
import type { Value } from "../values/value.ts";
import type { Cursor, Place } from "./cursor.ts";
import { describeJson } from "./display.ts";
import { readUid } from "./read-uid.ts";
import { type ReadValue, readValue } from "./read-value.ts";

/** How the values of an entity are read: the same for all without a schema, by attribute with one. */
export interface EntityValueReaders {
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
 * other keys are ignored. Notes errors at the cursor, several if they are independent, and leaves out what has some.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html
 */
export function readEntities(json: JsonValue, cursor: Cursor, readers: EntityValueReaders = untyped): Entity[] {
  const entities: Entity[] = [];
  if (!isJsonArray(json)) {
    cursor.fail("entities/wrong-shape", { actual: describeJson(json), expected: "a sequence" });
    return entities;
  }
  for (let index = 0; index < json.length && !cursor.full; index += 1) {
    cursor.path.push(index);
    cursor.place = documentPlace;
    const entity = readEntity(json[index] as JsonValue, cursor, readers);
    if (entity !== undefined) entities.push(entity);
    cursor.path.length = 0;
  }
  return entities;
}

function readEntity(json: JsonValue, cursor: Cursor, readers: EntityValueReaders): Entity | undefined {
  if (!isJsonObject(json)) {
    return cursor.fail("entities/wrong-shape", { actual: describeJson(json), expected: "struct EntityJson" });
  }
  const { uid, attrs, parents, tags } = json;
  if (uid === undefined) return cursor.fail("entities/missing-field", { field: "uid" });
  if (attrs === undefined) return cursor.fail("entities/missing-field", { field: "attrs" });
  if (parents === undefined) return cursor.fail("entities/missing-field", { field: "parents" });
  const self = cursor.at("uid", () => readUid(uid, cursor));
  if (self === undefined) return undefined;
  const before = cursor.errors.length;
  const attributes = cursor.at("attrs", () => readValues(attrs, cursor, attributeReader(self, readers)));
  const tagValues = cursor.at("tags", () => readValues(tags ?? noTags(tags), cursor, tagReader(self, readers)));
  const above = cursor.at("parents", () => readParents(parents, self, cursor));
  if (cursor.errors.length > before) return undefined;
  return { uid: self, attributes, tags: tagValues, parents: distinctUids(above) };
}

const empty: JsonObject = Object.freeze(Object.create(null) as JsonObject);

/** No tags if the key is missing; `null` is not the same. */
function noTags(tags: null | undefined): JsonValue {
  return tags === undefined ? empty : null;
}

/** Sets the place for the value of this name, and gives its reader. */
type ReaderOf = (name: string, cursor: Cursor) => ReadValue;

function attributeReader(uid: EntityUid, readers: EntityValueReaders): ReaderOf {
  return (name, cursor) => {
    cursor.place = valuePlace("attribute", name, uid);
    return readers.attribute(uid, name);
  };
}

function tagReader(uid: EntityUid, readers: EntityValueReaders): ReaderOf {
  return (name, cursor) => {
    cursor.place = valuePlace("tag", name, uid);
    return readers.tag(uid, name);
  };
}

function readValues(json: JsonValue, cursor: Cursor, readerOf: ReaderOf): Map<string, Value> {
  const values = new Map<string, Value>();
  if (!isJsonObject(json)) {
    cursor.fail("entities/wrong-shape", { actual: describeJson(json), expected: "a map" });
    return values;
  }
  const depth = cursor.path.length;
  for (const name of Object.keys(json)) {
    cursor.path.push(name);
    const read = readerOf(name, cursor);
    const value = cursor.isText(name) ? read(json[name] as JsonValue, cursor) : undefined;
    cursor.path.length = depth;
    if (value !== undefined) values.set(name, value);
    else if (cursor.full) break;
  }
  return values;
}

function readParents(json: JsonValue, uid: EntityUid, cursor: Cursor): EntityUid[] {
  const parents: EntityUid[] = [];
  cursor.place = parentsPlace(uid);
  if (!isJsonArray(json)) {
    cursor.fail("entities/wrong-shape", { actual: describeJson(json), expected: "a sequence" });
    return parents;
  }
  const depth = cursor.path.length;
  for (let index = 0; index < json.length && !cursor.full; index += 1) {
    cursor.path.push(index);
    const parent = readUid(json[index] as JsonValue, cursor);
    if (parent !== undefined && isAction(uid) && !isAction(parent)) {
      cursor.fail("entities/action-parent", { uid: printUid(uid), parent: printUid(parent) });
    }
    if (parent !== undefined) parents.push(parent);
    cursor.path.length = depth;
  }
  return parents;
}

function placeOf(where: string): Place {
  return { prefix, where: () => where, evaluating: () => "" };
}

function parentsPlace(uid: EntityUid): Place {
  return { prefix, where: () => `in parents field of \`${printUid(uid)}\``, evaluating: () => "" };
}

function valuePlace(kind: "attribute" | "tag", name: string, uid: EntityUid): Place {
  return {
    prefix,
    where: () => `in ${kind} \`${name}\` on \`${printUid(uid)}\``,
    evaluating: () => `failed to evaluate ${kind} \`${name}\` of \`${printUid(uid)}\`: `,
  };
}
