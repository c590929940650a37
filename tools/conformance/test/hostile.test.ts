import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hostileCases } from "../src/hostile/all.ts";
import { home } from "../src/paths.ts";

/** Half of what Node gives a program, in kilobytes. */
const smallStack = 492;

it("answers every hostile input as stated, in a process with a small stack", () => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(home, "run.mjs"), `--stack-size=${smallStack}`, join("scripts", "hostile.ts"), "--json"],
    { encoding: "utf8", maxBuffer: 64 << 20 },
  );
  const counts = Object.fromEntries(Object.entries(hostileCases).map(([group, cases]) => [group, cases.length]));
  expect(JSON.parse(stdout)).toEqual({ counts, misses: [] });
});
