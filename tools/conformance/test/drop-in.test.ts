import { expect, test } from "vitest";
import { allCases } from "../src/drop-in/all-cases.ts";
import { functions } from "../src/drop-in/calls.ts";
import { causeOf, unexplained } from "../src/drop-in/classify.ts";
import { compareDropIn } from "../src/drop-in/run.ts";

test("the drop-in answers a seeded part of all inputs as the reference does", async () => {
  const { rows, differences } = await compareDropIn(allCases(1500, 7, 1000));
  expect(differences.filter(({ relation }) => relation === "different")).toEqual([]);
  expect(differences.filter((difference) => causeOf(difference) === unexplained)).toEqual([]);
  expect([...rows].filter(([, { inputs }]) => inputs === 0)).toEqual([]);
  const inputs = [...rows.values()].reduce((sum, row) => sum + row.inputs, 0);
  expect(differences.length / inputs).toBeLessThan(0.02);
});

test("every function of the reference is compared", async () => {
  const reference = await import("@cedar-policy/cedar-wasm/nodejs");
  const names = Object.keys(reference).filter(
    (name) => typeof reference[name as keyof typeof reference] === "function",
  );
  expect([...functions].sort()).toEqual(names.sort());
});
