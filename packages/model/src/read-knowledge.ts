import {
  type EntityUidTerm,
  type KnowledgeTerm,
  type Mapping,
  PartialData,
  type PartialEntityTerm,
  type PartialValueTerm,
  Values,
} from "./generated/model.js";
import { fail, fieldOf, type JsonObject, type JsonValue, listOf, objectOf, textOf } from "./json.ts";
import type { ModelSchema } from "./read-schema.ts";
import { readValue } from "./read-value.ts";
import { collectionOf, mappingOf, uidOf } from "./terms.ts";

const { Knowledge, PartialEntities, PartialEntity, PartialRequest, PartialValue } = PartialData;
const { Option } = Values;

/** What is known of a request and of entities. */
export interface ModelKnowledge {
  readonly kind: "modelKnowledge";
  /** @internal */
  readonly knowledge: KnowledgeTerm;
}

/**
 * Reads what is known of a request and of entities: `{"request": {…}, "entities": […], "missing": […], "complete":
 * false}`, each of them optional. What is left out or `null` is not known at all.
 *
 * The request has `principal`, `action` and `resource`, each a uid or, if only the type is known, `{"type": "User"}`;
 * and `context`, a partial value. Entities are `{"uid": …, "attrs": …, "tags": …, "ancestors": […]}`: attributes and
 * tags are partial values, the ancestors all that the entity is in, directly or not. The entities of the uids under
 * `missing` are not there; if `complete`, there are none but those that are listed. With a schema, the full data is known to conform to it.
 *
 * A partial value is `{"exactly": value}` in Cedar's JSON format, `{"entityType": "User"}` for some entity of that type,
 * or `{"fields": {…}, "open": true}` for a record that has at least these fields, each a partial value; if it is not
 * `open`, it has no others.
 *
 * @throws {ModelInputError} for what is not of that format, and for a uid that stands twice
 */
export function readKnowledge(json: JsonValue, schema?: ModelSchema): ModelKnowledge {
  const parts = objectOf(json, "the knowledge");
  const request = objectOf(fieldOf(parts, "request") ?? {}, "the request");
  const partialRequest = PartialRequest.create_PartialRequest(
    partialUidOf(fieldOf(request, "principal")),
    partialUidOf(fieldOf(request, "action")),
    partialUidOf(fieldOf(request, "resource")),
    partialValueOf(fieldOf(request, "context")),
  );
  const complete = fieldOf(parts, "complete") ?? false;
  if (typeof complete !== "boolean") return fail("complete is not a boolean");
  const missing = collectionOf(listOf(fieldOf(parts, "missing") ?? [], "missing").map(uidOf));
  const listed = listedOf(fieldOf(parts, "entities") ?? []);
  const entities = PartialEntities.create_PartialEntities(listed, missing, complete);
  const declared = schema === undefined ? Option.create_None() : Option.create_Some(schema.schema);
  const known = Knowledge.create_Knowledge(partialRequest, entities, declared);
  return { kind: "modelKnowledge", knowledge: PartialData.__default.WithActions(known) };
}

function listedOf(json: JsonValue): Mapping<EntityUidTerm, PartialEntityTerm> {
  const seen = new Set<string>();
  const entries = listOf(json, "the entities").map((each) => {
    const parts = objectOf(each, "an entity");
    const uid = uidOf(fieldOf(parts, "uid"));
    const key = JSON.stringify([uid.ty, uid.id]);
    if (seen.has(key)) fail(`the entity ${key} stands twice`);
    seen.add(key);
    const ancestors = fieldOf(parts, "ancestors") ?? undefined;
    const entity = PartialEntity.create_PartialEntity(
      partialValueOf(fieldOf(parts, "attrs")),
      partialValueOf(fieldOf(parts, "tags")),
      ancestors === undefined
        ? Option.create_None()
        : Option.create_Some(collectionOf(listOf(ancestors, "ancestors").map(uidOf))),
    );
    return [uid, entity] as const;
  });
  return mappingOf(entries);
}

function partialUidOf(json: JsonValue | undefined): PartialValueTerm {
  if (json === undefined || json === null) return PartialValue.create_Anything();
  const parts = objectOf(json, "a part of the request");
  const isOpen = fieldOf(parts, "__entity") === undefined && fieldOf(parts, "id") === undefined;
  if (isOpen) return PartialValue.create_SomeEntity(textOf(fieldOf(parts, "type"), "type"));
  return PartialValue.create_Exactly(Values.Value.create_EntityV(uidOf(json)));
}

function partialValueOf(json: JsonValue | undefined): PartialValueTerm {
  if (json === undefined || json === null) return PartialValue.create_Anything();
  const parts = objectOf(json, "a partial value");
  const exactly = fieldOf(parts, "exactly");
  if (exactly !== undefined) return PartialValue.create_Exactly(readValue(exactly));
  const type = fieldOf(parts, "entityType");
  if (type !== undefined) return PartialValue.create_SomeEntity(textOf(type, "entityType"));
  return partialRecordOf(parts);
}

function partialRecordOf(parts: JsonObject): PartialValueTerm {
  const fields = objectOf(fieldOf(parts, "fields"), "the fields of a partial value");
  const open = fieldOf(parts, "open") ?? false;
  if (typeof open !== "boolean") return fail("open is not a boolean");
  const entries = Object.entries(fields).map(([key, value]) => [key, partialValueOf(value)] as const);
  return PartialData.__default.RecordOf(mappingOf(entries), !open);
}
