import { describe, expect, it } from "vitest";
import { Census } from "../src/census.ts";
import { choicesOf } from "../src/choices-of.ts";
import { coverageReport } from "../src/coverage.ts";
import { classify } from "../src/known.ts";
import { production } from "../src/production.ts";
import { isCrash, Reference } from "../src/reference.ts";
import { runCases, type Workshop } from "../src/run-cases.ts";
import { settingsOf } from "../src/settings.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../src/target.ts";

const workshop = (): Workshop => ({
  production,
  reference: undefined,
  reported: new Set(),
  attempts: 500,
  patience: 60_000,
});

/** Two witnesses, one of which thinks that numbers above 200 are small. */
const target: Target = {
  name: "numbers",
  share: 1,
  referenceEvery: 2,
  run(choices, { census }) {
    const number = choices.below(256);
    census?.count(`size/${number > 200 ? "large" : "small"}`);
    const disagreements =
      number > 200 ? [{ what: "size", answers: { production: "small", model: "large" }, sample: () => new Map() }] : [];
    return { tests: 2, withReference: 0, disagreements };
  },
};

describe("cases", () => {
  it("depend on the seed, the target and the index only", () => {
    const drawn = (seed: number, name: string, index: number): number[] => {
      const choices = choicesOf(seed, name, index);
      return Array.from({ length: 8 }, () => choices.below(256));
    };
    expect(drawn(1, "a", 5)).toEqual(drawn(1, "a", 5));
    for (const other of [drawn(2, "a", 5), drawn(1, "b", 5), drawn(1, "a", 6)])
      expect(other).not.toEqual(drawn(1, "a", 5));
  });

  it("can be run in parts", () => {
    const whole = runCases(target, { seed: 9, from: 0, to: 60 }, workshop());
    const parts = [
      runCases(target, { seed: 9, from: 0, to: 20 }, workshop()),
      runCases(target, { seed: 9, from: 20, to: 60 }, workshop()),
    ];
    const count = (outcomes: readonly (typeof whole)[]): number =>
      outcomes.reduce((sum, { kinds }) => sum + (kinds[0]?.[1] ?? 0), 0);
    expect(count(parts)).toBe(count([whole]));
    expect(count([whole])).toBeGreaterThan(5);
  });

  it("report one disagreement of each kind, the smallest, and count the others", () => {
    const { findings, kinds, tests, cases } = runCases(target, { seed: 9, from: 0, to: 60 }, workshop());
    expect([tests, cases]).toEqual([120, 60]);
    expect(findings.map(({ what, choices }) => [what, [...choices]])).toEqual([["size", [201]]]);
    expect(kinds.map(([name]) => name)).toEqual(["numbers: size"]);
  });
});

describe("the reference", () => {
  it("is started again where it dies", () => {
    const reference = new Reference();
    const deep = `permit(principal, action, resource) when { ${"(".repeat(1500)}true${")".repeat(1500)} };`;
    expect(isCrash(reference.ask((api) => api.policyToJson(deep)))).toBe(true);
    expect(reference.crashes).toBe(1);
    expect(reference.ask((api) => api.getCedarVersion())).toBe("4.13.0");
  });
});

describe("classification", () => {
  const decision = (what: string, answers: Answers): Disagreement => ({ what, answers, sample: () => new Map() });
  const whole = (...disagreements: readonly Disagreement[]): CaseResult => ({
    tests: 1,
    withReference: 1,
    disagreements,
  });
  const againstModel = decision("decision", { production: "allow", model: "deny" });

  it("blames the one against whom two agree", () => {
    const lone = decision("reference: decision", { production: "allow", model: "allow", reference: "deny" });
    const other = decision("reference: decision", { production: "allow", model: "deny", reference: "deny" });
    expect(classify("authorization", lone, whole(lone)).whose).toBe("reference");
    expect(classify("authorization", other, whole(againstModel, other)).whose).toBe("production");
    expect(classify("authorization", againstModel, whole(againstModel, other)).whose).toBe("production");
    expect(classify("authorization", againstModel, whole(againstModel)).whose).toBe("model");
    expect(classify("policy forms", decision("printed otherwise", { production: "a" })).whose).toBe("production");
  });

  it("knows what is understood, with its reason", () => {
    const disagreement = {
      what: "reference: errors",
      answers: { production: "error | x | did you mean `Usera`?", reference: "error | x | did you mean `Userb`?" },
      sample: () => new Map(),
    };
    expect(classify("validation", disagreement)).toEqual({
      whose: "reference",
      reason: "of names that are equally near to a misspelt one, it suggests one by the order of a hash table",
    });
  });

  it("leaves open what it cannot tell", () => {
    expect(classify("authorization", againstModel)).toEqual({ whose: "unclear", reason: undefined });
  });
});

describe("the report of what was reached", () => {
  it("names what is too rare, where there is enough to judge by", () => {
    const census = new Census();
    census.count("operator/==/true", 9999);
    census.count("operator/==/false", 2);
    census.count("operator/!=/true", 10);
    const { rare, lines, seen } = coverageReport(census);
    expect(rare).toEqual(["operator/==: false 0.02 % of 10001"]);
    expect(lines).toContain("operator/==                            10001  true 99.98 %, false 0.02 %");
    expect(seen).toBe(3);
  });

  it("names operators that are hardly ever evaluated", () => {
    const census = new Census();
    census.count("operator/==/true", 50_000);
    census.count("operator/==/false", 50_000);
    census.count("operator/like/true", 3);
    expect(coverageReport(census).rare).toEqual(["operator/like: 0.00 % of all operators"]);
  });
});

describe("the command line", () => {
  it("runs for five minutes unless it is told otherwise", () => {
    expect(settingsOf([], 4)).toMatchObject({ time: 300_000, count: undefined, workers: 4, resume: false, ci: false });
    expect(settingsOf(["--count", "100", "--seed", "7"], 4)).toMatchObject({ time: undefined, count: 100, seed: 7 });
    expect(settingsOf(["--minutes", "0.5", "--target", "a", "--target", "b"], 1)).toMatchObject({
      time: 30_000,
      targets: ["a", "b"],
    });
  });

  it("refuses what is no number", () => {
    expect(() => settingsOf(["--minutes", "x"], 1)).toThrow("--minutes is a number from 0 on, not x");
  });
});
