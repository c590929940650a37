import { compareStrings } from "@deodar/diagnostics";
import { emptyJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type {
  Action,
  ActionReference,
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
import { byName } from "./by-name.ts";

/**
 * Writes a schema in its JSON form, sorted by name as the reference sorts it. The objects have no prototype. What says
 * nothing, such as an empty list of parents, is left out as the reference leaves it out. Declarations that share parts,
 * as text declarations of several names do, share their JSON too.
 *
 * Source: https://docs.cedarpolicy.com/schema/json-schema.html
 */
export function schemaFragmentToJson(fragment: SchemaFragment): JsonObject {
  const writer = new Writer();
  return collect(byName(fragment.namespaces), (namespace) => writer.namespace(namespace));
}

class Writer {
  readonly #written = new Map<object, JsonValue>();

  namespace({ commonTypes, entityTypes, actions, annotations }: Namespace): JsonValue {
    return objectOf([
      ["commonTypes", commonTypes.length === 0 ? undefined : collect(byName(commonTypes), commonTypeToJson)],
      ["entityTypes", collect(byName(entityTypes), (type) => this.#entityType(type))],
      ["actions", collect(byName(actions), (action) => this.#action(action))],
      annotationsEntry(annotations),
    ]);
  }

  #entityType(type: EntityType | EnumeratedEntityType): JsonValue {
    const { annotations } = type;
    if (type.kind === "enumeratedEntityType") return objectOf([["enum", type.choices], annotationsEntry(annotations)]);
    const { memberOfTypes, shape, tags } = type;
    return objectOf([
      ["memberOfTypes", memberOfTypes.length === 0 ? undefined : this.#once(memberOfTypes, namesToJson)],
      ["shape", isEmptyRecord(shape) ? undefined : this.#once(shape, typeToJson)],
      ["tags", tags === undefined ? undefined : this.#once(tags, typeToJson)],
      annotationsEntry(annotations),
    ]);
  }

  #action({ attributes, appliesTo, memberOf, annotations }: Action): JsonValue {
    return objectOf([
      ["attributes", attributes],
      ["appliesTo", appliesTo === undefined ? undefined : this.#once(appliesTo, appliesToToJson)],
      ["memberOf", memberOf === undefined ? undefined : this.#once(memberOf, groupsToJson)],
      annotationsEntry(annotations),
    ]);
  }

  #once<T extends object>(node: T, write: (node: T) => JsonValue): JsonValue {
    const known = this.#written.get(node);
    if (known !== undefined) return known;
    const json = write(node);
    this.#written.set(node, json);
    return json;
  }
}

function commonTypeToJson({ type, annotations }: CommonType): JsonValue {
  return objectOf([...typeEntries(type), annotationsEntry(annotations)]);
}

function groupsToJson(groups: readonly ActionReference[]): JsonValue {
  return groups.map(({ id, type }) =>
    objectOf([
      ["id", id],
      ["type", type],
    ]),
  );
}

function appliesToToJson({ resourceTypes, principalTypes, context }: AppliesTo): JsonValue {
  return objectOf([
    ["resourceTypes", namesToJson(resourceTypes)],
    ["principalTypes", namesToJson(principalTypes)],
    ["context", isEmptyRecord(context) ? undefined : typeToJson(context)],
  ]);
}

function namesToJson(names: readonly TypeName[]): JsonValue {
  return names.map(({ name }) => name);
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
  const sorted = [...annotations].sort((a, b) => compareStrings(a.key, b.key));
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
