import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { files, hasDafny, sources, verify } from "../scripts/dafny.mjs";
import { findHoles, findHolesByCompiling, holesIn, sabotageAll, verifyAll } from "../scripts/verification.mjs";

const home = join(import.meta.dirname, "..");

/** Where this runs for everybody, nothing may be skipped. */
const skipped = !hasDafny() && process.env["CI"] !== "true";
if (skipped)
  console.warn("Dafny is not installed: the proofs of @deodar/model were NOT checked (apt-get install dafny).");

describe("the sources leave no hole", () => {
  test("no assumption, axiom, attribute or missing body", () => {
    expect(findHoles()).toEqual([]);
    expect(files.filter((file) => file.startsWith("theorems/")).length).toBeGreaterThan(6);
  });

  test("such holes would be found", () => {
    const text = [
      "module M {",
      "  lemma NoBody(x: int)",
      "    ensures {} == {x}",
      "  lemma Assumes(x: int)",
      "    ensures x == 1",
      "  { assume x == 1; }",
      "  lemma {:axiom} Axiom()",
      "  method {:verify false} Skipped() { }",
      "  // assume nothing",
      "}",
    ].join("\n");
    expect(holesIn("M.dfy", text)).toEqual([
      "M.dfy:6: assume",
      "M.dfy:7: {:axiom}",
      "M.dfy:8: {:verify false}",
      "M.dfy:2: NoBody has no body",
    ]);
  });

  test("every source is ASCII, which is all that Dafny reads right", () => {
    const others = files.filter((file) => /[^\n -~]/.test(readFileSync(join(sources, file), "utf8")));
    expect(others).toEqual([]);
  });
});

describe.skipIf(skipped)("with Dafny (without it, the proofs are NOT checked)", () => {
  test("every proof holds", { timeout: 2_400_000 }, async () => {
    expect(await verifyAll()).toEqual([]);
  });

  test("a proof that fails is noticed, whatever Dafny's summary says", async () => {
    const folder = mkdtempSync(join(tmpdir(), "deodar-proof-"));
    const file = join(folder, "M.dfy");
    writeFileSync(
      file,
      "module M { lemma Right(x: int) ensures x + 1 > x { } lemma Wrong(x: int) ensures x * x > x { } }",
    );
    expect(await verify([file])).toMatchObject({
      resolved: true,
      verified: 1,
      failed: [{ name: expect.stringMatching(/\.Wrong$/) as string, refuted: true }],
    });
    rmSync(folder, { recursive: true });
  });

  test("Dafny finds no hole either", async () => {
    expect(await findHolesByCompiling()).toEqual([]);
  });

  test.each([
    ["lemma X() ensures false { assume false; }", "an assume statement cannot be compiled"],
    ["lemma X() ensures false", "X has no body"],
  ])("Dafny would find such holes: %s", async (lemma, words) => {
    const folder = mkdtempSync(join(tmpdir(), "deodar-hole-"));
    writeFileSync(join(folder, "M.dfy"), `module M { ${lemma} }`);
    expect(await findHolesByCompiling([join(folder, "M.dfy")])).toEqual([expect.stringContaining(words)]);
    rmSync(folder, { recursive: true });
  });

  test("every wrong change to the definitions is rejected", { timeout: 3_600_000 }, async () => {
    const lines: string[] = [];
    expect(await sabotageAll({ report: (line: string) => lines.push(line) })).toEqual([]);
    console.log(lines.join("\n"));
    expect(lines.length).toBeGreaterThan(130);
  });

  test("the committed JavaScript is what the definitions compile to", () => {
    const { stdout } = spawnSync(process.execPath, ["scripts/compile.mjs", "--print"], { cwd: home, encoding: "utf8" });
    expect(stdout).toBe(readFileSync(join(home, "src/generated/model.js"), "utf8"));
  });
});

test("the table of theorems in the documentation is true (`pnpm run theorems` writes it)", () => {
  const { stdout } = spawnSync(process.execPath, ["scripts/theorem-table.mjs", "--print"], {
    cwd: home,
    encoding: "utf8",
  });
  expect(readFileSync(join(home, "../../docs/verification.md"), "utf8")).toContain(stdout.trim());
});
