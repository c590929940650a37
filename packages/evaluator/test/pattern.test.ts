import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matcherOf } from "../src/pattern.ts";

/** The matching by definition, over code points: slow, and so plain that it can be trusted. */
function matchesByDefinition(pieces: readonly string[], text: string): boolean {
  const pattern = pieces.flatMap((piece, index) => (index === 0 ? [...piece] : ["wildcard", ...piece]));
  const characters = [...text];
  let reachable = new Set([0]);
  for (const element of pattern) {
    const next = new Set<number>();
    for (const position of reachable) {
      if (element !== "wildcard") {
        if (characters[position] === element) next.add(position + 1);
        continue;
      }
      for (let end = position; end <= characters.length; end += 1) next.add(end);
    }
    reachable = next;
  }
  return reachable.has(characters.length);
}

const letters = fc.constantFrom("a", "b", "é", "😀", "😁", "\ud83d", "\ude00");
const shortText = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(""));
const somePieces = fc
  .array(
    fc.array(letters, { maxLength: 4 }).map((parts) => parts.join("")),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => pieces as [string, ...string[]]);

describe("like", () => {
  test("matches as by definition, by code points, also with lone surrogates", () => {
    fc.assert(
      fc.property(somePieces, shortText, (pieces, text) => {
        expect(matcherOf(pieces)(text)).toBe(matchesByDefinition(pieces, text));
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  test("long pieces match as by definition", () => {
    const unit = fc.constantFrom("a", "b", "\ud83d", "\ude00");
    const long = fc.array(unit, { minLength: 33, maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(long, fc.array(unit, { maxLength: 6 }), fc.nat(8), (piece, noise, cut) => {
        const text = noise.join("") + piece.slice(cut) + noise.join("") + piece + noise.join("");
        expect(matcherOf(["", piece, ""])(text)).toBe(matchesByDefinition(["", piece, ""], text));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test("half a character is not found inside of a whole one", () => {
    expect(matcherOf(["", "\ud83d", ""])("😀")).toBe(false);
    expect(matcherOf(["", "\ude00", ""])("😀")).toBe(false);
    expect(matcherOf(["\ud83d", ""])("😀")).toBe(false);
    expect(matcherOf(["", "\ude00"])("😀")).toBe(false);
    expect(matcherOf(["", "\ud83d", ""])("\ud83d")).toBe(true);
    expect(matcherOf(["", "\ude00", ""])("😀\ude00")).toBe(true);
  });

  test("a long piece that almost matches everywhere costs no more than the text is long", () => {
    const text = "a".repeat(200_000);
    expect(matcherOf(["", `b${"a".repeat(20_000)}`, ""])(text)).toBe(false);
    expect(matcherOf(["", `${"a".repeat(20_000)}b`, ""])(text)).toBe(false);
    expect(matcherOf(["", "\ude00\ud83d".repeat(20_000), ""])("\ud83d\ude00".repeat(200_000))).toBe(false);
  });

  test.each<[readonly [string, ...string[]], string, boolean]>([
    [[""], "", true],
    [[""], "a", false],
    [["a"], "a", true],
    [["", ""], "", true],
    [["", ""], "anything\nat all", true],
    [["a", "a"], "a", false],
    [["a", "a"], "aa", true],
    [["ab", "bc"], "abc", false],
    [["", "a", "a", ""], "a", false],
    [["", "a", "", "a", ""], "aa", true],
    [["a", "b", "c"], "a-b-c", true],
    [["a", "b", "c"], "a-c-b", false],
    [["", "b"], "ab", true],
    [["", "b"], "ba", false],
  ])("%j on %j", (pieces, text, expected) => {
    expect(matcherOf(pieces)(text)).toBe(expected);
  });
});
