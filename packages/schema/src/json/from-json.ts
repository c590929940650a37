import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { fromPlain, isJsonObject, type JsonValue, locate, parseJson } from "@deodar/json";
import type { Namespace, SchemaFragment } from "../ast.ts";
import { Faults } from "./faults.ts";
import { checkName } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { readAction, readAll, readCommonType, readEntityType } from "./read-declarations.ts";
import { readAnnotations } from "./read-type.ts";
import { type Fields, field, readStructure } from "./shape.ts";

/**
 * Reads a schema from its JSON form, without resolving any name in it. As strict as the reference: unknown fields,
 * missing ones and wrong shapes are errors, each with its path in the document.
 *
 * @returns the fragment tree, or every independent fault, at most a hundred. It never throws.
 *
 * Source: https://docs.cedarpolicy.com/schema/json-schema.html
 */
export function schemaFragmentFromJsonValue(json: JsonValue): Result<SchemaFragment> {
  const faults = new Faults();
  const namespaces = readAll(json, undefined, readNamespace, faults);
  const found = faults.all();
  if (found.length === 0) return success({ kind: "fragment", span: undefined, namespaces });
  const hint = isJsonObject(json) && namespaceFields.some((name) => Object.hasOwn(json, name));
  return failure(hint ? found.map((fault) => ({ ...fault, help: missingNamespace })) : found);
}

/** Like {@link schemaFragmentFromJsonValue}, from JSON text: refuses duplicate keys at every depth; errors have places in it. */
export function schemaFragmentFromJson(text: string): Result<SchemaFragment> {
  const json = parseJson(text);
  if (!json.ok) return /^\s*[^{\s]/.test(text) ? failure(json.errors.map(advise)) : json;
  const result = schemaFragmentFromJsonValue(json.value);
  return result.ok ? result : failure(result.errors.map((error, index) => placed(error, index, text)));
}

/** Like {@link schemaFragmentFromJsonValue}, from plain JavaScript: objects, arrays, strings and booleans. */
export function schemaFragmentFromPlain(value: unknown): Result<SchemaFragment> {
  const json = fromPlain(value);
  return json.ok ? schemaFragmentFromJsonValue(json.value) : json;
}

const missingNamespace =
  'JSON formatted schema must specify a namespace. If you want to use the empty namespace, explicitly specify it with `{ "": {..} }`';
const wrongFormat =
  "this API was expecting a schema in the JSON format; did you mean to use a different function, which expects the Cedar schema format?";

function advise(error: Diagnostic): Diagnostic {
  return { ...error, help: wrongFormat };
}

const fields: Fields = { commonTypes: false, entityTypes: true, actions: true, annotations: false };

/** What belongs inside of a namespace, and is likely to have lost it when it stands outside. */
const namespaceFields: readonly string[] = ["entityTypes", "actions", "commonTypes"];

function readNamespace(name: string, json: JsonValue, place: Place, faults: Faults): Namespace | undefined {
  if (name !== "") checkName(name, "namespace", place, faults);
  const members = readStructure(json, place, "NamespaceDefinition", fields, faults);
  if (members === undefined) return undefined;
  const annotations = readAnnotations(members, place, faults);
  if (name === "" && annotations.length > 0) {
    faults.add("schema-json/annotated-empty-namespace", inside(place, "annotations"));
  }
  const read = <T>(name: string, reader: Parameters<typeof readAll<T>>[2]): T[] => {
    const map = field(members, name);
    return map === undefined ? [] : readAll(map, inside(place, name), reader, faults);
  };
  const commonTypes = read("commonTypes", readCommonType);
  const entityTypes = read("entityTypes", readEntityType);
  const actions = read("actions", readAction);
  const declared = { span: undefined, name, nameSpan: undefined, annotations };
  return { kind: "namespace", ...declared, commonTypes, entityTypes, actions };
}

/** To find a place means to read the text once more, so only the first errors get one. */
const mostPlaced = 20;

function placed(error: Diagnostic, index: number, text: string): Diagnostic {
  const span = index < mostPlaced ? locate(text, error.path ?? []) : undefined;
  return span === undefined ? error : { ...error, labels: [span] };
}
