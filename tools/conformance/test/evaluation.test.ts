import { expect, it } from "vitest";
import { compareEvaluation } from "../src/evaluation-comparison.ts";
import { compareValues } from "../src/value-comparison.ts";

it("evaluates random expressions to the reference's values, messages, helps and (but for listed reasons) places", () => {
  const score = compareEvaluation(20_240_501, 6000);
  expect(score.differences.filter(({ reason }) => reason === undefined)).toEqual([]);
  expect(score.same / score.inputs).toBeGreaterThan(0.99);
  expect(score.satisfied).toBeGreaterThan(1000);
  expect(score.failed).toBeGreaterThan(1000);
});

it("evaluates random expressions to values that the reference finds equal to their printed form", () => {
  const { values, differences } = compareValues(20_240_502, 4000);
  expect(differences).toEqual([]);
  expect(values).toBeGreaterThan(1500);
});
