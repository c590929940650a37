import { expect, test } from "vitest";
import { bundles, sizeOf } from "../src/bundle-sizes.ts";

test.each(bundles)("$name keeps to its budget", async ({ source, budget }) => {
  expect((await sizeOf(source)) / 1000).toBeLessThanOrEqual(budget);
});
