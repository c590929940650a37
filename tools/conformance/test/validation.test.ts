import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasSharedConformance, home } from "../src/paths.ts";
import { compareValidation } from "../src/validation/compare.ts";
import { corpusInputs } from "../src/validation/corpus-inputs.ts";
import { generatedInputs } from "../src/validation/generated-inputs.ts";

const recorded = readFileSync(join(home, "record", "validation-differences.jsonl"), "utf8")
  .trimEnd()
  .split("\n");

describe("validation", () => {
  it.skipIf(!hasSharedConformance)(
    "says of the policies of the public tests what the reference says, but for what is recorded",
    () => {
      const score = compareValidation(corpusInputs());
      expect(score.policies).toBe(3987);
      expect(score.sameVerdict).toBe(score.policies);
      expect(score.same / score.policies).toBeGreaterThan(0.998);
      expect(score.differences.map(({ name, reason }) => JSON.stringify({ name, reason }))).toEqual(recorded);
      expect(recorded.filter((line) => !line.includes('"reason"'))).toEqual([]);
    },
  );

  it("says of nearly valid policies what the reference says", () => {
    const score = compareValidation(generatedInputs(20_240_601, 4000));
    expect(score.differences.filter(({ reason }) => reason === undefined)).toEqual([]);
    expect(score.sameVerdict).toBe(4000);
    expect(score.same).toBeGreaterThan(3960);
    expect(score.valid).toBeGreaterThan(1500);
    expect(score.valid).toBeLessThan(3000);
  });
});
