import { isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Attribute, RecordType, SchemaAnnotation, SchemaType } from "../ast.ts";
import { maxTypeNesting } from "../limits.ts";
import type { Faults } from "./faults.ts";
import { checkAnnotationKey, checkExtension, checkName, type NameKind } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { expectedFields, field, readBoolean, readEntries, readString, unexpected } from "./shape.ts";

const typeFields: readonly string[] = ["type", "element", "attributes", "additionalAttributes", "name"];

/** What stands in for a type that cannot be read: reading goes on, to find further faults. */
const unreadable: SchemaType = { kind: "boolean", span: undefined };

/** Shapes and contexts that are not given. */
export const emptyRecord: RecordType = { kind: "record", span: undefined, attributes: [], additionalAttributes: false };

/** The type at a place; `depth` is how many types it stands in, which is bounded and so bounds this recursion. */
export function readType(json: JsonValue, place: Place, depth: number, faults: Faults): SchemaType {
  if (isJsonObject(json)) return readTypeFields(json, place, [], depth, faults);
  unexpected(json, "builtin type or reference to type defined in commonTypes", place, faults);
  return unreadable;
}

/** The fields of a type that are there, read. The reference reads all of them before it looks at what they make. */
interface TypeFields {
  readonly element: SchemaType | undefined;
  readonly attributes: readonly Attribute[] | undefined;
  readonly additionalAttributes: boolean | undefined;
  readonly name: string | undefined;
}

/** The type that an object is, besides the fields in `others`. */
export function readTypeFields(
  json: JsonObject,
  place: Place,
  others: readonly string[],
  depth: number,
  faults: Faults,
): SchemaType {
  if (depth > maxTypeNesting) {
    faults.add("schema-json/too-deep", place, { limit: String(maxTypeNesting) });
    return unreadable;
  }
  for (const key of Object.keys(json)) {
    if (typeFields.includes(key) || others.includes(key)) continue;
    faults.add("schema-json/unknown-field", inside(place, key), { field: key, expected: expectedFields(typeFields) });
  }
  const read = <T>(name: string, reader: (value: JsonValue, place: Place) => T): T | undefined => {
    const value = field(json, name);
    return value === undefined ? undefined : reader(value, inside(place, name));
  };
  const type = read("type", (value, here) => readString(value, here, faults));
  const fields: TypeFields = {
    element: read("element", (value, here) => readType(value, here, depth + 1, faults)),
    attributes: read("attributes", (value, here) => readAttributes(value, here, depth + 1, faults)),
    additionalAttributes: read("additionalAttributes", (value, here) => readBoolean(value, here, faults)),
    name: read("name", (value, here) => readString(value, here, faults)),
  };
  if (type !== undefined) return readVariant(type, fields, place, faults);
  faults.add("schema-json/missing-field", place, { field: "type" });
  return unreadable;
}

function readVariant(type: string, fields: TypeFields, place: Place, faults: Faults): SchemaType {
  const span = undefined;
  switch (type) {
    case "String":
      allowFields(fields, [], place, faults);
      return { kind: "string", span };
    case "Long":
      allowFields(fields, [], place, faults);
      return { kind: "long", span };
    case "Boolean":
      allowFields(fields, [], place, faults);
      return { kind: "boolean", span };
    case "Set":
      allowFields(fields, ["element"], place, faults);
      return { kind: "set", span, element: required(fields.element, "element", place, faults) ?? unreadable };
    case "Record": {
      allowFields(fields, ["attributes", "additionalAttributes"], place, faults);
      const attributes = required(fields.attributes, "attributes", place, faults) ?? [];
      return { kind: "record", span, attributes, additionalAttributes: fields.additionalAttributes ?? false };
    }
    case "Entity":
      return { kind: "entity", span, name: readName(fields, "entity type", place, faults) };
    case "EntityOrCommon":
      return { kind: "entityOrCommon", span, name: readName(fields, "entity or common type", place, faults) };
    case "Extension":
      return { kind: "extension", span, name: readName(fields, "extension type", place, faults) };
    default:
      allowFields(fields, [], place, faults);
      checkName(type, "common type", inside(place, "type"), faults);
      return { kind: "common", span, name: type };
  }
}

function readName(fields: TypeFields, what: NameKind | "extension type", place: Place, faults: Faults): string {
  allowFields(fields, ["name"], place, faults);
  const name = required(fields.name, "name", place, faults);
  if (name === undefined) return "";
  if (what === "extension type") checkExtension(name, inside(place, "name"), faults);
  else checkName(name, what, inside(place, "name"), faults);
  return name;
}

/** What a field is read as; a fault if the type does not have it. */
function required<T>(value: T | undefined, name: string, place: Place, faults: Faults): T | undefined {
  if (value === undefined) faults.add("schema-json/missing-field", place, { field: name });
  return value;
}

/** Fields that belong to other types are unknown here. */
function allowFields(fields: TypeFields, allowed: readonly string[], place: Place, faults: Faults): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || allowed.includes(name)) continue;
    faults.add("schema-json/unknown-field", inside(place, name), { field: name, expected: expectedFields(allowed) });
  }
}

function readAttributes(json: JsonValue, place: Place, depth: number, faults: Faults): readonly Attribute[] {
  return readEntries(json, place, faults).map(([name, attribute]) =>
    readAttribute(name, attribute, inside(place, name), depth, faults),
  );
}

function readAttribute(name: string, json: JsonValue, place: Place, depth: number, faults: Faults): Attribute {
  const declared = { kind: "attribute", span: undefined, name, nameSpan: undefined } as const;
  if (!isJsonObject(json)) {
    unexpected(json, "struct TypeOfAttribute", place, faults);
    return { ...declared, annotations: [], required: true, type: unreadable };
  }
  const type = readTypeFields(json, place, ["annotations", "required"], depth, faults);
  const needed = field(json, "required");
  const required = needed === undefined || readBoolean(needed, inside(place, "required"), faults);
  return { ...declared, annotations: readAnnotations(json, place, faults), required, type };
}

/** The annotations of what an object declares. */
export function readAnnotations(json: JsonObject, around: Place, faults: Faults): readonly SchemaAnnotation[] {
  const annotations = field(json, "annotations");
  if (annotations === undefined) return [];
  const place = inside(around, "annotations");
  return readEntries(annotations, place, faults).map(([key, value]) => {
    const here = inside(place, key);
    checkAnnotationKey(key, here, faults);
    const text = value === null ? null : readString(value, here, faults);
    return { kind: "annotation", span: undefined, key, value: text };
  });
}
