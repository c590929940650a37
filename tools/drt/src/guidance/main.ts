// Usage: npm run drt -- --guided [options], see `usage`
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { branchTable, missingBranches } from "./branch-report.ts";
import { buildGuide } from "./build-guide.ts";
import type { GuideOrder } from "./guide.ts";
import { compareWithList, type Unreached } from "./unreached.ts";

const usage = `Usage: npm run drt -- --guided [options]
  --minutes N      how long to look for cases that take new branches (5)
  --seed N         where chance begins (by chance)
  --target NAME    only this target; may be given several times
  --missing        print the branches that were not taken and that unreached.json has no reason for, and what is wrong with it
  --afresh         forget the cases that earlier runs kept
  --write-vectors  write the vectors that npm test holds the engine to`;

const { values } = parseArgs({
  options: {
    guided: { type: "boolean" },
    help: { type: "boolean", default: false },
    minutes: { type: "string", default: "5" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 0x7fff_ffff)) },
    target: { type: "string", multiple: true, default: [] },
    missing: { type: "boolean", default: false },
    afresh: { type: "boolean", default: false },
    "write-vectors": { type: "boolean", default: false },
  },
});

async function main(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const root = process.cwd();
  const home = join(root, "tools", "drt");
  const cache = join(home, "node_modules", ".cache", "drt");
  mkdirSync(cache, { recursive: true });
  const guide = join(cache, "guide.mjs");
  const branches = await buildGuide(root, join(home, "src", "guidance", "guide.ts"), guide);
  const order: GuideOrder = {
    seed: Number(values.seed),
    time: Number(values.minutes) * 60_000,
    targets: values.target,
    corpus: join(cache, "corpus.json"),
    afresh: values.afresh,
    taken: join(cache, "taken.json"),
    vectors: values["write-vectors"] ? join(home, "vectors") : undefined,
  };
  console.log(`seed ${order.seed}`);
  const { status } = spawnSync(process.execPath, [guide, JSON.stringify(order)], { stdio: "inherit" });
  const taken = JSON.parse(readFileSync(order.taken, "utf8")) as readonly number[];
  const unreached = JSON.parse(readFileSync(join(home, "unreached.json"), "utf8")) as Unreached;
  const comparison = compareWithList(branches, taken, unreached);
  console.log(branchTable(branches, taken, comparison.listed));
  if (values.missing) console.log(missingBranches(comparison));
  return status ?? 1;
}

process.exitCode = await main();
