import { expect, it } from "vitest";
import { compareStrings } from "../src/index.ts";

it("orders by code points", () => {
  const texts = ["", "A", "a", "aa", "b", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10000}a", "\u{10ffff}"];
  for (const [index, left] of texts.entries()) {
    for (const [other, right] of texts.entries()) {
      expect(Math.sign(compareStrings(left, right))).toBe(Math.sign(index - other));
      const bytes = Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
      expect(Math.sign(compareStrings(left, right))).toBe(bytes);
    }
  }
});
