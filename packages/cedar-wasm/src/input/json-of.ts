import { isWellFormed, type JsonValue, jsonFraction, maxJsonDepth } from "@deodar/json";
import { reject } from "./reject.ts";

/**
 * What the reference would read from a JavaScript value: that of its `JSON.stringify`, so `toJSON` is asked, members
 * that are `undefined` or functions are left out, and numbers that are no numbers become `null`. Only bigints are
 * better off: they are integers. Throws where `JSON.stringify` or the reference's JSON reader does: for what contains
 * itself, nests too deep, or has half a surrogate pair in it, and whatever getters throw.
 */
export function jsonOf(value: unknown): JsonValue {
  return new Reader().read(value, "") ?? null;
}

/** From this many containers on, repeated ones are counted: sharing may not multiply a small value without bound. */
const freeContainers = 1_000_000;
const sharingFactor = 8;

/**
 * Makes objects that inherit nothing from `Object.prototype`, so that any key is an ordinary one. This is twice as fast
 * as to take the prototype away from each of them.
 */
const BareObject = /* @__PURE__ */ bareObjects();

function bareObjects(): new () => { [key: string]: JsonValue } {
  class Bare {
    readonly [key: string]: JsonValue;
  }
  Reflect.deleteProperty(Bare.prototype, "constructor");
  Object.setPrototypeOf(Bare.prototype, null);
  Object.freeze(Bare.prototype);
  return Bare;
}

class Reader {
  private readonly ancestors: object[] = [];
  private readonly distinct = new Set<object>();
  private containers = 0;

  /** The JSON of a value, or `undefined` for what JSON leaves out. */
  read(value: unknown, key: string | number): JsonValue | undefined {
    switch (typeof value) {
      case "string":
        return text(value);
      case "boolean":
        return value;
      case "number":
        return Number.isSafeInteger(value) ? value + 0 : number(value);
      case "bigint":
        return integer(value);
      case "object":
        return value === null ? null : this.readObject(value, key);
      case "undefined":
      case "function":
      case "symbol":
        return undefined;
    }
  }

  private readObject(value: object, key: string | number): JsonValue | undefined {
    const given = substitute(value, key);
    return typeof given === "object" && given !== null ? this.container(given) : this.read(given, key);
  }

  private container(value: object): JsonValue {
    const { ancestors } = this;
    if (ancestors.length >= maxJsonDepth) {
      reject(new Set(ancestors).size < ancestors.length ? "the value contains itself" : "recursion limit exceeded", []);
    }
    if (++this.containers > freeContainers) this.checkSharing(value);
    ancestors.push(value);
    const json = Array.isArray(value) ? this.array(value) : this.object(value);
    ancestors.pop();
    return json;
  }

  private array(value: readonly unknown[]): JsonValue {
    const elements: JsonValue[] = [];
    const { length } = value;
    for (let i = 0; i < length; i++) elements.push(this.read(value[i], i) ?? null);
    return elements;
  }

  private object(value: object): JsonValue {
    const object = new BareObject();
    for (const key of Object.keys(value)) {
      const json = this.read((value as { readonly [key: string]: unknown })[key], key);
      if (json !== undefined) object[text(key)] = json;
    }
    return object;
  }

  private checkSharing(value: object): void {
    this.distinct.add(value);
    if (this.containers > 2 * freeContainers + sharingFactor * this.distinct.size) reject("the value is too large", []);
  }
}

/** What `JSON.stringify` takes in place of an object. */
function substitute(object: object, key: string | number): unknown {
  const { toJSON } = object as { readonly toJSON?: unknown };
  const value: unknown = typeof toJSON === "function" ? toJSON.call(object, String(key)) : object;
  return isOrdinary(value) || !boxed.has(Object.prototype.toString.call(value)) ? value : unboxed(value);
}

/** Whether this is surely no object that stands for a primitive value. */
function isOrdinary(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The objects that stand for a primitive value. */
const boxed: ReadonlySet<string> = new Set([
  "[object String]",
  "[object Number]",
  "[object Boolean]",
  "[object BigInt]",
]);

/** What only looks boxed, for its `Symbol.toStringTag`, stays as it is. */
function unboxed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const primitive: unknown = value.valueOf();
  return typeof primitive === "object" ? value : primitive;
}

function text(value: string): string {
  if (!isWellFormed(value)) reject("lone surrogate in a string", []);
  return value;
}

/** The JSON of a number that is no safe integer. */
function number(value: number): JsonValue {
  if (!Number.isFinite(value)) return null;
  const written = String(value);
  return /^-?\d+$/.test(written) ? BigInt(written) : jsonFraction(written);
}

function integer(value: bigint): JsonValue {
  const converted = Number(value);
  return Number.isSafeInteger(converted) ? converted : value;
}
