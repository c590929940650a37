import { nearestName } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Levenshtein distance by its definition, over the full matrix. */
function distance(from: string, to: string): number {
  const [a, b] = [Array.from(from), Array.from(to)];
  const rows = [Array.from({ length: a.length + 1 }, (_, index) => index)];
  for (let j = 1; j <= b.length; j += 1) {
    const above = rows[j - 1] ?? [];
    const row = [j];
    for (let i = 1; i <= a.length; i += 1) {
      const replaced = (above[i - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[i] ?? 0) + 1, (row[i - 1] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

describe("nearestName", () => {
  test("finds the candidate with the fewest edits", () => {
    expect(nearestName("user::Alice", ["User::Alice", "user::alice", "user", "alice"])).toBe("User::Alice");
    expect(nearestName("principle", ["action", "principal", "resource"])).toBe("principal");
  });

  test("the first of equally near candidates wins", () => {
    expect(nearestName("b", ["a", "c"])).toBe("a");
    expect(nearestName("b", ["c", "a"])).toBe("c");
  });

  test("without a limit any candidate is an answer, with one only a near one", () => {
    expect(nearestName("view", ["completely-different"])).toBe("completely-different");
    expect(nearestName("view", ["completely-different"], 3)).toBeUndefined();
    expect(nearestName("view", ["vies"], 1)).toBe("vies");
    expect(nearestName("view", ["view"], 0)).toBe("view");
  });

  test("nothing to compare, no answer", () => {
    expect(nearestName("", ["a"])).toBeUndefined();
    expect(nearestName("a", [])).toBeUndefined();
    expect(nearestName("a", [""])).toBe("");
  });

  test("counts code points, not UTF-16 units", () => {
    expect(nearestName("🌲", ["ab", "a"])).toBe("a");
    expect(nearestName("🌲🌲", ["🌲x", "xy"])).toBe("🌲x");
  });

  test("names too long to compare are passed over", () => {
    const huge = "x".repeat(10_000_000);
    expect(nearestName(huge, ["x"])).toBeUndefined();
    expect(nearestName("x", [huge, "y"])).toBe("y");
    expect(nearestName("x", ["🌲".repeat(512)])).toBe("🌲".repeat(512));
    expect(nearestName("x", ["y".repeat(513)])).toBeUndefined();
  });

  test("agrees with the definition", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "🌲"), maxLength: 6 });
    fc.assert(
      fc.property(
        word,
        fc.array(word, { maxLength: 6 }),
        fc.option(fc.nat(4), { nil: undefined }),
        (name, words, limit) => {
          const ranked = words.map((candidate) => distance(name, candidate));
          const best = Math.min(...ranked);
          const expected = name === "" || best > (limit ?? Infinity) ? undefined : words[ranked.indexOf(best)];
          expect(nearestName(name, words, limit)).toBe(expected);
        },
      ),
    );
  });
});
