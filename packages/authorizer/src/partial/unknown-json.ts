import { extensionTable, valueFromJsonValue, valueFromPlain, valueToJson } from "@deodar/core";
import { type Result, unwrap } from "@deodar/diagnostics";
import { type PartialValue, partialCall, partialRecord, partialSet, unknown } from "@deodar/evaluator/partial";
import {
  emptyJsonObject,
  fromPlain,
  isJsonArray,
  isJsonFraction,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
} from "@deodar/json";

/** JSON that may have unknowns, `{"__extn": {"fn": "unknown", "arg": "name"}}`, in it. */
export interface UnknownJson {
  /**
   * The same with numbers in place of the unknowns, which, as them, can be in values only, not in the forms of entities
   * and calls: the usual readers find all that is wrong with the rest of it.
   */
  readonly known: JsonValue;
  /** The value, once it is known that there is nothing wrong with it; only if there are unknowns. */
  readonly value: (() => PartialValue) | undefined;
}

/** Finds the unknowns. Recurses, so the JSON must come from `parseJson` or `jsonFromPlain`, which bound its depth. */
export function findUnknowns(json: JsonValue): UnknownJson {
  if (typeof json !== "object" || json === null || isJsonFraction(json)) return { known: json, value: undefined };
  if (isJsonArray(json)) return findInSet(json);
  const call = callIn(json);
  return call === undefined ? findInRecord(json) : findInCall(json, call);
}

/** The JSON of a plain value, in which Cedar values may stand as they are. */
export function jsonFromPlain(value: unknown): Result<JsonValue> {
  return fromPlain(value, jsonOfValue);
}

const kinds: ReadonlySet<unknown> = new Set(["entity", "set", "record", "decimal", "ip", "datetime", "duration"]);

function jsonOfValue(object: object): JsonValue | undefined {
  if (!kinds.has((object as { readonly kind?: unknown }).kind)) return undefined;
  const value = valueFromPlain(object);
  const text = value.ok ? valueToJson(value.value) : value;
  return text.ok ? unwrap(parseJson(text.value)) : undefined;
}

function findInSet(json: readonly JsonValue[]): UnknownJson {
  const elements = json.map(findUnknowns);
  if (!hasUnknowns(elements)) return { known: json, value: undefined };
  return { known: elements.map(({ known }) => known), value: () => partialSet(elements.map(valueIn)) };
}

function findInRecord(json: JsonObject): UnknownJson {
  const entries = Object.keys(json).map((key): [string, UnknownJson] => [key, findUnknowns(json[key] as JsonValue)]);
  if (!hasUnknowns(entries.map(([, entry]) => entry))) return { known: json, value: undefined };
  const known = emptyJsonObject();
  for (const [key, entry] of entries) known[key] = entry.known;
  return { known, value: () => partialRecord(entries.map(([key, entry]) => [key, valueIn(entry)])) };
}

interface Call {
  readonly fn: string;
  readonly args: readonly JsonValue[];
  readonly key: "arg" | "args";
}

/** The call of an extension function that this object is, recognised as the usual readers do it. */
function callIn(json: JsonObject): Call | undefined {
  const inner = json["__extn"];
  if (inner === undefined || Object.keys(json).length > 1 || !isJsonObject(inner)) return undefined;
  const { fn, arg, args } = inner;
  if (typeof fn !== "string") return undefined;
  if (arg !== undefined) return { fn, args: [arg], key: "arg" };
  return args !== undefined && isJsonArray(args) ? { fn, args, key: "args" } : undefined;
}

function findInCall(json: JsonObject, { fn, args, key }: Call): UnknownJson {
  const [name] = args;
  const isUnknown = fn === "unknown";
  const found = args.map(findUnknowns);
  if (!hasUnknowns(found)) {
    return isUnknown && typeof name === "string"
      ? { known: 0, value: () => unknown(name) }
      : { known: json, value: undefined };
  }
  const inner = emptyJsonObject();
  // A call of no function at all is left for the usual readers to refuse; any other has a result only later.
  const exists = isUnknown || extensionTable.has(fn);
  if (!exists) inner["fn"] = fn;
  const known = found.map((argument) => argument.known);
  inner[key] = key === "arg" ? (known[0] as JsonValue) : known;
  const outer = emptyJsonObject();
  outer["__extn"] = inner;
  return { known: outer, value: () => partialCall(fn, found.map(valueIn)) };
}

function hasUnknowns(found: readonly UnknownJson[]): boolean {
  return found.some(({ value }) => value !== undefined);
}

function valueIn({ known, value }: UnknownJson): PartialValue {
  return value === undefined ? unwrap(valueFromJsonValue(known)) : value();
}
