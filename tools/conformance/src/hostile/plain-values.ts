import { policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { contextFromPlain, Entities } from "@deodar/core";
import { fromPlain } from "@deodar/json";
import { parsePolicies } from "@deodar/syntax";
import { policyFromPlain } from "@deodar/syntax/json";
import { type HostileCase, verdict } from "./hostile-case.ts";

const throwing = (): never => {
  throw new Error("no");
};

/** A value that refers to itself. */
function cyclic(): unknown {
  const value: Record<string, unknown> = {};
  value["self"] = { inner: [value] };
  return value;
}

function deep(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  while (depth-- > 0) value = wrap(value);
  return value;
}

class Custom {
  readonly field = 1;
}

/** Values that are not plain data, and the code that readers of plain values must give. */
const values: readonly (readonly [name: string, make: () => unknown, code: string])[] = [
  ["undefined", () => undefined, "json/unsupported-value"],
  ["a function", () => () => 1, "json/unsupported-value"],
  ["a symbol", () => Symbol("s"), "json/unsupported-value"],
  ["NaN", () => Number.NaN, "json/inexact-number"],
  ["infinity", () => Number.POSITIVE_INFINITY, "json/inexact-number"],
  ["a fraction", () => 0.5, "json/inexact-number"],
  ["an unsafe integer", () => 2 ** 53, "json/inexact-number"],
  ["a date", () => new Date(0), "json/unsupported-value"],
  ["a map", () => new Map([["a", 1]]), "json/unsupported-value"],
  ["a set", () => new Set([1]), "json/unsupported-value"],
  ["a typed array", () => new Uint8Array(2), "json/unsupported-value"],
  ["a boxed string", () => Object("text"), "json/unsupported-value"],
  ["a promise", () => Promise.resolve(1), "json/unsupported-value"],
  ["a regular expression", () => /x/, "json/unsupported-value"],
  ["an instance of a class", () => new Custom(), "json/unsupported-value"],
  ["an object that inherits", () => Object.create({ inherited: 1 }), "json/unsupported-value"],
  ["a sparse array", () => Object.assign(new Array(3), { 0: 1, 2: 3 }), "json/sparse-array"],
  ["an array of huge length", () => Object.assign([], { length: 2 ** 32 - 1 }), "json/sparse-array"],
  ["a throwing getter", () => Object.defineProperty({}, "a", { get: throwing, enumerable: true }), "json/unreadable"],
  [
    "a throwing getter in an array",
    () => Object.defineProperty([1], "0", { get: throwing, enumerable: true }),
    "json/unreadable",
  ],
  ["a proxy that throws for keys", () => new Proxy({}, { ownKeys: throwing }), "json/unreadable"],
  ["a proxy that throws for values", () => new Proxy({ a: 1 }, { get: throwing }), "json/unreadable"],
  ["a proxy that throws for its prototype", () => new Proxy({}, { getPrototypeOf: throwing }), "json/unreadable"],
  [
    "a revoked proxy",
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    "json/unreadable",
  ],
  ["a value that contains itself", cyclic, "json/cyclic"],
  [
    "an array that contains itself",
    () => {
      const list: unknown[] = [];
      list.push(list);
      return list;
    },
    "json/cyclic",
  ],
  ["100,000 nested objects", () => deep(100_000, (inner) => ({ a: inner })), "json/too-deep"],
  ["100,000 nested arrays", () => deep(100_000, (inner) => [inner]), "json/too-deep"],
];

const uid = { type: "User", id: "a" };

/** What a user may hand over as plain JavaScript, into every place that takes it. */
export const plainValueCases: readonly HostileCase[] = [
  {
    name: "an object shared without bound as a context",
    expected: "json/too-many-values",
    run: () => verdict(contextFromPlain({ a: deep(60, (inner) => [inner, inner]) })),
  },
  ...values.flatMap(([name, make, code]): HostileCase[] => [
    { name: `${name} as JSON`, expected: code, run: () => verdict(fromPlain(make())) },
    { name: `${name} inside JSON`, expected: code, run: () => verdict(fromPlain({ list: [make()] })) },
    { name: `${name} as a context`, expected: code, run: () => verdict(contextFromPlain(make())) },
    { name: `${name} in a context`, expected: code, run: () => verdict(contextFromPlain({ a: make() })) },
    { name: `${name} as entities`, expected: code, run: () => verdict(Entities.fromPlain(make())) },
    { name: `${name} as an entity`, expected: code, run: () => verdict(Entities.fromPlain([make()])) },
    {
      name: `${name} as an attribute`,
      expected: code,
      run: () => verdict(Entities.fromPlain([{ uid, attrs: { a: make() }, parents: [] }])),
    },
    {
      name: `${name} as a parent`,
      expected: code,
      run: () => verdict(Entities.fromPlain([{ uid, attrs: {}, parents: [make()] }])),
    },
    { name: `${name} as a policy`, expected: code, run: () => verdict(policyFromPlain(make())) },
    {
      name: `${name} as a request's context`,
      expected: code,
      run: () =>
        verdict(
          requestFromPlain({
            principal: uid,
            action: uid,
            resource: uid,
            context: make() === undefined ? [undefined] : make(),
          } as never),
        ),
    },
  ]),
];

/** Things that are not texts, where a text is asked for: misuse, which throws and decides nothing. */
export const notTextCases: readonly HostileCase[] = [
  undefined,
  null,
  1,
  {},
  [],
  Buffer.from("permit(principal,action,resource);"),
].flatMap((value): HostileCase[] => [
  {
    name: `parsing ${Object.prototype.toString.call(value)}`,
    expected: "threw or refused",
    run: () => refuses(() => parsePolicies(value as never)),
  },
  {
    name: `a policy set from ${Object.prototype.toString.call(value)}`,
    expected: "threw or refused",
    run: () => refuses(() => policySetFromText(value as never)),
  },
]);

function refuses(read: () => { readonly ok: boolean }): string {
  try {
    return read().ok ? "accepted" : "threw or refused";
  } catch {
    return "threw or refused";
  }
}
