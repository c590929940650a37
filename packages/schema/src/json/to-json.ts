import { emptyJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type {
  Action,
  AppliesTo,
  CommonType,
  EntityType,
  EnumeratedEntityType,
  Namespace,
  SchemaAnnotation,
  SchemaFragment,
  SchemaType,
  TypeName,
} from "../ast.ts";
import { byName, compareKeys } from "./key-order.ts";

/**
 * Writes a schema in its JSON form, sorted by name as the reference sorts it. The objects have no prototype. What says
 * nothing, such as an empty list of parents, is left out as the reference leaves it out.
 *
 * Source: https://docs.cedarpolicy.com/schema/json-schema.html
 */
export function schemaFragmentToJson(fragment: SchemaFragment): JsonObject {
  return collect(byName(fragment.namespaces), namespaceToJson);
}

function namespaceToJson(namespace: Namespace): JsonValue {
  const { commonTypes, entityTypes, actions } = namespace;
  return objectOf([
    ["commonTypes", commonTypes.length === 0 ? undefined : collect(byName(commonTypes), commonTypeToJson)],
    ["entityTypes", collect(byName(entityTypes), entityTypeToJson)],
    ["actions", collect(byName(actions), actionToJson)],
    annotationsEntry(namespace.annotations),
  ]);
}

function commonTypeToJson({ type, annotations }: CommonType): JsonValue {
  return objectOf([...typeEntries(type), annotationsEntry(annotations)]);
}

function entityTypeToJson(type: EntityType | EnumeratedEntityType): JsonValue {
  if (type.kind === "enumeratedEntityType") {
    return objectOf([["enum", type.choices], annotationsEntry(type.annotations)]);
  }
  return objectOf([
    ["memberOfTypes", type.memberOfTypes.length === 0 ? undefined : type.memberOfTypes.map(nameOf)],
    ["shape", recordToJson(type.shape)],
    ["tags", type.tags === undefined ? undefined : typeToJson(type.tags)],
    annotationsEntry(type.annotations),
  ]);
}

function actionToJson({ attributes, appliesTo, memberOf, annotations }: Action): JsonValue {
  return objectOf([
    ["attributes", attributes],
    ["appliesTo", appliesTo === undefined ? undefined : appliesToToJson(appliesTo)],
    [
      "memberOf",
      memberOf?.map(({ id, type }) =>
        objectOf([
          ["id", id],
          ["type", type],
        ]),
      ),
    ],
    annotationsEntry(annotations),
  ]);
}

function appliesToToJson({ resourceTypes, principalTypes, context }: AppliesTo): JsonValue {
  return objectOf([
    ["resourceTypes", resourceTypes.map(nameOf)],
    ["principalTypes", principalTypes.map(nameOf)],
    ["context", recordToJson(context)],
  ]);
}

function nameOf({ name }: TypeName): string {
  return name;
}

/** A shape or a context; nothing for an empty record, which is what it means to leave it out. */
function recordToJson(type: SchemaType): JsonValue | undefined {
  return isEmptyRecord(type) ? undefined : typeToJson(type);
}

/** Whether this is `{}`, and closed. */
export function isEmptyRecord(type: SchemaType): boolean {
  return type.kind === "record" && type.attributes.length === 0 && !type.additionalAttributes;
}

function typeToJson(type: SchemaType): JsonValue {
  return objectOf(typeEntries(type));
}

type Entry = readonly [string, JsonValue | undefined];

function typeEntries(type: SchemaType): Entry[] {
  switch (type.kind) {
    case "boolean":
      return [["type", "Boolean"]];
    case "long":
      return [["type", "Long"]];
    case "string":
      return [["type", "String"]];
    case "set":
      return [
        ["type", "Set"],
        ["element", typeToJson(type.element)],
      ];
    case "record":
      return [
        ["type", "Record"],
        ["attributes", attributesToJson(type.attributes)],
        ["additionalAttributes", type.additionalAttributes ? true : undefined],
      ];
    case "entity":
      return [
        ["type", "Entity"],
        ["name", type.name],
      ];
    case "extension":
      return [
        ["type", "Extension"],
        ["name", type.name],
      ];
    case "entityOrCommon":
      return [
        ["type", "EntityOrCommon"],
        ["name", type.name],
      ];
    case "common":
      return [["type", type.name]];
  }
}

function attributesToJson(attributes: Extract<SchemaType, { kind: "record" }>["attributes"]): JsonValue {
  return collect(byName(attributes), ({ type, annotations, required }) =>
    objectOf([...typeEntries(type), annotationsEntry(annotations), ["required", required ? undefined : false]]),
  );
}

function annotationsEntry(annotations: readonly SchemaAnnotation[]): Entry {
  if (annotations.length === 0) return ["annotations", undefined];
  const sorted = [...annotations].sort((a, b) => compareKeys(a.key, b.key));
  return ["annotations", objectOf(sorted.map(({ key, value }): Entry => [key, value]))];
}

function collect<T extends { readonly name: string }>(list: readonly T[], write: (each: T) => JsonValue): JsonObject {
  return objectOf(list.map((each): Entry => [each.name, write(each)]));
}

function objectOf(entries: readonly Entry[]): JsonObject {
  const object = emptyJsonObject();
  for (const [key, value] of entries) if (value !== undefined) object[key] = value;
  return object;
}
