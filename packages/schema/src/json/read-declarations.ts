import { isJsonFraction, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type {
  Action,
  ActionReference,
  AppliesTo,
  CommonType,
  EntityType,
  EnumeratedEntityType,
  TypeName,
} from "../ast.ts";
import { isReservedTypeName } from "../reserved-type-names.ts";
import type { Faults } from "./faults.ts";
import { checkDeclared, checkName } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { emptyRecord, readAnnotations, readType, readTypeFields } from "./read-type.ts";
import { type Fields, field, fieldOr, readEntries, readList, readString, readStructure, unexpected } from "./shape.ts";

/** The common type at a place, if it is one. */
export function readCommonType(name: string, json: JsonValue, place: Place, faults: Faults): CommonType | undefined {
  checkDeclared(name, place, faults);
  if (isReservedTypeName(name)) faults.add("schema-json/reserved-type-name", place, { name });
  if (!isJsonObject(json)) return unexpected(json, "struct CommonType", place, faults);
  const type = readTypeFields(json, place, ["annotations"], 1, faults);
  return { kind: "commonType", ...declare(name), annotations: readAnnotations(json, place, faults), type };
}

const entityTypeFields: Fields = { memberOfTypes: false, shape: false, tags: false, enum: false, annotations: false };

/** The entity type at a place, if it is one. */
export function readEntityType(
  name: string,
  json: JsonValue,
  place: Place,
  faults: Faults,
): EntityType | EnumeratedEntityType | undefined {
  checkDeclared(name, place, faults);
  const fields = readStructure(json, place, "Everything", entityTypeFields, faults);
  if (fields === undefined) return undefined;
  const annotations = readAnnotations(fields, place, faults);
  const parents = field(fields, "memberOfTypes");
  const memberOfTypes = parents === undefined ? [] : readTypeNames(parents, inside(place, "memberOfTypes"), faults);
  const shape = readOptionalType(fields, "shape", place, faults);
  const tags = readOptionalType(fields, "tags", place, faults);
  const enumeration = field(fields, "enum");
  if (enumeration === undefined) {
    return { kind: "entityType", ...declare(name), annotations, memberOfTypes, shape: shape ?? emptyRecord, tags };
  }
  const others = ["memberOfTypes", "shape", "tags"].filter((each) => field(fields, each) !== undefined);
  if (others.length > 0) {
    faults.add("schema-json/enumeration-with-attributes", place, { fields: others.join(", ") });
  }
  const choices = readChoices(enumeration, inside(place, "enum"), faults);
  return choices && { kind: "enumeratedEntityType", ...declare(name), annotations, choices };
}

function readChoices(json: JsonValue, place: Place, faults: Faults): [string, ...string[]] | undefined {
  if (!Array.isArray(json)) {
    readList(json, place, faults);
    return undefined;
  }
  const [first, ...rest] = readList(json, place, faults).map((id, at) => readString(id, inside(place, at), faults));
  if (first !== undefined) return [first, ...rest];
  faults.add("schema-json/empty-enumeration", place);
  return undefined;
}

function readOptionalType(fields: JsonObject, name: string, around: Place, faults: Faults): EntityType["tags"] {
  const json = field(fields, name);
  return json === undefined ? undefined : readType(json, inside(around, name), 1, faults);
}

const nameOfType = "a name consisting of an optional namespace and id";

function readTypeNames(json: JsonValue, place: Place, faults: Faults): readonly TypeName[] {
  return readList(json, place, faults).map((each, index) => {
    const name = readTypeName(each, inside(place, index), faults);
    return { kind: "typeName", span: undefined, name };
  });
}

function readTypeName(json: JsonValue, place: Place, faults: Faults): string {
  const name = readString(json, place, faults, nameOfType);
  if (typeof json === "string") checkName(name, "name", place, faults);
  return name;
}

const actionFields: Fields = { attributes: false, appliesTo: false, memberOf: false, annotations: false };

/** The action at a place, if it is one. */
export function readAction(name: string, json: JsonValue, place: Place, faults: Faults): Action | undefined {
  const fields = readStructure(json, place, "ActionType", actionFields, faults);
  if (fields === undefined) return undefined;
  const annotations = readAnnotations(fields, place, faults);
  const applies = fieldOr(fields, "appliesTo", null);
  const appliesTo = applies === null ? undefined : readAppliesTo(applies, inside(place, "appliesTo"), faults);
  const parents = fieldOr(fields, "memberOf", null);
  const memberOf = parents === null ? undefined : readGroups(parents, inside(place, "memberOf"), faults);
  const attributes = readAttributes(fieldOr(fields, "attributes", null), inside(place, "attributes"), faults);
  return { kind: "action", ...declare(name), annotations, appliesTo, memberOf, attributes };
}

/** Only whether they could be values: no schema with attributes of actions is good. */
function readAttributes(json: JsonValue, place: Place, faults: Faults): Action["attributes"] {
  if (json === null) return undefined;
  if (!isJsonObject(json)) return unexpected(json, "a map", place, faults);
  const todo = Object.values(json);
  for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
    if (isJsonFraction(value) || (typeof value === "bigint" && BigInt.asIntN(64, value) !== value)) {
      faults.add("schema-json/invalid-value", place);
      return undefined;
    }
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) todo.push(part);
  }
  return json;
}

const appliesToFields: Fields = { resourceTypes: true, principalTypes: true, context: false };

function readAppliesTo(json: JsonValue, place: Place, faults: Faults): AppliesTo | undefined {
  const fields = readStructure(json, place, "ApplySpec", appliesToFields, faults);
  if (fields === undefined) return undefined;
  const resourceTypes = readTypeNames(fieldOr(fields, "resourceTypes", []), inside(place, "resourceTypes"), faults);
  const principalTypes = readTypeNames(fieldOr(fields, "principalTypes", []), inside(place, "principalTypes"), faults);
  const context = readOptionalType(fields, "context", place, faults) ?? emptyRecord;
  return { kind: "appliesTo", span: undefined, principalTypes, resourceTypes, context };
}

const groupFields: Fields = { id: true, type: false };

function readGroups(json: JsonValue, place: Place, faults: Faults): readonly ActionReference[] {
  return readList(json, place, faults).flatMap((group, index) => {
    const here = inside(place, index);
    const fields = readStructure(group, here, "ActionEntityUID", groupFields, faults);
    if (fields === undefined) return [];
    const named = fieldOr(fields, "type", null);
    const type = named === null ? undefined : readTypeName(named, inside(here, "type"), faults);
    const id = readString(fieldOr(fields, "id", ""), inside(here, "id"), faults);
    return [{ kind: "actionReference", span: undefined, type, id }];
  });
}

function declare(name: string): { readonly span: undefined; readonly name: string; readonly nameSpan: undefined } {
  return { span: undefined, name, nameSpan: undefined };
}

/** Every declaration of a map of them that can be read. */
export function readAll<T>(
  json: JsonValue,
  place: Place,
  read: (name: string, json: JsonValue, place: Place, faults: Faults) => T | undefined,
  faults: Faults,
): T[] {
  return readEntries(json, place, faults).flatMap(([name, value]) => {
    const declaration = read(name, value, inside(place, name), faults);
    return declaration === undefined ? [] : [declaration];
  });
}
