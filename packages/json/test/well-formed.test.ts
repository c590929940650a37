import { afterEach, describe, expect, it, vi } from "vitest";
import { isWellFormed } from "../src/index.ts";

const cases = [
  ["", true],
  ["plain", true],
  ["\u{1f469}\ue000", true],
  ["a\ud800", false],
  ["\udc00\ud800", false],
] as const;

describe("whole characters", () => {
  it.each(cases)("are told in %j", (text, expected) => {
    expect(isWellFormed(text)).toBe(expected);
  });
});

describe("whole characters, for a runtime older than ES2024,", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(cases)("are told in %j", (text, expected) => {
    const own = vi
      .spyOn(String.prototype as { isWellFormed?: () => unknown }, "isWellFormed")
      .mockReturnValue(undefined);
    expect(isWellFormed(text)).toBe(expected);
    expect(own).toHaveBeenCalledOnce();
  });
});
