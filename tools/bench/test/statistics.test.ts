import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median, pairedRatio, percentile, spread } from "../src/measure/statistics.ts";

describe("median", () => {
  test("is the middle, or the mean of the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(() => median([])).toThrow("no numbers");
  });

  test("as many are below as above, and the order does not matter", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const middle = median(numbers);
        const [below, above] = [numbers.filter((n) => n < middle), numbers.filter((n) => n > middle)];
        expect(Math.max(below.length, above.length)).toBeLessThanOrEqual(numbers.length / 2);
        expect(median([...numbers].reverse())).toBe(middle);
      }),
    );
  });

  test("does not change what it is given", () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

test("the spread is the typical distance from the median, as a part of it", () => {
  expect(spread([9, 10, 11])).toBeCloseTo(0.1);
  expect(spread([10, 10, 1000])).toBe(0);
  expect(spread([0, 0])).toBe(0);
});

test("ratios are taken round by round, so that a slow minute for both does not count", () => {
  expect(pairedRatio([10, 200, 30], [1, 20, 3])).toBe(10);
  expect(() => pairedRatio([1], [1, 2])).toThrow("cannot be paired");
});

test("a percentile is one of the numbers, by the nearest rank", () => {
  const numbers = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(numbers, 0.99)).toBe(99);
  expect(percentile(numbers, 0)).toBe(1);
  expect(percentile([5], 1)).toBe(5);
  expect(() => percentile([], 0.5)).toThrow("no numbers");
});
