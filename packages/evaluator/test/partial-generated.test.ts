import fc from "fast-check";
import { expect, test } from "vitest";
import { hidden, policyTexts, remaindersOf, remaindersOfReference } from "./partial-world.ts";

const worlds = 40;
const policiesPerWorld = 100;

test.each([1, 2])("thousands of generated policies leave what the reference leaves of them (seed %i)", (seed) => {
  let residuals = 0;
  for (const [index, part] of fc.sample(hidden, { seed, numRuns: worlds }).entries()) {
    const policies = fc.sample(policyTexts, { seed: seed * 1000 + index, numRuns: policiesPerWorld });
    const expected = remaindersOfReference(policies, part);
    const ours = remaindersOf(policies, part);
    const different = policies.flatMap((policy, at) =>
      JSON.stringify(canonical(ours[at])) === JSON.stringify(canonical(expected[at]))
        ? []
        : [{ policy, hidden: { ...part, names: [...part.names] }, ours: ours[at], reference: expected[at] }],
    );
    expect(different).toEqual([]);
    residuals += expected.filter((remainder) => JSON.stringify(remainder).includes('"unknown"')).length;
  }
  // Guards the generator: much must be left of many policies.
  expect(residuals).toBeGreaterThan((worlds * policiesPerWorld) / 4);
});

/** With keys in one order. */
function canonical(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(canonical);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, value]) => [key, canonical(value)]),
  );
}
