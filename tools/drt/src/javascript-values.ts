import { emptyJsonObject, isJsonArray, isJsonObject, type JsonValue, maxJsonDepth } from "@deodar/json";
import type { Choices } from "@deodar/testing";

type Path = readonly (string | number)[];

/** What no reader of plain values takes, and what is said of it. */
export interface Hazard {
  readonly code: string;
  readonly message: string;
  /** Where it is said to be. */
  readonly path: Path;
}

/** A plain value that means the same as the JSON: of another realm, frozen, without a prototype, with other zeros. */
export function asJavaScript(choices: Choices, json: JsonValue): unknown {
  if (isJsonArray(json)) return json.map((each) => asJavaScript(choices, each));
  if (!isJsonObject(json)) return json === 0 && choices.chance(30) ? -0 : json;
  const object = choices.pick([() => ({}), emptyJsonObject, () => Object.create(elsewhere) as object])();
  for (const [name, part] of Object.entries(json)) {
    const value = asJavaScript(choices, part);
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  }
  // What is symbolic is nobody's data.
  if (choices.chance(5)) Object.defineProperty(object, Symbol("more"), { value: () => 1, enumerable: true });
  return choices.chance(10) ? Object.freeze(object) : object;
}

/** What objects of another realm have for a prototype. */
const elsewhere: object = Object.create(null, { hasOwnProperty: { value: Object.hasOwn } }) as object;

/** The value with a hazard in the place of one of its parts. */
export function withHazard(choices: Choices, json: JsonValue): { readonly value: unknown; readonly hazard: Hazard } {
  const path: (string | number)[] = [];
  let at = json;
  for (;;) {
    const keys = isJsonArray(at) ? [...at.keys()] : isJsonObject(at) ? Object.keys(at) : [];
    if (keys.length === 0 || choices.chance(20)) break;
    const key = choices.pick<string | number>(keys);
    path.push(key);
    at = (at as { readonly [key: string | number]: JsonValue })[key] as JsonValue;
  }
  const { value, code, message, more } = choices.pick(hazards)(maxJsonDepth - path.length);
  return { value: replaced(json, path, value), hazard: { code, message, path: [...path, ...more] } };
}

interface Planted {
  readonly value: unknown;
  readonly code: string;
  readonly message: string;
  /** The path from its place to where it is said to be. */
  readonly more: Path;
}

function replaced(json: JsonValue, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const parts = json as { readonly [key: string | number]: JsonValue };
  const part = replaced(parts[key] as JsonValue, rest, value);
  if (isJsonArray(json)) return json.map((each, index) => (index === key ? part : each));
  return Object.fromEntries(Object.entries(parts).map(([name, each]) => [name, name === key ? part : each]));
}

const unsupported = (value: unknown, what: string): Planted => ({
  value,
  code: "json/unsupported-value",
  message: `${what} cannot be used as JSON`,
  more: [],
});

const inexact = (value: number): Planted => ({
  value,
  code: "json/inexact-number",
  message: `the number ${value} is not an exact integer`,
  more: [],
});

const unreadable = (value: object, reason: string, more: Path): Planted => ({
  value,
  code: "json/unreadable",
  message: `the value cannot be read: ${reason}`,
  more,
});

class Instance {
  readonly a = 1;
}

function throwing(thrown: unknown, key = "x"): object {
  return Object.defineProperty({ b: 1 }, key, {
    enumerable: true,
    get: () => {
      throw thrown;
    },
  });
}

function fail(): never {
  throw new Error("not readable");
}

/** A value in so many arrays that the last is one too many. */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let each = 0; each <= depth; each++) value = [value];
  return value;
}

function cycle(): object {
  const value: { a?: object } = {};
  value.a = { b: value };
  return value;
}

const hazards: readonly ((depth: number) => Planted)[] = [
  () => unsupported(undefined, "undefined"),
  () => unsupported(() => 1, "a function"),
  () => unsupported(Symbol("s"), "a symbol"),
  () => unsupported(new Date(0), "an object of a class"),
  () => unsupported(new Map([["a", 1]]), "an object of a class"),
  () => unsupported(new Instance(), "an object of a class"),
  () => unsupported(Object.create({ a: 1 }) as object, "an object of a class"),
  () => inexact(1.5),
  () => inexact(NaN),
  () => inexact(-Infinity),
  () => inexact(2 ** 53),
  () => ({
    // biome-ignore lint/suspicious/noSparseArray: a hole is what this is about
    value: [1, , 2],
    code: "json/sparse-array",
    message: "the array has no element 1",
    more: [],
  }),
  () => ({ ...unsupported([1, undefined], "undefined"), more: [1] }),
  (depth) => ({
    value: nested(depth),
    code: "json/too-deep",
    message: "recursion limit exceeded",
    more: Array.from({ length: depth }, () => 0),
  }),
  (depth) => ({
    value: cycle(),
    code: "json/cyclic",
    message: "the value contains itself",
    more: Array.from({ length: depth }, (_, index) => (index % 2 === 0 ? "a" : "b")),
  }),
  () => unreadable(throwing(new Error("no")), "no", ["x"]),
  () => unreadable(throwing("a text"), "a text", ["x"]),
  () => unreadable(throwing({ toString: fail }), "it throws", ["x"]),
  () => unreadable(throwing(new Error("kind"), "kind"), "kind", ["kind"]),
  () => unreadable(new Proxy({}, { ownKeys: fail }), "not readable", []),
  () => unreadable(new Proxy({}, { getPrototypeOf: fail }), "not readable", []),
];
