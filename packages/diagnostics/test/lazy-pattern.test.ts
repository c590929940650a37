import { expect, test } from "vitest";
import { lazyPattern } from "../src/index.ts";

test("gives the same regular expression each time", () => {
  const pattern = lazyPattern(String.raw`^\p{Lu}+$`, "u");
  expect(pattern()).toEqual(/^\p{Lu}+$/u);
  expect(pattern()).toBe(pattern());
});

test("makes it only when it is asked for", () => {
  const pattern = lazyPattern("(", "u");
  expect(pattern).toThrow(SyntaxError);
});
