import { extensionFunctions } from "./extension-names.ts";
import { Extensions, type Mapping, Values, type ValueTerm } from "./generated/model.js";
import { fail, fieldOf, type JsonObject, type JsonValue, listOf, objectOf } from "./json.ts";
import { collectionOf, longOf, mappingOf, sequenceOf, uidOf } from "./terms.ts";

const { Value } = Values;

/** A value of the entities and context format: `__entity` and `__extn` stand for entities and extension values. */
export function readValue(json: JsonValue): ValueTerm {
  if (typeof json === "boolean") return Value.create_BoolV(json);
  if (typeof json === "number" || typeof json === "bigint") return Value.create_LongV(longOf(json));
  if (typeof json === "string") return Value.create_StringV(json);
  if (Array.isArray(json)) return Value.create_SetV(collectionOf((json as readonly JsonValue[]).map(readValue)));
  const object = objectOf(json, "a value");
  if (isEntity(object)) return Value.create_EntityV(uidOf(object));
  return extensionOf(object) ?? Value.create_RecordV(recordOf(object));
}

/** The entries of an object, as those of a record. */
export function recordOf(object: JsonObject): Mapping<string, ValueTerm> {
  return mappingOf(Object.entries(object).map(([key, value]) => [key, readValue(value)] as const));
}

/** Whether it is `{"__entity": {"type": …, "id": …}}`; what is merely similar is a record. */
export function isEntity(object: JsonObject): boolean {
  const inner = onlyField(object, "__entity");
  return inner !== undefined && typeof fieldOf(inner, "type") === "string" && typeof fieldOf(inner, "id") === "string";
}

/** The name and the arguments of `{"__extn": {"fn": …, "arg": …}}`; what is merely similar is a record. */
export function callOf(object: JsonObject): { readonly name: string; readonly args: readonly JsonValue[] } | undefined {
  const inner = onlyField(object, "__extn");
  const name = inner && fieldOf(inner, "fn");
  if (inner === undefined || typeof name !== "string") return undefined;
  const arg = fieldOf(inner, "arg");
  if (arg !== undefined) return { name, args: [arg] };
  const args = fieldOf(inner, "args");
  return args === undefined ? undefined : { name, args: listOf(args, "args") };
}

function onlyField(object: JsonObject, key: string): JsonObject | undefined {
  const inner = fieldOf(object, key);
  if (Object.keys(object).length !== 1 || typeof inner !== "object" || inner === null || Array.isArray(inner))
    return undefined;
  return inner as JsonObject;
}

function extensionOf(object: JsonObject): ValueTerm | undefined {
  const call = callOf(object);
  if (call === undefined) return undefined;
  const fn = extensionFunctions.get(call.name) ?? fail(`there is no extension function ${call.name}`);
  const result = Extensions.__default.CallExtension(fn, sequenceOf(call.args.map(readValue)));
  return result.is_Ok ? result.dtor_value : fail(`${call.name} cannot read its arguments`);
}
