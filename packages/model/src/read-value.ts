import { extensionFunctions } from "./extension-names.ts";
import { Extensions, type Mapping, Values, type ValueTerm } from "./generated/model.js";
import { fail, fieldOf, type JsonObject, type JsonValue, listOf, objectOf } from "./json.ts";
import type { ResolvedRecord, ResolvedType } from "./resolve-schema.ts";
import { collectionOf, longOf, mappingOf, sequenceOf, uidOf } from "./terms.ts";

const { Value } = Values;

/**
 * A value of the entities and context format: `__entity` and `__extn` stand for entities and extension values. Where its
 * type is known, they need not be there: a uid may be `{"type": …, "id": …}` and an extension value the text that
 * its constructor reads. What does not look like its type is read as if nothing were known.
 */
export function readValue(json: JsonValue, type?: ResolvedType): ValueTerm {
  if (typeof json === "boolean") return Value.create_BoolV(json);
  if (typeof json === "number" || typeof json === "bigint") return Value.create_LongV(longOf(json));
  if (typeof json === "string") return constructed(json, type) ?? Value.create_StringV(json);
  if (Array.isArray(json)) {
    const element = type?.kind === "set" ? type.element : undefined;
    return Value.create_SetV(collectionOf((json as readonly JsonValue[]).map((each) => readValue(each, element))));
  }
  const object = objectOf(json, "a value");
  if (isEntity(object) || (type?.kind === "entity" && isUid(object))) return Value.create_EntityV(uidOf(object));
  const call = callOf(object) ?? (constructorOf(type) === undefined ? undefined : innerCallOf(object));
  if (call !== undefined)
    return apply(
      call.name,
      call.args.map((each) => readValue(each)),
    );
  return Value.create_RecordV(recordOf(object, attributeTypes(type?.kind === "record" ? type : undefined)));
}

/** The entries of an object, as those of a record; `typeOf` tells what types they have, where that is known. */
export function recordOf(
  object: JsonObject,
  typeOf: (name: string) => ResolvedType | undefined = () => undefined,
): Mapping<string, ValueTerm> {
  return mappingOf(Object.entries(object).map(([key, value]) => [key, readValue(value, typeOf(key))] as const));
}

/** The types of a record's attributes, by their names. */
export function attributeTypes(type: ResolvedRecord | undefined): (name: string) => ResolvedType | undefined {
  return (name) => type?.attributes.get(name)?.type;
}

/** Whether it is `{"__entity": {"type": …, "id": …}}`; what is merely similar is a record. */
export function isEntity(object: JsonObject): boolean {
  const inner = onlyField(object, "__entity");
  return inner !== undefined && isUid(inner);
}

function isUid(object: JsonObject): boolean {
  return typeof fieldOf(object, "type") === "string" && typeof fieldOf(object, "id") === "string";
}

interface ExtensionCall {
  readonly name: string;
  readonly args: readonly JsonValue[];
}

/** The name and the arguments of `{"__extn": {"fn": …, "arg": …}}`; what is merely similar is a record. */
export function callOf(object: JsonObject): ExtensionCall | undefined {
  const inner = onlyField(object, "__extn");
  return inner && innerCallOf(inner);
}

function innerCallOf(inner: JsonObject): ExtensionCall | undefined {
  const name = fieldOf(inner, "fn");
  if (typeof name !== "string") return undefined;
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

/** The function that makes values of an extension type from text. */
function constructorOf(type: ResolvedType | undefined): string | undefined {
  if (type?.kind !== "builtin") return undefined;
  if (type.name === "ipaddr") return "ip";
  return extensionFunctions.has(type.name) ? type.name : undefined;
}

function constructed(text: string, type: ResolvedType | undefined): ValueTerm | undefined {
  const name = constructorOf(type);
  return name === undefined ? undefined : apply(name, [Value.create_StringV(text)]);
}

function apply(name: string, args: readonly ValueTerm[]): ValueTerm {
  const fn = extensionFunctions.get(name) ?? fail(`there is no extension function ${name}`);
  const result = Extensions.__default.CallExtension(fn, sequenceOf(args));
  return result.is_Ok ? result.dtor_value : fail(`${name} cannot read its arguments`);
}
