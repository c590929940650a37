import { LineTable } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("LineTable", () => {
  test("LF, CRLF and a lone CR end lines", () => {
    const table = new LineTable("a\nbc\r\nd\re");
    expect(table.lineCount).toBe(4);
    expect([1, 2, 3, 4].map((line) => table.lineSpan(line))).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 4 },
      { start: 6, end: 7 },
      { start: 8, end: 9 },
    ]);
    expect(table.position(3)).toEqual({ line: 2, column: 2 });
    expect(table.position(5)).toEqual({ line: 2, column: 4 });
    expect(table.position(8)).toEqual({ line: 4, column: 1 });
  });

  test("an empty text has one empty line", () => {
    const table = new LineTable("");
    expect(table.lineCount).toBe(1);
    expect(table.lineSpan(1)).toEqual({ start: 0, end: 0 });
    expect(table.position(0)).toEqual({ line: 1, column: 1 });
  });

  test("LF CR is two line ends", () => {
    expect(new LineTable("\n\r").lineCount).toBe(3);
    expect(new LineTable("\n\r").lineSpan(2)).toEqual({ start: 1, end: 1 });
  });

  test("offsets outside the text count as its nearer end, lines outside are no lines", () => {
    const table = new LineTable("ab\ncd");
    expect(table.position(-5)).toEqual({ line: 1, column: 1 });
    expect(table.position(99)).toEqual({ line: 2, column: 3 });
    expect(table.lineSpan(0)).toBeUndefined();
    expect(table.lineSpan(3)).toBeUndefined();
  });

  test("agrees with counting line ends up to the offset", () => {
    const piece = fc.constantFrom("a", "\n", "\r", "\r\n", "é", "🌲");
    fc.assert(
      fc.property(fc.array(piece), fc.nat(60), (pieces, at) => {
        const text = pieces.join("");
        const offset = Math.min(at, text.length);
        const table = new LineTable(text);
        const ends = [...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length);
        const before = ends.filter((end) => end <= offset);
        expect(table.position(offset)).toEqual({ line: before.length + 1, column: offset - (before.at(-1) ?? 0) + 1 });
        expect(table.lineCount).toBe(ends.length + 1);
      }),
    );
  });

  test("the line spans are the lines", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("x", "\n", "\r", "\r\n")), (pieces) => {
        const text = pieces.join("");
        const table = new LineTable(text);
        const lines = Array.from({ length: table.lineCount }, (_, index) => {
          const span = table.lineSpan(index + 1);
          return span === undefined ? undefined : text.slice(span.start, span.end);
        });
        expect(lines).toEqual(text.split(/\r\n|\r|\n/));
      }),
    );
  });
});
