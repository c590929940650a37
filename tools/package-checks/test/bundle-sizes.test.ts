import { expect, test } from "vitest";
import { bundleSize } from "../src/bundle-size.ts";
import { bundles } from "../src/bundles.ts";

test.each(bundles)("$name costs a program at most $budget bytes", async ({ program, budget }) => {
  expect(await bundleSize(program)).toBeLessThanOrEqual(budget);
});
