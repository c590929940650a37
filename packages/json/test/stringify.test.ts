import { unwrap } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonValue, jsonFraction, locate, parseJson, stringifyJson } from "../src/index.ts";

describe("stringifyJson", () => {
  it("prints integers and fractions as they are", () => {
    expect(stringifyJson([1n, 9223372036854775807n, -5, jsonFraction("1.50"), "\ud800"])).toBe(
      '[1,9223372036854775807,-5,1.50,"\\ud800"]',
    );
  });

  it("indents as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        expect(stringifyJson(value as JsonValue, indent)).toBe(JSON.stringify(value, null, indent));
      }),
    );
  });

  it("prints values of any depth", () => {
    let value: JsonValue = [];
    for (let i = 1; i < 100_000; i++) value = [value];
    expect(stringifyJson(value)).toBe("[".repeat(100_000) + "]".repeat(100_000));
  });
});

describe("locate", () => {
  const text = ' {"a\\u0062": [1, {"x": "y]\\""} , true], "__proto__": -1.5e3} ';
  it.each([
    [[], '{"a\\u0062": [1, {"x": "y]\\""} , true], "__proto__": -1.5e3}'],
    [["ab"], '[1, {"x": "y]\\""} , true]'],
    [["ab", 0], "1"],
    [["ab", 1], '{"x": "y]\\""}'],
    [["ab", 1, "x"], '"y]\\""'],
    [["ab", 2], "true"],
    [["__proto__"], "-1.5e3"],
    [["ab", 3], undefined],
    [["ab", "x"], undefined],
    [["c"], undefined],
    [[0], undefined],
  ])("finds %j", (path, expected) => {
    const span = locate(text, path);
    expect(span && text.slice(span.start, span.end)).toBe(expected);
  });

  it.each([
    "",
    "{",
    "[",
    "[1",
    "[1,",
    '{"a',
    '{"a"',
    '{"a"}',
    '{"a":',
    '{"b":[}',
    '{"\\x":1}',
    "[[,",
    "[?,1]",
    "[],]",
    "]",
    '{"b":1;"a":2}',
    '["x,',
    "}",
  ])("gives nothing for the broken text %j", (broken) => {
    expect(locate(broken, ["a"])).toBe(undefined);
    expect(locate(broken, [1])).toBe(undefined);
  });

  it("gives nothing for a whole that is broken", () => {
    expect([locate("", []), locate("[", []), locate("]", []), locate(",", []), locate('"', [])]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("finds every value of any document", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(2), (value, indent) => {
        const document = JSON.stringify(value, null, indent);
        const visit = (part: unknown, path: (string | number)[]): void => {
          const span = locate(document, path);
          expect(span).toBeDefined();
          if (span) expect(JSON.parse(document.slice(span.start, span.end))).toEqual(JSON.parse(JSON.stringify(part)));
          if (Array.isArray(part)) part.forEach((inner, i) => void visit(inner, [...path, i]));
          else if (typeof part === "object" && part !== null)
            for (const key of Object.keys(part)) visit((part as Record<string, unknown>)[key], [...path, key]);
        };
        visit(value, []);
      }),
    );
  });

  it("leaves what parseJson reads unchanged", () => {
    const document = '{"a":[1,2,{"b":9007199254740993}]}';
    expect(stringifyJson(unwrap(parseJson(document)))).toBe(document);
  });
});
