import { unwrap } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isJsonArray,
  isJsonFraction,
  isJsonObject,
  jsonFraction,
  maxJsonDepth,
  parseJson,
  stringifyJson,
} from "../src/index.ts";

function fault(text: string): { code: string; message: string; at: string; path: unknown } {
  const result = parseJson(text);
  if (result.ok) throw new Error(`accepted ${text.slice(0, 40)}`);
  const [error] = result.errors;
  const label = error?.labels[0];
  return {
    code: error?.code ?? "",
    message: error?.message ?? "",
    at: `${label?.start}-${label?.end}`,
    path: error?.path,
  };
}

describe("values", () => {
  it("reads every kind of value", () => {
    const value = unwrap(
      parseJson(' {"a" : [true, false, null, 0, -12, "x\\n\\u0041\\ud83d\\ude00"],\r\n\t"b":{} , "c":[]} '),
    );
    expect(stringifyJson(value)).toBe('{"a":[true,false,null,0,-12,"x\\nA😀"],"b":{},"c":[]}');
  });

  it.each([
    ["0", 0],
    ["9007199254740991", 9007199254740991],
    ["-9007199254740991", -9007199254740991],
    ["9007199254740992", 9007199254740992n],
    ["9223372036854775807", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["999999999999999", 999999999999999],
    ["1000000000000000", 1000000000000000],
    ["123456789012345678901234567890", 123456789012345678901234567890n],
  ])("keeps the integer %s", (text, expected) => {
    expect(unwrap(parseJson(text))).toBe(expected);
  });

  it.each(["1.0", "0.5", "-0", "1e3", "1e+21", "1E+3", "2e-7", "-0.0", "12345678901234567.5", "1".repeat(41)])(
    "keeps %s as text",
    (text) => {
      expect(unwrap(parseJson(text))).toEqual(jsonFraction(text));
    },
  );

  it("tells a fraction from an object that looks like one", () => {
    const value = unwrap(parseJson('{"kind":"fraction","text":"1.0"}'));
    expect([isJsonFraction(value), isJsonObject(value), isJsonArray(value)]).toEqual([false, true, false]);
    expect(isJsonObject(unwrap(parseJson("1.0")))).toBe(false);
    expect(isJsonObject(null)).toBe(false);
    expect(isJsonObject([])).toBe(false);
    expect(isJsonFraction(null)).toBe(false);
  });

  it("takes __proto__, constructor and toString as ordinary keys", () => {
    const value = unwrap(parseJson('{"__proto__":{"x":1},"constructor":2,"toString":3}')) as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBe(null);
    expect(Object.keys(value)).toEqual(["__proto__", "constructor", "toString"]);
    expect(value["constructor"]).toBe(2);
    expect(value["x"]).toBe(undefined);
  });

  it("agrees with JSON.parse on any document", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const mine = parseJson(text);
        if (mine.ok) expect(JSON.parse(stringifyJson(mine.value))).toEqual(JSON.parse(text));
        else expect(["json/duplicate-key", "json/lone-surrogate"]).toContain(mine.errors[0]?.code);
      }),
      { numRuns: 200 },
    );
  });

  it("accepts and refuses mutated documents as JSON.parse does", () => {
    const seeds = ['{"a":[1,-2.5e+3,"x\\u00e9\\n",true],"b":{"c":null}}', '[[],{},"",0,false]', ' {"k" : -0 } '];
    const letters = [...'{}[]:,"\\/ \n\t0123.eE+-truefalsnbxd\u0001\u00a0'];
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom("", ...letters), fc.boolean()), { maxLength: 3 }),
        (seed, edits) => {
          let text = seed;
          for (const [place, letter, replace] of edits) {
            const at = place % (text.length + 1);
            text = text.slice(0, at) + letter + text.slice(at + (replace ? 1 : 0));
          }
          let expected: unknown;
          try {
            expected = JSON.parse(text);
          } catch {
            expected = undefined;
          }
          const mine = parseJson(text);
          if (expected === undefined) expect(mine.ok).toBe(false);
          else if (mine.ok) expect(JSON.parse(stringifyJson(mine.value))).toEqual(expected);
          else expect(["json/duplicate-key", "json/lone-surrogate"]).toContain(mine.errors[0]?.code);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe("errors", () => {
  it.each([
    ["", "json/unexpected-end", "EOF while parsing a value", "0-0"],
    ["[", "json/unexpected-end", "EOF while parsing a list", "1-1"],
    ["[1", "json/unexpected-end", "EOF while parsing a list", "2-2"],
    ["{", "json/unexpected-end", "EOF while parsing an object", "1-1"],
    ['{"a"', "json/unexpected-end", "EOF while parsing an object", "4-4"],
    ['{"a":', "json/unexpected-end", "EOF while parsing a value", "5-5"],
    ['{"a":1', "json/unexpected-end", "EOF while parsing an object", "6-6"],
    ['"abc', "json/unexpected-end", "EOF while parsing a string", "4-4"],
    ['"abc\\', "json/unexpected-end", "EOF while parsing a string", "5-5"],
    ["tru", "json/unexpected-end", "EOF while parsing a value", "3-3"],
    ["-", "json/unexpected-end", "EOF while parsing a value", "1-1"],
    ["1.", "json/unexpected-end", "EOF while parsing a value", "2-2"],
    ["1e", "json/unexpected-end", "EOF while parsing a value", "2-2"],
    ["trux", "json/expected-literal", "expected ident", "0-4"],
    ["?", "json/expected-value", "expected value", "0-1"],
    ["[,]", "json/expected-value", "expected value", "1-2"],
    ["// c\n1", "json/expected-value", "expected value", "0-1"],
    ["1 2", "json/trailing-characters", "trailing characters", "2-3"],
    ["[1,]", "json/trailing-comma", "trailing comma", "3-4"],
    ['{"a":1,}', "json/trailing-comma", "trailing comma", "7-8"],
    ['{"a" 1}', "json/expected-colon", "expected `:`", "5-6"],
    ["[1 2]", "json/expected-comma", "expected `,` or `]`", "3-4"],
    ['{"a":1 "b":2}', "json/expected-comma", "expected `,` or `}`", "7-8"],
    ["{a:1}", "json/expected-key", "key must be a string", "1-2"],
    ["{1:1}", "json/expected-key", "key must be a string", "1-2"],
    ['"a\nb"', "json/control-character", "control character (\\u0000-\\u001F) found while parsing a string", "2-3"],
    ['"\0"', "json/control-character", "control character (\\u0000-\\u001F) found while parsing a string", "1-2"],
    ['"\\x41"', "json/invalid-escape", "invalid escape", "1-3"],
    ['"\\u12g4"', "json/invalid-escape", "invalid escape", "1-7"],
    ['"\\u12', "json/invalid-escape", "invalid escape", "1-5"],
    ['"\\u\u00101234"', "json/invalid-escape", "invalid escape", "1-7"],
    ['"\\ud800"', "json/lone-surrogate", "lone leading surrogate in hex escape", "1-7"],
    ['"\\udc00"', "json/lone-surrogate", "lone leading surrogate in hex escape", "1-7"],
    ['"\\ud800\\u0041"', "json/lone-surrogate", "lone leading surrogate in hex escape", "1-7"],
    ['"a\ud800"', "json/lone-surrogate", "lone leading surrogate in hex escape", "2-3"],
    ['"\udc00\ud800"', "json/lone-surrogate", "lone leading surrogate in hex escape", "1-2"],
    ["01", "json/invalid-number", "invalid number", "0-2"],
    ["-01", "json/invalid-number", "invalid number", "0-3"],
    ["1.x", "json/invalid-number", "invalid number", "0-3"],
    ["1e+x", "json/invalid-number", "invalid number", "0-4"],
    ["-x", "json/invalid-number", "invalid number", "0-2"],
    ["\ufeff1", "json/byte-order-mark", "expected value", "0-1"],
  ])("%j gives %s", (text, code, message, at) => {
    expect(fault(text)).toMatchObject({ code, message, at });
  });

  it.each([
    ['{"a":1,"a":1}', ["a"], "7-10"],
    ['[{"x":{"b":{},"a":{},"\\u0061":{}}}]', [0, "x", "a"], "21-29"],
    ['{"__proto__":1,"__proto__":2}', ["__proto__"], "15-26"],
  ])("refuses the duplicate key in %s", (text, path, at) => {
    expect(fault(text)).toMatchObject({ code: "json/duplicate-key", path, at });
  });

  it("says which key is there twice", () => {
    expect(fault('{"{key}":1,"{key}":1}').message).toBe(
      "the key `{key}` occurs two or more times in the same JSON object",
    );
  });

  it("says how to mend a byte order mark", () => {
    const result = parseJson("\ufeff{}");
    expect(result.ok ? undefined : result.errors[0]?.help).toBe(
      "the text starts with a byte order mark (U+FEFF); remove it",
    );
  });
});

describe("hostile texts", () => {
  it("stops at its own depth limit", () => {
    const deepest = "[".repeat(maxJsonDepth) + "]".repeat(maxJsonDepth);
    expect(stringifyJson(unwrap(parseJson(deepest)))).toBe(deepest);
    expect(fault(`[${deepest}]`)).toMatchObject({ code: "json/too-deep", message: "recursion limit exceeded" });
    expect(fault('{"a":'.repeat(maxJsonDepth) + "{}" + "}".repeat(maxJsonDepth)).code).toBe("json/too-deep");
    expect(fault('{"a":'.repeat(100_000)).code).toBe("json/too-deep");
    expect(fault("[".repeat(100_000)).code).toBe("json/too-deep");
  });

  it("reads a string of ten million characters", () => {
    const text = "a".repeat(10_000_000);
    expect((unwrap(parseJson(`"${text}"`)) as string).length).toBe(text.length);
  });

  it("reads a number of a million digits as text", () => {
    expect(isJsonFraction(unwrap(parseJson("9".repeat(1_000_000))))).toBe(true);
  });

  it("reads a hundred thousand keys", () => {
    const text = `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":${i}`).join(",")}}`;
    expect(Object.keys(unwrap(parseJson(text)) as object).length).toBe(100_000);
  });
});
