import { jsonFraction } from "@deodar/json";
import { describe, expect, test } from "vitest";
import { jsonOf } from "../src/input/json-of.ts";
import { textArgument } from "../src/input/text-argument.ts";
import { plainJson } from "../src/plain-json.ts";
import { RecentTexts } from "../src/recent-texts.ts";

describe("jsonOf reads as JSON.stringify writes", () => {
  const values: readonly unknown[] = [
    null,
    true,
    -0,
    9007199254740991,
    "é💥\u0000",
    [1, undefined, () => 1, Symbol("s")],
    { a: undefined, b: () => 1, c: Symbol("s"), [Symbol("s")]: 1, d: null },
    new Date(0),
    { toJSON: (key: string) => `at ${key}` },
    [{ toJSON: (key: string) => `at ${key}` }],
    new Map([["a", 1]]),
    [new String("s"), new Number(1), new Boolean(false)],
    new Array(2),
    [Number.NaN, Number.POSITIVE_INFINITY],
    JSON.parse('{"__proto__": {"constructor": 1}}'),
    new (class {
      own = 1;
      get inherited(): number {
        return 2;
      }
    })(),
  ];

  test.each(values.map((value) => [JSON.stringify(value), value]))("%s", (text, value) => {
    expect(JSON.stringify(jsonOf(value))).toBe(text);
  });

  test("what is nothing is null", () => {
    expect(jsonOf(undefined)).toBe(null);
    expect(jsonOf(() => 1)).toBe(null);
  });

  test("but integers are exact", () => {
    expect(jsonOf(2 ** 60)).toBe(BigInt(JSON.stringify(2 ** 60)));
    expect(jsonOf([5n, 2n ** 63n, Object(7n)])).toEqual([5, 9223372036854775808n, 7]);
    expect(jsonOf([1.5, 1e21])).toEqual([jsonFraction("1.5"), jsonFraction("1e+21")]);
  });

  test("a small value that shares its parts to become a huge one is refused", () => {
    let shared: unknown = [1];
    for (let i = 0; i < 40; i++) shared = [shared, shared];
    expect(() => jsonOf(shared)).toThrow("the value is too large");
  });
});

test("plainJson gives ordinary objects, with keys in their order", () => {
  const json = jsonOf({ b: [1, { c: 2n ** 62n }], a: 1.5, __proto__x: null });
  const plain = plainJson(json);
  expect(plain).toEqual({ b: [1, { c: 4611686018427387904n }], a: 1.5, __proto__x: null });
  expect(Object.keys(plain as object)).toEqual(["b", "a", "__proto__x"]);
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
});

test("texts that are arguments of their own come without halves of characters", () => {
  expect(textArgument("a\ud800b💥", "text")).toBe("a\uFFFDb💥");
  expect(() => textArgument(undefined, "text")).toThrow("invalid type: undefined, expected a string at `$.text`");
});

describe("recent texts", () => {
  const remembering = (): readonly [RecentTexts<{ ok: boolean }>, string[], (text: string) => { ok: boolean }] => {
    const made: string[] = [];
    const make = (text: string): { ok: boolean } => {
      made.push(text.slice(0, 9));
      return { ok: text !== "bad" };
    };
    return [new RecentTexts(), made, make];
  };

  test("what was made of the last sixteen is remembered", () => {
    const [recent, made, make] = remembering();
    for (let i = 0; i < 17; i++) recent.get(`text ${i}`, make);
    expect(recent.get("text 16", make)).toBe(recent.get("text 16", make));
    expect(made).toHaveLength(17);
    recent.get("text 0", make);
    expect(made).toHaveLength(18);
  });

  test("no more than a million characters, and no failures", () => {
    const [recent, made, make] = remembering();
    recent.get("bad", make);
    recent.get("bad", make);
    const long = ["a", "b"].map((letter) => letter.repeat(600_000));
    for (const text of [...long, ...long]) recent.get(text, make);
    recent.get("c".repeat(1_000_001), make);
    recent.get("c".repeat(1_000_001), make);
    expect(made.map(([letter]) => letter).join("")).toBe("bbababcc");
  });
});
