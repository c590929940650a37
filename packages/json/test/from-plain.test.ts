import { runInNewContext } from "node:vm";
import { unwrap } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPlain, jsonFraction, maxJsonDepth, parseJson, stringifyJson } from "../src/index.ts";

function fault(value: unknown): { code: string; message: string; path: readonly (string | number)[] | undefined } {
  const result = fromPlain(value);
  if (result.ok) throw new Error("accepted");
  const [error] = result.errors;
  return { code: error?.code ?? "", message: error?.message ?? "", path: error?.path };
}

const print = (value: unknown): string => stringifyJson(unwrap(fromPlain(value)));

describe("fromPlain", () => {
  it("copies plain values", () => {
    const bare: Record<string, unknown> = Object.assign(Object.create(null), { x: 1 });
    expect(print({ a: [null, true, "s", 1, -0, 5n, 9007199254740993n, bare] })).toBe(
      '{"a":[null,true,"s",1,0,5,9007199254740993,{"x":1}]}',
    );
    expect(unwrap(fromPlain(-0))).toBe(0);
    expect(unwrap(fromPlain(5n))).toBe(5);
  });

  it("takes objects of another realm, and what parseJson gave", () => {
    expect(print(runInNewContext("({a: [1, {b: 2}]})"))).toBe('{"a":[1,{"b":2}]}');
    expect(unwrap(fromPlain(unwrap(parseJson('{"a":[1.5]}'))))).toEqual(unwrap(parseJson('{"a":[1.5]}')));
    expect(unwrap(fromPlain(jsonFraction("1.0")))).toEqual(jsonFraction("1.0"));
  });

  it("keeps __proto__ as a key and does not look at prototypes", () => {
    const value = JSON.parse('{"__proto__":{"admin":true},"toString":1}') as unknown;
    expect(print(value)).toBe('{"__proto__":{"admin":true},"toString":1}');
  });

  it("leaves out symbol keys and properties that are not enumerable", () => {
    const value = { a: 1, [Symbol("s")]: 2 };
    Object.defineProperty(value, "hidden", { value: 3 });
    expect(print(value)).toBe('{"a":1}');
  });

  it("leaves lone surrogates to the reader", () => {
    expect(unwrap(fromPlain("\ud800"))).toBe("\ud800");
  });

  class Point {
    readonly x = 1;
  }
  it.each([
    [{ a: undefined }, "json/unsupported-value", "undefined cannot be used as JSON", ["a"]],
    [[() => 1], "json/unsupported-value", "a function cannot be used as JSON", [0]],
    [{ a: [Symbol("x")] }, "json/unsupported-value", "a symbol cannot be used as JSON", ["a", 0]],
    [{ a: new Point() }, "json/unsupported-value", "an object of a class cannot be used as JSON", ["a"]],
    [{ a: new Date(0) }, "json/unsupported-value", "an object of a class cannot be used as JSON", ["a"]],
    [new Map(), "json/unsupported-value", "an object of a class cannot be used as JSON", []],
    [Object.create({ inherited: 1 }), "json/unsupported-value", "an object of a class cannot be used as JSON", []],
    [Object.create(Object.create(null)), "json/unsupported-value", "an object of a class cannot be used as JSON", []],
    [new String("x"), "json/unsupported-value", "an object of a class cannot be used as JSON", []],
    [{ n: Number.NaN }, "json/inexact-number", "the number NaN is not an exact integer", ["n"]],
    [{ n: -Infinity }, "json/inexact-number", "the number -Infinity is not an exact integer", ["n"]],
    [{ n: 1.5 }, "json/inexact-number", "the number 1.5 is not an exact integer", ["n"]],
    [{ n: 2 ** 53 }, "json/inexact-number", "the number 9007199254740992 is not an exact integer", ["n"]],
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    [{ a: [1, , 3] }, "json/sparse-array", "the array has no element 1", ["a"]],
    [[1, undefined], "json/unsupported-value", "undefined cannot be used as JSON", [1]],
  ])("refuses %o", (value, code, message, path) => {
    expect(fault(value)).toEqual({ code, message, path });
  });

  it("refuses a huge array that has nothing in it", () => {
    expect(fault(new Array(4_000_000_000))).toMatchObject({ code: "json/sparse-array", path: [] });
  });

  it("refuses values that contain themselves", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = [cyclic];
    expect(fault(cyclic)).toMatchObject({ code: "json/cyclic", message: "the value contains itself" });
  });

  it("refuses values that are nested too deeply", () => {
    let value: unknown = [];
    for (let i = 1; i < maxJsonDepth; i++) value = [value];
    expect(fromPlain(value).ok).toBe(true);
    for (let i = 0; i < 100_000; i++) value = { value };
    expect(fault(value)).toMatchObject({ code: "json/too-deep" });
  });

  it("survives getters and proxies that throw", () => {
    const getter = {
      a: {
        get b(): number {
          throw new Error("no");
        },
      },
    };
    expect(fault(getter)).toEqual({
      code: "json/unreadable",
      message: "the value cannot be read: no",
      path: ["a", "b"],
    });
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(fault([revoked.proxy])).toMatchObject({ code: "json/unreadable", path: [0] });
    const text = new Proxy(
      {},
      {
        ownKeys: () => {
          throw "text";
        },
      },
    );
    expect(fault(text)).toMatchObject({ message: "the value cannot be read: text" });
    const nasty = new Proxy(
      {},
      {
        ownKeys: () => {
          throw {
            toString: () => {
              throw 1;
            },
          };
        },
      },
    );
    expect(fault(nasty)).toMatchObject({ message: "the value cannot be read: it throws" });
  });

  it("asks its caller for objects of a class and frozen ones", () => {
    const asked: object[] = [];
    const point = new Point();
    const frozen = Object.freeze({ x: 1 });
    const result = fromPlain({ a: point, b: frozen, c: { x: 1 } }, (object) => {
      asked.push(object);
      return object === point ? ["point"] : undefined;
    });
    expect(stringifyJson(unwrap(result))).toBe('{"a":["point"],"b":{"x":1},"c":{"x":1}}');
    expect(asked).toEqual([point, frozen]);
  });

  it("reads each property once", () => {
    let reads = 0;
    const value = {
      get a(): number {
        return ++reads;
      },
    };
    expect(print(value)).toBe('{"a":1}');
  });

  it("refuses sharing that multiplies without bound", () => {
    let value: unknown = [1];
    for (let i = 0; i < 40; i++) value = [value, value];
    expect(fault(value)).toMatchObject({ code: "json/too-many-values" });
    const leaf = { type: "User", id: "a" };
    expect(print([leaf, leaf])).toBe('[{"type":"User","id":"a"},{"type":"User","id":"a"}]');
  });

  it("agrees with JSON.stringify on what both take", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const result = fromPlain(value);
        if (result.ok) expect(stringifyJson(result.value)).toBe(JSON.stringify(value));
        else expect(result.errors[0]?.code).toBe("json/inexact-number");
      }),
    );
  });
});
