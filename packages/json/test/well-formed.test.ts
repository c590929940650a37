import { expect, it } from "vitest";
import { isWellFormed } from "../src/index.ts";

it.each([
  ["", true],
  ["plain", true],
  ["\u{1f469}\ue000", true],
  ["a\ud800", false],
  ["\udc00\ud800", false],
])("tells whether %j is whole characters", (text, expected) => {
  expect(isWellFormed(text)).toBe(expected);
});
