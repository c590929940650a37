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
  const named = field(json, "type");
  if (named === undefined) {
    faults.add("schema-json/missing-field", place, { field: "type" });
    return unreadable;
  }
  if (typeof named !== "string") {
    unexpected(named, "a string", inside(place, "type"), faults);
    return unreadable;
  }
  return readVariant(readString(named, inside(place, "type"), faults), json, place, depth, faults);
}

function readVariant(type: string, json: JsonObject, place: Place, depth: number, faults: Faults): SchemaType {
  const span = undefined;
  switch (type) {
    case "String":
      return readPlain({ kind: "string", span }, json, place, depth, faults);
    case "Long":
      return readPlain({ kind: "long", span }, json, place, depth, faults);
    case "Boolean":
      return readPlain({ kind: "boolean", span }, json, place, depth, faults);
    case "Set": {
      const element = required(json, "element", ["element"], place, depth, faults);
      if (element === undefined) return unreadable;
      return { kind: "set", span, element: readType(element, inside(place, "element"), depth + 1, faults) };
    }
    case "Record":
      return readRecord(json, place, depth, faults);
    case "Entity":
      return { kind: "entity", span, name: readTypeName(json, "entity type", place, depth, faults) };
    case "EntityOrCommon":
      return { kind: "entityOrCommon", span, name: readTypeName(json, "entity or common type", place, depth, faults) };
    case "Extension": {
      const name = readNameField(json, place, depth, faults);
      if (name !== undefined) checkExtension(name, inside(place, "name"), faults);
      return { kind: "extension", span, name: name ?? "" };
    }
    default:
      checkName(type, "common type", inside(place, "type"), faults);
      return readPlain({ kind: "common", span, name: type }, json, place, depth, faults);
  }
}

/** A type that has no fields. */
function readPlain(type: SchemaType, json: JsonObject, place: Place, depth: number, faults: Faults): SchemaType {
  refuseOthers(json, [], place, depth, faults);
  return type;
}

function readTypeName(json: JsonObject, what: NameKind, place: Place, depth: number, faults: Faults): string {
  const name = readNameField(json, place, depth, faults);
  if (name !== undefined) checkName(name, what, inside(place, "name"), faults);
  return name ?? "";
}

function readNameField(json: JsonObject, place: Place, depth: number, faults: Faults): string | undefined {
  const name = required(json, "name", ["name"], place, depth, faults);
  if (name === undefined) return undefined;
  if (typeof name !== "string") return unexpected(name, "a string", inside(place, "name"), faults);
  return readString(name, inside(place, "name"), faults);
}

function readRecord(json: JsonObject, place: Place, depth: number, faults: Faults): SchemaType {
  const open = field(json, "additionalAttributes");
  const additionalAttributes = open !== undefined && readBoolean(open, inside(place, "additionalAttributes"), faults);
  const members = required(json, "attributes", ["attributes", "additionalAttributes"], place, depth, faults);
  if (members === undefined) return unreadable;
  const around = inside(place, "attributes");
  const attributes = readEntries(members, around, faults).map(([name, attribute]) =>
    readAttribute(name, attribute, inside(around, name), depth + 1, faults),
  );
  return { kind: "record", span: undefined, attributes, additionalAttributes };
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

/** A field that a type must have; the other fields of types that it must not have are faults. */
function required(
  json: JsonObject,
  name: string,
  allowed: readonly string[],
  place: Place,
  depth: number,
  faults: Faults,
): JsonValue | undefined {
  refuseOthers(json, allowed, place, depth, faults);
  const value = field(json, name);
  if (value === undefined) faults.add("schema-json/missing-field", place, { field: name });
  return value;
}

/** Fields of other types are unknown here. The reference reads them first, so faults inside of them are told of too. */
function refuseOthers(json: JsonObject, allowed: readonly string[], place: Place, depth: number, faults: Faults): void {
  for (const name of typeFields) {
    const value = field(json, name);
    if (name === "type" || value === undefined || allowed.includes(name)) continue;
    if (name === "element") readType(value, inside(place, name), depth + 1, faults);
    faults.add("schema-json/unknown-field", inside(place, name), { field: name, expected: expectedFields(allowed) });
  }
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
