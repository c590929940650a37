import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyNumberSet, NumberSet } from "../src/entities/number-set.ts";

describe("a set of numbers", () => {
  const dense = fc.uniqueArray(fc.nat(300));
  const sparse = fc.uniqueArray(fc.nat(100_000_000), { maxLength: 40 });

  it.each([
    ["close together", dense],
    ["far apart", sparse],
  ])("has those that were put in and no others, %s", (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.array(fc.nat(400)), (numbers, others) => {
        const set = new NumberSet(numbers);
        const expected = new Set(numbers);
        const found: number[] = [];
        set.forEach((number) => {
          found.push(number);
        });
        expect(found.sort((a, b) => a - b)).toEqual([...numbers].sort((a, b) => a - b));
        expect(set.size).toBe(numbers.length);
        const asked = [...numbers, ...others, ...numbers.map((number) => number + 1), 0, 2 ** 31 - 1];
        for (const number of asked) expect(set.has(number)).toBe(expected.has(number));
      }),
    );
  });

  it("may be empty", () => {
    expect([emptyNumberSet.size, emptyNumberSet.has(0)]).toEqual([0, false]);
  });
});
