import { expect, test } from "vitest";
import { escapeEach, escapeText, quote } from "../src/index.ts";

test("plain text and printable characters of any script stand as they are", () => {
  expect(quote("a b {c} — ∞ 🦀 é")).toBe('"a b {c} — ∞ 🦀 é"');
  expect(quote("")).toBe('""');
});

test("quotes, the backslash and the usual controls have short escapes", () => {
  expect(escapeText("'\"\\\0\t\r\n")).toBe("\\'\\\"\\\\\\0\\t\\r\\n");
});

test("what does not show is written by its number", () => {
  expect(escapeText("\x01\x7f\u00a0\u00ad\u200b\u2028\u3000\ufeff\u{e000}\u{10ffff}")).toBe(
    "\\u{1}\\u{7f}\\u{a0}\\u{ad}\\u{200b}\\u{2028}\\u{3000}\\u{feff}\\u{e000}\\u{10ffff}",
  );
  expect(escapeText("\ufe0f\u034f\u3164")).toBe("\\u{fe0f}\\u{34f}\\u{3164}");
});

test("a combining mark is escaped at the start, and in patterns everywhere", () => {
  expect(escapeText("\u0301a\u0301")).toBe("\\u{301}a\u0301");
  expect(escapeEach("\u0301a\u0301'")).toBe("\\u{301}a\\u{301}\\'");
  expect(escapeEach("abc")).toBe("abc");
});

test("half a surrogate pair comes out as a number that Cedar refuses", () => {
  expect(quote("a\ud800b")).toBe('"a\\u{d800}b"');
  expect(quote("\udc00")).toBe('"\\u{dc00}"');
});
