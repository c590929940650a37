import "../../steady-webassembly.ts";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import fixedCases from "../fixed-cases.json" with { type: "json" };
import { coverageReport } from "./coverage.ts";
import { isWording } from "./known.ts";
import { describeFinding, progressLine, resultTable } from "./print.ts";
import { run } from "./run.ts";
import type { Finding } from "./run-cases.ts";
import { type Settings, settingsOf, usage } from "./settings.ts";
import { targets } from "./targets/all.ts";
import { writeFinding } from "./write-finding.ts";

/** The seed with which every machine asks the same questions: those of `fixed-cases.json`, whatever time they take. */
const fixedSeed = 20_261_122;

/** Runs what the command line asks for; whether there was no disagreement that nobody has explained. */
async function main(args: readonly string[], root: string): Promise<boolean> {
  if (args.includes("--help")) {
    console.log(usage);
    return true;
  }
  const { ci, ...settings } = settingsOf(args, availableParallelism());
  if (!ci) return runOnce(settings, root);
  const half = { ...settings, time: settings.time === undefined ? undefined : settings.time / 2 };
  const cases = new Map(Object.entries(fixedCases));
  // Chance must not stop a change that has nothing to do with it for a place or a word: these are told, to be looked into.
  const fresh = await runOnce(half, root, ({ what }) => !isWording(what));
  // At last, since it takes what time it takes, and may then have the machine to itself.
  return (await runOnce({ ...settings, time: undefined, count: undefined, cases, seed: fixedSeed }, root)) && fresh;
}

async function runOnce(
  settings: Settings,
  root: string,
  counts: (finding: Finding) => boolean = () => true,
): Promise<boolean> {
  const chosen =
    settings.targets.length === 0 ? targets : targets.filter(({ name }) => settings.targets.includes(name));
  if (chosen.length === 0) throw new RangeError(`the targets are ${targets.map(({ name }) => name).join(", ")}`);
  console.log(`seed ${settings.seed}, ${settings.workers} threads`);
  const told = new Set<string>();
  const progress = await run(chosen, settings, {
    worker: join(import.meta.dirname, "worker.mjs"),
    stateFile: join(import.meta.dirname, `state-${settings.seed}.json`),
    report: (sofar) => {
      console.log(progressLine(sofar));
      // Nobody should have to wait for the end of a long run.
      for (const [kind, finding] of sofar.tally.findings) {
        if (told.has(kind)) continue;
        told.add(kind);
        console.log(describeFinding(finding, writeFinding(join(root, settings.out), finding)));
      }
    },
  });
  const { tally } = progress;
  console.log(resultTable(progress));
  const { lines, seen, unseen, expected, rare } = coverageReport(tally.census);
  if (settings.report) console.log(lines.join("\n"));
  console.log(`${seen} of ${expected} outcomes that generators have to reach were counted`);
  if (settings.report) for (const each of unseen) console.log(`  not seen: ${each}`);
  for (const each of rare) console.log(`  too rare: ${each}`);
  for (const [kind, times] of tally.kinds.counts) if (kind.includes(": known: ")) console.log(`  ${times} × ${kind}`);
  for (const [kind, finding] of tally.findings) {
    console.log(`${tally.kinds.counts.get(kind) ?? 1} ×`);
    console.log(describeFinding(finding, writeFinding(join(root, settings.out), finding)));
  }
  return ![...tally.findings.values()].some(counts);
}

process.exitCode = (await main(process.argv.slice(2), process.cwd())) ? 0 : 1;
