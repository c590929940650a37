import fc from "fast-check";
import { expect, test } from "vitest";
import { unescapePattern, unescapeString } from "../src/escape.ts";
import { escapeText } from "../src/index.ts";

test("each escape sequence stands for its character", () => {
  expect(unescapeString("\\n\\r\\t\\\\\\0\\'\\\"")).toStrictEqual({ pieces: ["\n\r\t\\\0'\""], faults: [] });
  expect(unescapeString("\\x00\\x7f\\u{0}\\u{1F600}\\u{1_0_}\\u{10fFfF}")).toStrictEqual({
    pieces: ["\0\x7f\0\u{1f600}\u0010\u{10ffff}"],
    faults: [],
  });
  expect(unescapeString("plain * text\n\ud800")).toStrictEqual({ pieces: ["plain * text\n\ud800"], faults: [] });
});

test("every sequence that is not valid is told of as far as it was read", () => {
  const faults = (raw: string) => unescapeString(raw).faults;
  expect(faults("a\\qb\\*c\\\u{1f600}")).toStrictEqual(["\\q", "\\*", "\\\u{1f600}"]);
  expect(faults("\\x80\\xg0\\x0g\\x")).toStrictEqual(["\\x80", "\\xg", "\\x0g", "\\x"]);
  expect(faults("\\u0041")).toStrictEqual(["\\u0"]);
  expect(faults("\\u{}\\u{_1}\\u{1234567}\\u{d800}\\u{110000}\\u{1g}\\u{12")).toStrictEqual([
    "\\u{}",
    "\\u{_",
    "\\u{1234567}",
    "\\u{d800}",
    "\\u{110000}",
    "\\u{1g",
    "\\u{12",
  ]);
  expect(faults("a\rb\\")).toStrictEqual(["\r", "\\"]);
});

test("in a pattern, every star is a wildcard but the escaped one", () => {
  expect(unescapePattern("*a\\*b\\x2ac\\u{2a}")).toStrictEqual({ pieces: ["", "a*b", "c", ""], faults: [] });
  expect(unescapePattern("\\q*\\z").faults).toStrictEqual(["\\q", "\\z"]);
});

test("what is escaped reads back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(unescapeString(escapeText(text))).toStrictEqual({ pieces: [text], faults: [] });
    }),
  );
});
