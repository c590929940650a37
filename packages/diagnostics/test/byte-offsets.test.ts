import { ByteOffsets } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const encoder = new TextEncoder();

describe("ByteOffsets", () => {
  test("one to four bytes a character", () => {
    const offsets = new ByteOffsets("aé日🌲z");
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => offsets.toBytes(offset))).toEqual([0, 1, 3, 6, 6, 10, 11]);
    expect([0, 1, 2, 3, 6, 7, 9, 10, 11].map((bytes) => offsets.fromBytes(bytes))).toEqual([0, 1, 1, 2, 3, 3, 3, 5, 6]);
    expect(offsets.byteLength).toBe(11);
  });

  test("lone surrogates count three bytes", () => {
    expect(new ByteOffsets("\ud800a\udc00").byteLength).toBe(7);
    expect(new ByteOffsets("\udc00\ud800").toBytes(1)).toBe(3);
  });

  test("offsets outside the text count as its nearer end", () => {
    const offsets = new ByteOffsets("é");
    expect([offsets.toBytes(-1), offsets.toBytes(9), offsets.fromBytes(-1), offsets.fromBytes(9)]).toEqual([
      0, 2, 0, 1,
    ]);
    expect(new ByteOffsets("").byteLength).toBe(0);
  });

  const unit = fc.constantFrom("a", "é", "日", "🌲", "\ud800", "\udc00", "b".repeat(700), "🌲".repeat(511));

  test("agrees with TextEncoder and inverts, across checkpoints", () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), fc.nat(), (pieces, at) => {
        const text = pieces.join("");
        const offsets = new ByteOffsets(text);
        expect(offsets.byteLength).toBe(encoder.encode(text).length);
        const characters = Array.from(text);
        const start = characters.slice(0, at % (characters.length + 1)).join("").length;
        const bytes = encoder.encode(text.slice(0, start)).length;
        expect(offsets.toBytes(start)).toBe(bytes);
        expect(offsets.fromBytes(bytes)).toBe(start);
      }),
    );
  });
});
