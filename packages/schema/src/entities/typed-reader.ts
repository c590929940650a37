import {
  applyExtension,
  type ExtensionFunction,
  type ExtensionParameter,
  extensionTable,
  isCallFault,
  recordOf,
  setOf,
  typeOf,
  type Value,
} from "@deodar/core";
import { type Cursor, escapeOf, isFunctionName, isReadable, readUid, readValue } from "@deodar/core/json-reader";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { ExtensionTypeName, RecordType, SetType, Type } from "../model.ts";
import { type ConformanceCode, conformanceFault } from "./catalogue.ts";
import { describeType } from "./describe-type.ts";
import { RequiredNames } from "./required-names.ts";
import { showJson } from "./show-value.ts";

/**
 * Reads values of which a schema says what type they have, so that JSON need not: a uid may be `{"type", "id"}`, an
 * extension value `{"fn", "arg"}` or the argument of its constructor alone. It finds what is wrong with the form of
 * values. That a value has the right type in the end is checked where entities and requests are validated.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html#entity-attrs
 */
export class TypedReader {
  readonly #required = new RequiredNames();

  /** The value, or `undefined` after noting what is wrong at the cursor. The depth of JSON bounds the recursion. */
  read(json: JsonValue, type: Type, cursor: Cursor): Value | undefined {
    switch (type.kind) {
      case "boolean":
      case "long":
      case "string":
        return readValue(json, cursor);
      case "entity":
        return readUid(json, cursor);
      case "extension":
        return this.#readExtension(json, type.name, cursor);
      case "set":
        return isJsonArray(json) ? this.#readSet(json, type, cursor) : mismatch(json, type, cursor);
      case "record":
        return isJsonObject(json) ? this.#readRecord(json, type, cursor) : mismatch(json, type, cursor);
    }
  }

  #readSet(json: readonly JsonValue[], { element }: SetType, cursor: Cursor): Value | undefined {
    const elements = this.#readAll(json, () => element, cursor);
    return elements === undefined ? undefined : setOf(elements);
  }

  #readAll(json: readonly JsonValue[], typeAt: (index: number) => Type, cursor: Cursor): Value[] | undefined {
    const values: Value[] = [];
    for (let index = 0; index < json.length && !cursor.full; index += 1) {
      cursor.path.push(index);
      const value = this.read(json[index] as JsonValue, typeAt(index), cursor);
      cursor.path.pop();
      if (value !== undefined) values.push(value);
    }
    return values.length === json.length ? values : undefined;
  }

  #readRecord(json: JsonObject, type: RecordType, cursor: Cursor): Value | undefined {
    if (isUnknown(json["__extn"])) return readValue({ __extn: json["__extn"] }, cursor);
    const before = cursor.errors.length;
    const entries = new Map<string, Value>();
    const unexpected: string[] = [];
    for (const name of Object.keys(json)) {
      const attribute = type.attributes.get(name);
      if (attribute === undefined) unexpected.push(name);
      else {
        cursor.path.push(name);
        const value = this.read(json[name] as JsonValue, attribute.type, cursor);
        cursor.path.pop();
        if (value !== undefined) entries.set(name, value);
      }
      if (cursor.full) return undefined;
    }
    for (const name of this.#required.of(type.attributes)) {
      if (!Object.hasOwn(json, name) && !cursor.full) fail(cursor, "conformance/missing-record-attribute", { name });
    }
    for (const name of unexpected) {
      if (cursor.full) return undefined;
      cursor.at(name, () => fail(cursor, "conformance/unexpected-record-attribute", { name }));
    }
    return cursor.errors.length > before ? undefined : recordOf(entries);
  }

  #readExtension(json: JsonValue, type: ExtensionTypeName, cursor: Cursor): Value | undefined {
    if (isJsonObject(json)) {
      if (typeof json["__expr"] === "string") return cursor.fail("entities/expr-escape");
      const inner = json["__extn"];
      const explicit = inner === undefined ? undefined : callOf(inner);
      if (explicit !== undefined) return cursor.at("__extn", () => this.#readCall(explicit, cursor));
      const implicit = callOf(json);
      if (implicit !== undefined) return this.#readCall(implicit, cursor);
    }
    if (!isReadable(json)) return fail(cursor, "conformance/not-an-extension-value", {});
    const argument = readValue(json, cursor);
    return argument === undefined ? undefined : apply(type === "ipaddr" ? "ip" : type, [argument], cursor);
  }

  #readCall(call: Call, cursor: Cursor): Value | undefined {
    const { fn, args } = call;
    if (!isFunctionName(fn, cursor)) return undefined;
    const found = extensionTable.get(fn);
    if (found === undefined) return fail(cursor, "conformance/unknown-function", { fn });
    if (args.length !== found.arity) {
      const words = { fn, expected: String(found.arity), actual: String(args.length) };
      return fail(cursor, "conformance/wrong-argument-count", words);
    }
    const values = this.#readArguments(call, found, cursor);
    return values === undefined ? undefined : apply(fn, values, cursor);
  }

  #readArguments({ args, many }: Call, { parameters }: ExtensionFunction, cursor: Cursor): Value[] | undefined {
    const typeAt = (index: number): Type => parameterTypes[parameters[index] as ExtensionParameter];
    if (many) return cursor.at("args", () => this.#readAll(args, typeAt, cursor));
    const value = cursor.at("arg", () => this.read(args[0] as JsonValue, typeAt(0), cursor));
    return value === undefined ? undefined : [value];
  }
}

const parameterTypes: { readonly [parameter in ExtensionParameter]: Type } = {
  string: { kind: "string" },
  decimal: { kind: "extension", name: "decimal" },
  ip: { kind: "extension", name: "ipaddr" },
  datetime: { kind: "extension", name: "datetime" },
  duration: { kind: "extension", name: "duration" },
};

/** A call of an extension function. */
interface Call {
  readonly fn: string;
  readonly args: readonly JsonValue[];
  readonly many: boolean;
}

/** The call that an object with `fn` and `arg` or `args` stands for; further keys are ignored. */
function callOf(json: JsonValue): Call | undefined {
  if (!isJsonObject(json)) return undefined;
  const { fn, arg, args } = json;
  if (typeof fn !== "string") return undefined;
  if (arg !== undefined && isReadable(arg)) return { fn, args: [arg], many: false };
  return args !== undefined && isJsonArray(args) && args.every(isReadable) ? { fn, args, many: true } : undefined;
}

/** Values that are to be given later may stand anywhere in the reference, whatever the type; here they are refused. */
function isUnknown(json: JsonValue | undefined): json is JsonObject {
  return json !== undefined && isJsonObject(json) && json["fn"] === "unknown" && typeof json["arg"] === "string";
}

function apply(fn: string, args: readonly Value[], cursor: Cursor): Value | undefined {
  const result = applyExtension(fn, args);
  if (!isCallFault(result)) return result;
  return cursor.fail("entities/extension-call", { reason: result.message }, result.help);
}

function mismatch(json: JsonValue, type: Type, cursor: Cursor): undefined {
  const before = cursor.errors.length;
  const value = readValue(json, cursor);
  // The reference does not call extension functions before it sees that the type is wrong.
  const others = cursor.errors.splice(before).filter(({ code }) => code !== "entities/extension-call");
  if (others.length > 0) {
    cursor.errors.push(...others);
    return undefined;
  }
  const actual = value === undefined ? typeOfCall(json) : typeOf(value);
  const difference = actual === undefined ? "does not" : `actually has type ${actual}`;
  return fail(cursor, "conformance/type-mismatch", { expected: describeType(type), difference, value: showJson(json) });
}

/** What an extension function would give, if it did not fail. */
function typeOfCall(json: JsonValue): string | undefined {
  const call = isJsonObject(json) ? escapeOf(json) : undefined;
  if (call?.kind !== "extension") return isJsonArray(json) ? "set" : "record";
  const result = extensionTable.get(call.fn)?.result;
  if (result === "boolean") return "bool";
  return result === "ip" ? "ipaddr" : result;
}

/** Notes an error at the cursor. */
export function fail(cursor: Cursor, code: ConformanceCode, words: { readonly [word: string]: string }): undefined {
  const { prefix } = cursor.place;
  const place = cursor.place.where();
  cursor.errors.push(conformanceFault(code, { prefix, place, ...words }, [...cursor.path]));
  return undefined;
}
