import { describe, expect, it } from "vitest";
import { chooseMutants } from "../src/choose.ts";
import { listMutants } from "../src/list-mutants.ts";
import { describeMutant, type Mutant, mutate } from "../src/mutant.ts";
import { type Outcome, percentFound, renderScore, score } from "../src/score.ts";

const text = "const zero = 0;\nexport const positive = (n: number): boolean => n > zero;\n";

describe("the list of mutants", () => {
  it("names each change by what it replaces", async () => {
    const changes = (await listMutants("core", "packages/core/src/sign.ts", text)).map((mutant) =>
      mutate(text, mutant),
    );
    expect(changes).toContain(text.replace("n > zero", "n >= zero"));
    expect(changes).toContain(text.replace("n > zero", "n <= zero"));
    expect(changes).toContain(text.replace("n > zero", "true"));
  });

  it("describes a change with its place", async () => {
    const mutants = await listMutants("core", "packages/core/src/sign.ts", text);
    expect(mutants.map(describeMutant)).toContain(
      "packages/core/src/sign.ts:2:49 EqualityOperator: n > zero → n >= zero",
    );
  });
});

const mutant = (area: string, original: string): Mutant => ({
  area,
  file: `packages/${area}/src/a.ts`,
  place: { line: 0, column: 0 },
  start: 0,
  end: 1,
  mutator: "BooleanLiteral",
  original,
  replacement: "false",
});

describe("the choice", () => {
  const all = ["core", "syntax"].flatMap((area) => Array.from({ length: 20 }, (_, n) => mutant(area, String(n))));

  it("takes the same number from every area", () => {
    const chosen = chooseMutants(all, 7, 1);
    expect(chosen.filter(({ area }) => area === "core")).toHaveLength(3);
    expect(chosen.filter(({ area }) => area === "syntax")).toHaveLength(4);
  });

  it("is the same for the same seed, and another for another", () => {
    expect(chooseMutants(all, 10, 1)).toEqual(chooseMutants(all, 10, 1));
    expect(chooseMutants(all, 10, 1)).not.toEqual(chooseMutants(all, 10, 2));
  });
});

describe("the score", () => {
  const survived: Outcome["fate"] = { kind: "survived", tests: 5 };
  const outcomes: readonly Outcome[] = [
    {
      mutant: mutant("core", "1"),
      fate: { kind: "killed", by: "authorization", milliseconds: 5 },
      equivalent: undefined,
    },
    { mutant: mutant("core", "2"), fate: survived, equivalent: undefined },
    { mutant: mutant("core", "3"), fate: survived, equivalent: "only the speed changes" },
    { mutant: mutant("core", "4"), fate: { kind: "crashed", how: "hung", milliseconds: 9 }, equivalent: undefined },
  ];

  it("counts what was found of what could be found", () => {
    const [core, all] = score(outcomes);
    expect(core).toEqual({ area: "core", mutants: 4, found: 2, equivalent: 1, survived: 1 });
    expect(core && percentFound(core).toFixed(1)).toBe("66.7");
    expect(all?.area).toBe("all");
  });

  it("lists the survivors", () => {
    expect(renderScore(outcomes).split("\n").slice(-2)).toEqual([
      "survived: packages/core/src/a.ts:1:1 BooleanLiteral: 2 → false",
      "no difference (only the speed changes): packages/core/src/a.ts:1:1 BooleanLiteral: 3 → false",
    ]);
  });
});
