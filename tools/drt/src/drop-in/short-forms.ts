import { isJsonArray, isJsonObject, type JsonValue } from "@deodar/json";
import type { Schema, Type } from "@deodar/schema";
import type { Choices, EntityJson } from "@deodar/testing";

type Fields = { readonly [name: string]: JsonValue };

/** Entities in forms that mean the same where a schema says of which types their values are. */
export function shortEntities(
  choices: Choices,
  entities: readonly EntityJson[],
  schema: Schema,
): readonly EntityJson[] {
  return entities.map((entity) => {
    const declared = schema.entityTypes.get(entity.uid.type);
    const attrs = declared === undefined ? entity.attrs : shortFields(choices, entity.attrs, declared.attributes);
    const { tags = {} } = entity;
    const type = declared?.tags;
    const short: EntityJson = {
      uid: anyUid(choices, entity.uid),
      attrs,
      parents: entity.parents.map((parent) => anyUid(choices, parent)),
    };
    if (type === undefined) return "tags" in entity ? { ...short, tags } : short;
    return { ...short, tags: mapped(tags, (value) => shortValue(choices, value, type)) };
  });
}

/** The fields of a record, in forms that mean the same where their types are known. */
export function shortFields(
  choices: Choices,
  fields: Fields,
  attributes: ReadonlyMap<string, { readonly type: Type }>,
): Fields {
  return mapped(fields, (value, name) => {
    const declared = attributes.get(name);
    return declared === undefined ? value : shortValue(choices, value, declared.type);
  });
}

function shortValue(choices: Choices, value: JsonValue, type: Type): JsonValue {
  switch (type.kind) {
    case "boolean":
    case "long":
    case "string":
      return value;
    case "entity":
      return isJsonObject(value) && choices.chance(60) ? (value["__entity"] ?? value) : value;
    case "extension":
      return isJsonObject(value) ? shortCall(choices, value) : value;
    case "set":
      return isJsonArray(value) ? value.map((element) => shortValue(choices, element, type.element)) : value;
    case "record":
      return isJsonObject(value) ? shortFields(choices, value, type.attributes) : value;
  }
}

/** A call without its escape, or nothing but its only argument. */
function shortCall(choices: Choices, value: Fields): JsonValue {
  const call = value["__extn"];
  if (call === undefined || !isJsonObject(call) || choices.chance(30)) return value;
  const { arg, args } = call;
  if (arg === undefined || choices.chance(40)) return call;
  return args === undefined && choices.chance(20) ? { __extn: { ...call } } : arg;
}

function anyUid(choices: Choices, uid: EntityJson["uid"]): EntityJson["uid"] {
  return choices.chance(25) ? ({ __entity: uid } as unknown as EntityJson["uid"]) : uid;
}

function mapped(fields: Fields, change: (value: JsonValue, name: string) => JsonValue): Fields {
  // Unlike an assignment, this makes an ordinary entry of `__proto__`.
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value, name)]));
}
