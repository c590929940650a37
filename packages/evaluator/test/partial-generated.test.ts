import { unwrap } from "@deodar/diagnostics";
import { parsePolicy } from "@deodar/syntax";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePolicy, Environment } from "../src/index.ts";
import { evaluatePartially, isResidual, type PartialOutcome, policyEvaluation } from "../src/partial/index.ts";
import { hidden, partialWorld, policyTexts, remaindersOf, remaindersOfReference, revealed } from "./partial-world.ts";
import { entitySource, request } from "./world.ts";

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

test("what is left of a policy comes out as the policy itself, once everything is known", () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(hidden, fc.array(policyTexts, { minLength: 10, maxLength: 10 }), (part, policies) => {
      const evaluate = policyEvaluation(partialWorld(part));
      for (const text of policies) {
        const parsed = parsePolicy(text);
        if (!parsed.ok) continue;
        const direct = unwrap(compilePolicy(parsed.value)).evaluate(new Environment(request, entitySource));
        const partial = evaluate(parsed.value);
        const reveal = { request, entities: entitySource, unknowns: revealed };
        const later = isResidual(partial) ? evaluatePartially(partial.expression, reveal) : partial;
        expect([text, verdictOf(later)]).toEqual([text, verdictOf(direct)]);
        outcomes.add(`${isResidual(partial) ? "later" : "now"}: ${verdictOf(direct)}`);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
  expect([...outcomes].sort()).toEqual([
    "later: error",
    "later: false",
    "later: true",
    "now: error",
    "now: false",
    "now: true",
  ]);
});

test("with everything known it gives the values and the errors of a normal evaluation", () => {
  const evaluate = policyEvaluation({ request, entities: entitySource });
  const different = fc.sample(policyTexts, { seed: 3, numRuns: 3000 }).flatMap((text) => {
    const parsed = parsePolicy(text);
    if (!parsed.ok) return [];
    const direct = unwrap(compilePolicy(parsed.value)).evaluate(new Environment(request, entitySource));
    const partial = evaluate(parsed.value);
    return JSON.stringify(partial) === JSON.stringify(direct) ? [] : [{ text, partial, direct }];
  });
  expect(different).toEqual([]);
});

/** A Boolean, or that there is an error; anything but a Boolean is one as the condition of a policy. */
function verdictOf(outcome: PartialOutcome): string {
  return typeof outcome === "boolean" ? String(outcome) : isResidual(outcome) ? "residual" : "error";
}

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
