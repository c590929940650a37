import { emptyJsonObject, type JsonValue, jsonFraction, maxJsonDepth } from "@deodar/json";
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

const loneSurrogate = /\p{Surrogate}/u;

/** From this many containers on, repeated ones are counted: sharing may not multiply a small value without bound. */
const freeContainers = 1_000_000;
const sharingFactor = 8;

class Reader {
  private readonly ancestors: object[] = [];
  private readonly distinct = new Set<object>();
  private containers = 0;

  /** The JSON of a value, or `undefined` for what JSON leaves out. */
  read(given: unknown, key: string): JsonValue | undefined {
    const value = typeof given === "object" && given !== null ? substitute(given, key) : given;
    switch (typeof value) {
      case "string":
        return text(value);
      case "boolean":
        return value;
      case "number":
        return number(value);
      case "bigint":
        return integer(value);
      case "object":
        return value === null ? null : this.container(value);
      case "undefined":
      case "function":
      case "symbol":
        return undefined;
    }
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
    for (let i = 0; i < length; i++) elements.push(this.read(value[i], String(i)) ?? null);
    return elements;
  }

  private object(value: object): JsonValue {
    const object = emptyJsonObject();
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
function substitute(object: object, key: string): unknown {
  const { toJSON } = object as { readonly toJSON?: unknown };
  const value: unknown = typeof toJSON === "function" ? toJSON.call(object, key) : object;
  return boxed.has(Object.prototype.toString.call(value)) ? unboxed(value) : value;
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
  if (loneSurrogate.test(value)) reject("lone surrogate in a string", []);
  return value;
}

function number(value: number): JsonValue {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  if (!Number.isFinite(value)) return null;
  const written = String(value);
  return /^-?\d+$/.test(written) ? BigInt(written) : jsonFraction(written);
}

function integer(value: bigint): JsonValue {
  const converted = Number(value);
  return Number.isSafeInteger(converted) ? converted : value;
}
