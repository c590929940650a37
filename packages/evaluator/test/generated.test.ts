import { unwrap } from "@deodar/diagnostics";
import { parseExpression } from "@deodar/syntax";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compileExpression, isEvaluationError, traceExpression } from "../src/index.ts";
import { expressionText } from "./arbitrary.ts";
import { verdictOf, verdictsOfReference } from "./oracle.ts";
import { entitySource, request } from "./world.ts";

const entities = entitySource;
const samplesPerSeed = 1000;

vi.setConfig({ testTimeout: 120_000 });

test.each([1, 2, 3, 4])(
  "thousands of generated expressions have the reference's values and errors (seed %i)",
  (seed) => {
    const typed = fc.sample(expressionText("bool", 3), { seed, numRuns: samplesPerSeed });
    const expected = verdictsOfReference(typed);
    const different = typed.flatMap((expression, index) => {
      const ours = verdictOf(expression);
      return JSON.stringify(ours) === JSON.stringify(expected[index])
        ? []
        : [{ expression, ours, reference: expected[index] }];
    });
    expect(different).toEqual([]);
    // Guards the generator: all kinds of outcomes have to occur.
    expect(expected).toContain(true);
    expect(expected).toContain(false);
    const messages = new Set(
      expected.flatMap((verdict) => (typeof verdict === "object" ? [verdict.message.split(/[:`]/)[0]] : [])),
    );
    expect(messages.size).toBeGreaterThan(5);
  },
);

test("evaluation is deterministic, and its trace agrees with it", () => {
  fc.assert(
    fc.property(expressionText("any", 4), (text) => {
      const parsed = parseExpression(text);
      if (!parsed.ok) return;
      const compiled = unwrap(compileExpression(parsed.value));
      const outcome = compiled.evaluate(request, entities);
      expect(compiled.evaluate(request, entities)).toEqual(outcome);
      const trace = unwrap(traceExpression(parsed.value, { request, entities }));
      expect(trace.outcome).toEqual(outcome);
      const own = trace.steps.find((step) => step.expression === parsed.value)?.outcome;
      expect(own).toEqual(
        isEvaluationError(outcome) ? { kind: "error", error: outcome } : { kind: "value", value: outcome },
      );
    }),
    { seed: 5, numRuns: 1500 },
  );
});
