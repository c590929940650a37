import { describe, expect, it } from "vitest";
import { compareEntities, compareRequests } from "../src/model/compare-data.ts";
import { comparePolicies } from "../src/model/compare-policies.ts";
import { generatedInputs } from "../src/validation/generated-inputs.ts";

describe("the formal model", () => {
  it("validates nearly valid policies as the reference does, and at every level as the engine does", () => {
    const score = comparePolicies(generatedInputs(20_260_801, 1500));
    expect(score.differences).toEqual([]);
    expect(score.levelDifferences).toEqual([]);
    expect(score.valid).toBeGreaterThan(600);
    expect(score.valid).toBeLessThan(1200);
    expect(score.validAt.every((count) => count > 10 && count < score.policies)).toBe(true);
  });

  it("judges entities as the reference does", () => {
    const score = compareEntities(20_260_802, 1000);
    expect(score.differences).toEqual([]);
    expect(score.valid).toBeGreaterThan(300);
    expect(score.valid).toBeLessThan(800);
  });

  it("judges requests as the reference does", () => {
    const score = compareRequests(20_260_803, 1000);
    expect(score.differences).toEqual([]);
    expect(score.valid).toBeGreaterThan(300);
    expect(score.valid).toBeLessThan(800);
  });
});
