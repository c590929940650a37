import { expect, it } from "vitest";
import { compareEvaluation } from "../src/evaluation-comparison.ts";

it("evaluates random expressions to the reference's values, messages, helps and places", () => {
  const score = compareEvaluation(20_240_501, 6000);
  expect(score.differences).toEqual([]);
  expect(score.satisfied).toBeGreaterThan(1000);
  expect(score.failed).toBeGreaterThan(1000);
});
