import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { type JsonCode, jsonError } from "./catalogue.ts";
import { emptyJsonObject, isJsonFraction, type JsonValue, maxJsonDepth } from "./json-value.ts";

/**
 * Reads a plain JavaScript value as JSON: null, booleans, integers, bigints, strings, arrays without holes and objects
 * whose prototype is `null` or `Object.prototype` (of any realm), with their own enumerable string keys; symbol keys
 * are left out. What this gives is a copy, made by reading each property once.
 *
 * Everything else is refused, with the path to it: `undefined`, functions, symbols, class instances (Date and Map
 * too), holes in arrays, values that contain themselves, fractions, NaN, infinities, numbers beyond 2^53-1 (they may
 * have been rounded already: use a bigint), properties that throw. `-0` is read as 0. Depth is at most
 * {@link maxJsonDepth}.
 *
 * `convert` is asked for objects of a class and for frozen ones, so that a caller can give the JSON of values of its
 * own; where it gives `undefined`, the above holds.
 */
export function fromPlain(value: unknown, convert: ConvertObject = convertNothing): Result<JsonValue> {
  const reader = new PlainReader(convert);
  try {
    const json = reader.read(value);
    return json === undefined ? failure([reader.fault as Diagnostic]) : success(json);
  } catch (thrown) {
    // A getter or a proxy threw; the path says where we were.
    reader.fail("json/unreadable", { reason: reasonOf(thrown) });
    return failure([reader.fault as Diagnostic]);
  }
}

/** Gives the JSON of an object that stands for something else than its properties, or `undefined`. */
export type ConvertObject = (object: object) => JsonValue | undefined;

const convertNothing: ConvertObject = () => undefined;

/** From this many containers on, repeated ones are counted: sharing may not multiply a small value without bound. */
const freeContainers = 1_000_000;
const sharingFactor = 8;

class PlainReader {
  fault: Diagnostic | undefined;
  private readonly path: (string | number)[] = [];
  private readonly ancestors: object[] = [];
  private containers = 0;
  private readonly distinct = new Set<object>();
  private readonly convert: ConvertObject;

  constructor(convert: ConvertObject) {
    this.convert = convert;
  }

  /** The value as JSON, or `undefined` once the fault is set. */
  read(value: unknown): JsonValue | undefined {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
        return this.fail("json/inexact-number", { number: String(value) });
      case "bigint": {
        const number = Number(value);
        return Number.isSafeInteger(number) ? number : value;
      }
      case "object":
        return value === null || isJsonFraction(value) ? value : this.container(value);
      case "undefined":
        return this.fail("json/unsupported-value", { what: "undefined" });
      case "function":
      case "symbol":
        return this.fail("json/unsupported-value", { what: `a ${typeof value}` });
    }
  }

  fail(code: JsonCode, words: { readonly [word: string]: string }): undefined {
    this.fault = jsonError(code, words, { path: [...this.path] });
    return undefined;
  }

  private container(value: object): JsonValue | undefined {
    if (this.ancestors.length >= maxJsonDepth) {
      const cyclic = new Set(this.ancestors).size < this.ancestors.length;
      return this.fail(cyclic ? "json/cyclic" : "json/too-deep", {});
    }
    if (++this.containers > freeContainers && this.sharesTooMuch(value)) return this.fail("json/too-many-values", {});
    this.ancestors.push(value);
    const json = Array.isArray(value) ? this.array(value) : this.object(value);
    this.ancestors.pop();
    return json;
  }

  private array(value: readonly unknown[]): JsonValue | undefined {
    const elements: JsonValue[] = [];
    const { length } = value;
    for (let i = 0; i < length; i++) {
      this.path.push(i);
      const element = value[i];
      if (element === undefined && !Object.hasOwn(value, i)) {
        this.path.pop();
        return this.fail("json/sparse-array", { index: String(i) });
      }
      const json = this.read(element);
      if (json === undefined) return undefined;
      elements.push(json);
      this.path.pop();
    }
    return elements;
  }

  private object(value: object): JsonValue | undefined {
    const plain = isPlain(value);
    const converted = plain && !Object.isFrozen(value) ? undefined : this.convert(value);
    if (converted !== undefined) return converted;
    if (!plain) return this.fail("json/unsupported-value", { what: "an object of a class" });
    const object = emptyJsonObject();
    for (const key of Object.keys(value)) {
      this.path.push(key);
      const json = this.read((value as { readonly [key: string]: unknown })[key]);
      if (json === undefined) return undefined;
      object[key] = json;
      this.path.pop();
    }
    return object;
  }

  private sharesTooMuch(value: object): boolean {
    this.distinct.add(value);
    return this.containers > 2 * freeContainers + sharingFactor * this.distinct.size;
  }
}

/** Whether the prototype is null or the `Object.prototype` of some realm, which alone has no prototype but its methods. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "hasOwnProperty");
}

function reasonOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? String(thrown.message) : String(thrown);
  } catch {
    return "it throws";
  }
}
