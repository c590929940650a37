import "../../steady-webassembly.ts";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { coverageReport } from "./coverage.ts";
import { describeFinding, progressLine, resultTable } from "./print.ts";
import { run } from "./run.ts";
import { type Settings, settingsOf, usage } from "./settings.ts";
import { targets } from "./targets/all.ts";
import { writeFinding } from "./write-finding.ts";

/** The seed with which every machine asks the same questions. */
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
  const fixed = await runOnce({ ...half, seed: fixedSeed }, root);
  return (await runOnce(half, root)) && fixed;
}

async function runOnce(settings: Settings, root: string): Promise<boolean> {
  const chosen =
    settings.targets.length === 0 ? targets : targets.filter(({ name }) => settings.targets.includes(name));
  if (chosen.length === 0) throw new RangeError(`the targets are ${targets.map(({ name }) => name).join(", ")}`);
  console.log(`seed ${settings.seed}, ${settings.workers} threads`);
  const progress = await run(chosen, settings, {
    worker: join(import.meta.dirname, "worker.mjs"),
    stateFile: join(import.meta.dirname, `state-${settings.seed}.json`),
    report: (sofar) => console.log(progressLine(sofar)),
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
  return tally.findings.size === 0;
}

process.exitCode = (await main(process.argv.slice(2), process.cwd())) ? 0 : 1;
