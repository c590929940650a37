import { type Entity, type EntityUid, entityOf, isAction, printUid } from "@deodar/core";
import {
  Cursor,
  documentPlace,
  type EntityValueReaders,
  jsonFromPlain,
  type ReadValue,
  readEntities,
  readValue,
} from "@deodar/core/json-reader";
import { quote, type Result } from "@deodar/diagnostics";
import { type JsonValue, parseJson } from "@deodar/json";
import { basename } from "../basename.ts";
import type { Schema } from "../model.ts";
import { fail, TypedReader } from "./typed-reader.ts";

/**
 * Reads entities from JSON text as the schema says: besides the form without a schema, uids may be `{"type", "id"}`, and
 * extension values `{"fn", "arg"}` or the constructor's argument alone. Finds entities of undeclared types, undeclared
 * attributes and tags, and values of the wrong form; but not all that can be wrong, for which `@deodar/validator` has
 * `checkedEntitiesFromJson`. The actions of the schema are not added.
 *
 * @returns the entities, or errors with codes, paths and places in the text
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html
 */
export function typedEntitiesFromJson(text: string, schema: Schema): Result<readonly Entity[]> {
  const json = parseJson(text);
  return json.ok ? readTyped(json.value, schema, text) : json;
}

/** Reads entities from a plain JavaScript array of the form that {@link typedEntitiesFromJson} reads. */
export function typedEntitiesFromPlain(values: unknown, schema: Schema): Result<readonly Entity[]> {
  const json = jsonFromPlain(values);
  return json.ok ? typedEntitiesFromJsonValue(json.value, schema) : json;
}

/** Reads entities from a JSON value of the form that {@link typedEntitiesFromJson} reads. */
export function typedEntitiesFromJsonValue(json: JsonValue, schema: Schema): Result<readonly Entity[]> {
  return readTyped(json, schema, undefined);
}

/**
 * The entities of the actions that a schema declares, with the groups that they are in as their parents. Requests whose
 * policies say `action in …` need them.
 */
export function actionEntities(schema: Schema): Entity[] {
  const entities: Entity[] = [];
  for (const byId of schema.actions.values()) {
    for (const { uid, parents } of byId.values()) entities.push(entityOf(uid, { parents }));
  }
  return entities;
}

/** The help for a type that is not declared: the declared ones with the same last identifier; `""` if there are none. */
export function suggestTypes(schema: Schema, type: string): string {
  const wanted = basename(type);
  const found = Array.from(schema.entityTypes.keys()).filter((name) => basename(name) === wanted);
  if (found.length < 2) return found.length === 0 ? "" : `did you mean \`${found[0]}\`?`;
  return `did you mean one of [${found.map(quote).join(", ")}]?`;
}

function readTyped(json: JsonValue, schema: Schema, text: string | undefined): Result<readonly Entity[]> {
  const cursor = new Cursor(documentPlace, text !== undefined);
  return cursor.finish(readEntities(json, cursor, new SchemaReaders(schema)), text);
}

/** Reads the values of each attribute and tag as the schema says. The schema knows nothing of attributes of actions. */
class SchemaReaders implements EntityValueReaders {
  readonly #schema: Schema;
  readonly #reader = new TypedReader();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  accepts(uid: EntityUid, cursor: Cursor): boolean {
    if (isAction(uid) || this.#schema.entityTypes.has(uid.type)) return true;
    const words = { uid: printUid(uid), type: uid.type, hint: suggestTypes(this.#schema, uid.type) };
    fail(cursor, "conformance/undeclared-type", words);
    return false;
  }

  attribute(uid: EntityUid, name: string): ReadValue {
    if (isAction(uid)) return readValue;
    const attribute = this.#schema.entityTypes.get(uid.type)?.attributes.get(name);
    if (attribute !== undefined) return (json, cursor) => this.#reader.read(json, attribute.type, cursor);
    return (_, cursor) => fail(cursor, "conformance/unexpected-attribute", { uid: printUid(uid), name });
  }

  tag(uid: EntityUid, name: string): ReadValue {
    if (isAction(uid)) return readValue;
    const type = this.#schema.entityTypes.get(uid.type)?.tags;
    if (type !== undefined) return (json, cursor) => this.#reader.read(json, type, cursor);
    return (_, cursor) => fail(cursor, "conformance/unexpected-tag", { uid: printUid(uid), name });
  }
}
