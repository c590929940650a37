import { describe, expect, test } from "vitest";
import { bundles, packageBudgets, sizeOf, wholePackage } from "../src/bundle-sizes.ts";

const kilobytes = async (source: string, own?: string): Promise<number> => (await sizeOf(source, own)) / 1000;

test.each(bundles)("$name keeps to its budget", async ({ source, budget }) => {
  expect(await kilobytes(source)).toBeLessThanOrEqual(budget);
});

describe("the own code of each package keeps to its budget", () => {
  test.each(Object.entries(packageBudgets))("%s", async (folder, budget) => {
    const size = await kilobytes(wholePackage(folder), folder);
    expect(size).toBeLessThanOrEqual(budget);
    expect(size).toBeGreaterThan(0.5);
  });
});
