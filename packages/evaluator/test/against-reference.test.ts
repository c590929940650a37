import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { verdictOf, verdictsOfReference } from "./oracle.ts";

/** Expressions, one a line, of which value, error message, help and span must be the reference's. */
function samples(name: string): readonly string[] {
  const text = readFileSync(new URL(`./samples/${name}.txt`, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line !== "");
}

describe.each(["access", "operators", "calls"])("%s as in the reference", (name) => {
  const expressions = samples(name);
  const verdicts = verdictsOfReference(expressions);

  test("every sample is a policy", () => {
    expect(verdicts).not.toContain("not a policy");
  });

  test.each(expressions.map((expression, index) => ({ expression, verdict: verdicts[index] })))(
    "$expression",
    ({ expression, verdict }) => {
      expect(verdictOf(expression)).toEqual(verdict);
    },
  );
});
