import { describe, expect, it } from "vitest";
import { generatedCases, handWrittenCases } from "../src/corpus.ts";
import { hasSharedConformance } from "../src/paths.ts";
import { runCase } from "../src/run-case.ts";
import { runCaseWithSchema } from "../src/run-case-with-schema.ts";

describe.skipIf(!hasSharedConformance)("the public tests", () => {
  it("give the expected decisions, reasons and errors on the generated tests", () => {
    const cases = generatedCases();
    expect(cases.length).toBe(3957);
    expect(cases.reduce((sum, test) => sum + test.requests.length, 0)).toBe(31_656);
    expect(cases.flatMap(runCase)).toEqual([]);
  });

  it("give the expected answers on the hand-written tests, but for requests that only the schema makes readable", () => {
    const cases = handWrittenCases();
    expect(cases.reduce((sum, test) => sum + test.requests.length, 0)).toBe(74);
    const misses = cases.flatMap(runCase);
    expect(misses.filter((miss) => miss.needsSchema === undefined)).toEqual([]);
    expect(misses.map((miss) => miss.needsSchema)).toEqual(Array.from({ length: 13 }, () => "typed values"));
  });

  it("give the expected answers on all tests where entities, contexts and requests are held to the schema", () => {
    const cases = [...handWrittenCases(), ...generatedCases()];
    expect(cases.reduce((sum, test) => sum + test.requests.length, 0)).toBe(74 + 31_656);
    expect(cases.flatMap(runCaseWithSchema)).toEqual([]);
  });
});
