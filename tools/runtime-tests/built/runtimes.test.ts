import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chromiumProgram, launchChromium } from "../src/chromium.ts";
import { serveModules } from "../src/module-server.ts";
import { nodePrograms } from "../src/node-programs.ts";

const folder = join(import.meta.dirname, "..", "src");

const expected = {
  allowed: {
    decision: "allow",
    reasons: ["adults"],
    errors: [],
  },
  denied: { decision: "deny", reasons: [], errors: [] },
  forbidden: {
    decision: "deny",
    reasons: ["banned"],
    errors: [["adults", '`User::"bob"` does not have the attribute `age`']],
  },
  syntaxError: [expect.stringMatching(/^error\[syntax\/.+\n {2}\|\n1 \| permit\(principal, action\);\n {2}\|/s)],
  byModel: { decision: "allow", reasons: ["all"], errors: [{ policyId: "broken", error: "integer-overflow" }] },
  mixed: { count: 16, answers: ["deny banned adults"] },
  formatted: "permit (principal, action, resource);\n",
};

describe("the built packages do the same everywhere", () => {
  const programs = nodePrograms();

  test.each(programs)("$name", ({ program }) => {
    const printed = execFileSync(program, [join(folder, "print-smoke.js")], { encoding: "utf8" });
    expect(JSON.parse(printed)).toEqual(expected);
  });

  test.each(programs)("$name, by require", ({ program }) => {
    const code = 'console.log(typeof require("deodar").isAuthorized)';
    const printed = execFileSync(program, ["--input-type=commonjs", "--eval", code], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    });
    expect(printed).toBe("function\n");
  });

  test.runIf(process.env["CI"] === "true")("Node 22 is among them in continuous integration", () => {
    expect(programs.map(({ name }) => name)).toContain("Node 22");
  });

  const chromium = chromiumProgram();

  test.skipIf(chromium === undefined)("Chromium", async () => {
    const server = await serveModules();
    const browser = await launchChromium(chromium ?? "");
    try {
      const page = await browser.newPage();
      await page.goto(server.url, { timeout: 0 });
      expect(await page.evaluate('import("/tools/runtime-tests/src/smoke.js").then(({ smoke }) => smoke())')).toEqual(
        expected,
      );
    } finally {
      await browser.close();
      server.close();
    }
  });
});
