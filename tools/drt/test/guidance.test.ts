import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { branchTable, missingBranches } from "../src/guidance/branch-report.ts";
import { Hits } from "../src/guidance/hits.ts";
import { instrument } from "../src/guidance/instrument.ts";
import { RecordingReference } from "../src/guidance/recording-reference.ts";
import { compareWithList, spellingOf, type Unreached } from "../src/guidance/unreached.ts";
import { sameAnswer } from "../src/guidance/vector.ts";

/** Runs instrumented code that is JavaScript; the branches that it takes. */
async function takenBy(source: string): Promise<readonly string[]> {
  const { code, branches } = instrument("packages/p/src/a.ts", source, 0);
  const hits = new Uint8Array(branches.length);
  Object.assign(globalThis, { deodarHits: hits });
  await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  return branches.filter((_, id) => hits[id] === 1).map(({ line, kind, text }) => `${line} ${kind}: ${text}`);
}

test("instrumented code notes which branches it takes, and does the same", async () => {
  const source = `
    const f = (n, m = n) => n > m ? "more" : n < m ? "less" : "same";
    const g = (n) => { if (n === 1) return 1; else if (n === 2) return 2; if (n < 0) if (n > -5) return -1; else return 0; return 3; };
    function h(n) { switch (n) { case 1: case 2: return n && g(n); default: for (const x of [n]) return x || 7; } }
    if ([f(1), g(-1), h(2)].join() !== "same,-1,2") throw new Error("changed");
  `;
  expect(await takenBy(source)).toEqual([
    '2 function: n > m ? "more" : n < m ? "less" : "same"',
    "2 default: n",
    '2 choice: n < m ? "less" : "same"',
    '2 choice: "same"',
    expect.stringMatching(/^3 function: /),
    "3 else: if (n === 2) return 2;",
    "3 then: return 2;",
    "3 else: n === 2",
    "3 then: if (n > -5) return -1; else return 0;",
    "3 then: return -1;",
    expect.stringMatching(/^4 function: /),
    expect.stringMatching(/^4 case: case 2/),
    "4 operand: g(n)",
    expect.stringMatching(/^5 else: /),
  ]);
});

test("new are the branches that were not taken before", () => {
  const noted = new Uint8Array(4);
  const hits = new Hits(noted);
  const take =
    (...branches: readonly number[]) =>
    () =>
      void branches.forEach((id) => {
        noted[id] = 1;
      });
  expect(hits.newOf(take(0, 2))).toEqual([0, 2]);
  hits.add([0, 2]);
  expect(hits.newOf(take(2, 3))).toEqual([3]);
  expect(hits.takesAll([2, 3], take(3))).toBe(false);
  expect([...hits.seen]).toEqual([1, 0, 1, 0]);
});

test("the report counts by package and names what is missing", () => {
  const branch = { file: "packages/core/src/a.ts", line: 3, kind: "then", text: "return;" } as const;
  const branches = [branch, { ...branch, kind: "else" as const }, { ...branch, file: "packages/json/src/b.ts" }];
  expect(branchTable(branches, [1, 0, 1]).split("\n")).toEqual([
    "core               1 of     2 branches   50.0 %",
    "json               1 of     1 branches  100.0 %",
    "together           2 of     3 branches   66.7 %",
  ]);
  const comparison = compareWithList(branches, [1, 0, 1], {});
  expect(missingBranches(comparison)).toBe("packages/core/src/a.ts:3 else: return;");
});

test("what is listed with a reason is not missing, and the list has to be right", () => {
  const branch = { file: "packages/core/src/a.ts", line: 3, kind: "operand", text: "0" } as const;
  const branches = [branch, { ...branch, line: 5 }, { ...branch, line: 7 }];
  const spelling = "packages/core/src/a.ts operand: 0";
  const listed = (...names: readonly string[]): Unreached => ({
    never: { why: "Nothing leads there.", branches: names },
  });
  const comparison = compareWithList(branches, [1, 0, 0], listed(spelling, spelling));
  expect(missingBranches(comparison)).toBe("");
  expect(branchTable(branches, [1, 0, 0], comparison.listed).split("\n")).toEqual([
    "core               1 of     3 branches   33.3 % (2 more are listed with the reason)",
    "together           1 of     3 branches   33.3 % (2 more are listed with the reason)",
  ]);
  expect(missingBranches(compareWithList(branches, [1, 0, 0], listed(spelling)))).toBe(
    "packages/core/src/a.ts:7 operand: 0",
  );
  expect(missingBranches(compareWithList(branches, [1, 1, 0], listed(spelling, spelling)))).toBe(
    `unreached.json: taken: ${spelling}`,
  );
  expect(missingBranches(compareWithList(branches, [1, 1, 1], listed("packages/core/src/b.ts else: x")))).toBe(
    "unreached.json: no such branch: packages/core/src/b.ts else: x",
  );
});

test("the list of what is not reached names branches that there are, each with a reason", () => {
  const root = join(import.meta.dirname, "..", "..", "..");
  const unreached = JSON.parse(readFileSync(join(root, "tools", "drt", "unreached.json"), "utf8")) as Unreached;
  for (const { why, branches } of Object.values(unreached)) {
    expect(why).toMatch(/[.]$/);
    for (const spelling of branches) {
      const file = spelling.slice(0, spelling.indexOf(" "));
      const all = instrument(file, readFileSync(join(root, file), "utf8"), 0).branches.map(spellingOf);
      expect(all).toContain(spelling);
    }
  }
});

test("what the reference is asked is noted with all that it takes", () => {
  const reference = new RecordingReference();
  const policies = { staticPolicies: { a: "permit(principal, action, resource);" } };
  const uid = { type: "A", id: "" };
  const request = { principal: uid, action: uid, resource: uid, context: {}, entities: [] };
  reference.ask((api) => api.preparsePolicySet("set", policies));
  reference.ask((api) => api.statefulIsAuthorized({ ...request, preparsedPolicySetId: "set" }));
  const [vector, ...others] = reference.takeRecord();
  expect(others).toEqual([]);
  expect(vector).toMatchObject({
    call: "isAuthorized",
    input: [{ ...request, policies }],
    answer: { type: "success", response: { decision: "allow", diagnostics: { reason: ["a"], errors: [] } } },
  });
  expect(reference.takeRecord()).toEqual([]);
});

test("the order of what has none does not matter, that of anything else does", () => {
  expect(sameAnswer({ reason: ["a", "b"] }, { reason: ["b", "a"] })).toBe(true);
  expect(sameAnswer({ list: ["a", "b"] }, { list: ["b", "a"] })).toBe(false);
});
