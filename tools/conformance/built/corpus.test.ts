import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasSharedConformance } from "../src/paths.ts";

// What is published went through a minifier: it has to decide as the sources do.
test.skipIf(!hasSharedConformance)("the packages as they are published give the expected answers", () => {
  const arguments_ = [join(import.meta.dirname, "..", "run.mjs"), "--built", "scripts/run-corpus.ts", "--list", "0"];
  const printed = execFileSync(process.execPath, arguments_, { encoding: "utf8" });
  expect(printed.replaceAll(/, \d+ ms$/gm, "").split("\n")).toEqual([
    "hand-written: 22 tests, 74 requests, 61 as expected",
    "  needs schema (typed values): 13",
    "  with the schema: 74 as expected",
    "generated: 3957 tests, 31656 requests, 31656 as expected",
    "  with the schema: 31656 as expected",
    "",
  ]);
});
