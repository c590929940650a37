import {
  type EntityTerm,
  type EntityUidTerm,
  Evaluator,
  Hierarchy,
  type Mapping,
  type RequestTerm,
} from "./generated/model.js";
import { fail, fieldOf, type JsonValue, listOf, objectOf } from "./json.ts";
import { recordOf } from "./read-value.ts";
import { collectionOf, mappingOf, uidOf } from "./terms.ts";

/** Entities that the model has read. */
export interface ModelEntities {
  readonly kind: "modelEntities";
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
 * Reads a list of entities in Cedar's JSON format: `[{"uid": …, "attrs": {…}, "parents": […], "tags": {…}}]`.
 *
 * @throws {ModelInputError} for what is not of that format, and for a uid that stands twice
 */
export function readEntities(json: JsonValue): ModelEntities {
  const seen = new Set<string>();
  const entries = listOf(json, "the entities").map((each) => {
    const parts = objectOf(each, "an entity");
    const uid = uidOf(fieldOf(parts, "uid"));
    const key = JSON.stringify([uid.ty, uid.id]);
    if (seen.has(key)) fail(`the entity ${key} stands twice`);
    seen.add(key);
    const entity = Hierarchy.Entity.create_Entity(
      recordOf(objectOf(fieldOf(parts, "attrs"), "attrs")),
      recordOf(objectOf(fieldOf(parts, "tags") ?? {}, "tags")),
      collectionOf(listOf(fieldOf(parts, "parents"), "parents").map(uidOf)),
    );
    return [uid, entity] as const;
  });
  return { kind: "modelEntities", entities: mappingOf(entries) };
}

/**
 * Reads a request: `{"principal": uid, "action": uid, "resource": uid, "context": {…}}`, the context optional.
 *
 * @throws {ModelInputError} for what is not of that format
 */
export function readRequest(json: JsonValue): ModelRequest {
  const parts = objectOf(json, "the request");
  const request = Evaluator.Request.create_Request(
    uidOf(fieldOf(parts, "principal")),
    uidOf(fieldOf(parts, "action")),
    uidOf(fieldOf(parts, "resource")),
    recordOf(objectOf(fieldOf(parts, "context") ?? {}, "context")),
  );
  return { kind: "modelRequest", request };
}
