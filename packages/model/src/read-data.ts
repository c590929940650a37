import {
  type EntityTerm,
  type EntityUidTerm,
  EntityValidation,
  Evaluator,
  Hierarchy,
  type Mapping,
  type RequestTerm,
} from "./generated/model.js";
import { fail, fieldOf, type JsonValue, listOf, objectOf } from "./json.ts";
import type { ModelSchema } from "./read-schema.ts";
import { attributeTypes, recordOf } from "./read-value.ts";
import { collectionOf, mappingOf, uidOf } from "./terms.ts";

/** Entities that the model has read. */
export interface ModelEntities {
  readonly kind: "modelEntities";
  /** Without those that a schema adds. @internal */
  readonly given: Mapping<EntityUidTerm, EntityTerm>;
  /** @internal */
  readonly entities: Mapping<EntityUidTerm, EntityTerm>;
}

/** A request that the model has read. */
export interface ModelRequest {
  readonly kind: "modelRequest";
  /** @internal */
  readonly request: RequestTerm;
}

/**
 * Reads a list of entities in Cedar's JSON format: `[{"uid": …, "attrs": {…}, "parents": […], "tags": {…}}]`. With a
 * schema, uids and extension values may be written short, as their types allow, and the schema's actions are added.
 *
 * @throws {ModelInputError} for what is not of that format, and for a uid that stands twice
 */
export function readEntities(json: JsonValue, schema?: ModelSchema): ModelEntities {
  const seen = new Set<string>();
  const entries = listOf(json, "the entities").map((each) => {
    const parts = objectOf(each, "an entity");
    const uid = uidOf(fieldOf(parts, "uid"));
    const key = JSON.stringify([uid.ty, uid.id]);
    if (seen.has(key)) fail(`the entity ${key} stands twice`);
    seen.add(key);
    const type = schema?.resolved.entityTypes.get(uid.ty);
    const entity = Hierarchy.Entity.create_Entity(
      recordOf(objectOf(fieldOf(parts, "attrs"), "attrs"), attributeTypes(type?.attributes)),
      recordOf(objectOf(fieldOf(parts, "tags") ?? {}, "tags"), () => type?.tags),
      collectionOf(listOf(fieldOf(parts, "parents"), "parents").map(uidOf)),
    );
    return [uid, entity] as const;
  });
  const given = mappingOf(entries);
  const entities = schema === undefined ? given : EntityValidation.__default.WithActions(given, schema.schema);
  return { kind: "modelEntities", given, entities };
}

/**
 * Reads a request: `{"principal": uid, "action": uid, "resource": uid, "context": {…}}`, the context optional. With a
 * schema, uids and extension values in the context may be written short, as the action's declaration allows.
 *
 * @throws {ModelInputError} for what is not of that format
 */
export function readRequest(json: JsonValue, schema?: ModelSchema): ModelRequest {
  const parts = objectOf(json, "the request");
  const action = uidOf(fieldOf(parts, "action"));
  const declared = schema?.resolved.actions.find(({ uid }) => uid.type === action.ty && uid.id === action.id);
  const request = Evaluator.Request.create_Request(
    uidOf(fieldOf(parts, "principal")),
    action,
    uidOf(fieldOf(parts, "resource")),
    recordOf(objectOf(fieldOf(parts, "context") ?? {}, "context"), attributeTypes(declared?.context)),
  );
  return { kind: "modelRequest", request };
}
