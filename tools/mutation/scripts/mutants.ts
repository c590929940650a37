// Seeds single-point faults into the engine, one at a time, hunts each with random questions and prints the score.
// Usage: mutants.ts [--count 320] [--seed 1] [--seconds 60] [--workers 2] [--area NAME] [--json FILE] [--again FILE]
// Seconds are those of a processor. `--again` goes on from a run that wrote the file: it tries only the mutants that
// survived there and have not been examined since, and prints the score of all.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { HunterBuilder } from "../src/build-hunter.ts";
import { chooseMutants } from "../src/choose.ts";
import { describeMutant, type Fate, type Mutant, mutantKey } from "../src/mutant.ts";
import { runHunter } from "../src/run-hunter.ts";
import { type Outcome, percentFound, renderScore, score } from "../src/score.ts";
import { mutantsOf } from "../src/sources.ts";

/** At least so many of a hundred mutants that change something must be found. */
const wanted = 95;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "320" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "60" },
    workers: { type: "string", default: String(availableParallelism()) },
    area: { type: "string" },
    json: { type: "string" },
    again: { type: "string" },
  },
});
const home = resolve(import.meta.dirname, "..", "..");
const root = resolve(home, "..", "..");
const seed = Number(values.seed);
const milliseconds = Number(values.seconds) * 1000;
const examined = JSON.parse(readFileSync(join(home, "equivalent.json"), "utf8")) as readonly {
  readonly file: string;
  readonly original: string;
  readonly replacement: string;
  /** The line that it is in, without what is around it, where the same change elsewhere is another matter. */
  readonly line?: string;
  readonly why: string;
}[];

const all = await mutantsOf(root);
const earlier = values.again === undefined ? undefined : outcomesIn(values.again);
const chosen = (
  earlier === undefined
    ? chooseMutants(all, Number(values.count), seed)
    : earlier.filter(isOpen).map(({ mutant }) => mutant)
).filter(({ area }) => (values.area ?? area) === area);
console.log(
  earlier === undefined
    ? `${all.length} single-point changes, ${chosen.length} of them chosen by seed ${seed}`
    : `${earlier.length} single-point changes, ${chosen.length} of which survived and have not been examined`,
);

const known = (earlier ?? []).filter((outcome) => !isOpen(outcome));
const outcomes: Outcome[] = [];
const waiting = [...chosen];
await Promise.all(Array.from({ length: Number(values.workers) }, (_, slot) => work(slot)));
outcomes.sort((a, b) => chosen.indexOf(a.mutant) - chosen.indexOf(b.mutant));
const together = [...known, ...outcomes];
console.log(`\n${renderScore(together)}`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(together, undefined, 2)}\n`);
const total = score(together).at(-1);
process.exitCode = total !== undefined && percentFound(total) >= wanted ? 0 : 1;

async function work(slot: number): Promise<void> {
  const cache = join(home, "node_modules", ".cache");
  const builder = await HunterBuilder.start(
    root,
    join(root, "tools", "drt", "src", "hunt", "hunter.ts"),
    join(cache, `hunter-${slot}.mjs`),
  );
  if (slot === 0) await expectNoCatch(builder);
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const fate = await fateOf(mutant, builder);
    outcomes.push({ mutant, fate, equivalent: reasonFor(mutant) });
    console.log(`${outcomes.length}/${chosen.length} ${wordsFor(fate)}: ${describeMutant(mutant)}`);
  }
  await builder.close();
}

/** What became of the mutants of an earlier run, with what has been found out about them since. */
function outcomesIn(file: string): readonly Outcome[] {
  const outcomes = JSON.parse(readFileSync(file, "utf8")) as readonly Outcome[];
  return outcomes.flatMap(({ mutant, fate }) =>
    nearest(mutant).map((moved) => ({ mutant: moved, fate, equivalent: reasonFor(moved) })),
  );
}

/** Why nothing could notice this one, if that was found out. */
function reasonFor(mutant: Mutant): string | undefined {
  const line = readFileSync(join(root, mutant.file), "utf8").split("\n")[mutant.place.line]?.trim();
  const isThis = (one: (typeof examined)[number]): boolean =>
    mutantKey({ ...mutant, ...one }) === mutantKey(mutant) && (one.line ?? line) === line;
  return examined.find(isThis)?.why;
}

function isOpen({ fate, equivalent }: Outcome): boolean {
  return fate.kind === "survived" && equivalent === undefined;
}

/** The same change in the sources as they are now: lines may have moved around it. */
function nearest(wanted: Mutant): readonly Mutant[] {
  const distance = ({ start }: Mutant): number => Math.abs(start - wanted.start);
  const same = all.filter((mutant) => mutantKey(mutant) === mutantKey(wanted));
  return same.sort((a, b) => distance(a) - distance(b)).slice(0, 1);
}

/** A hunt that finds something in the engine as it is would kill every mutant. */
async function expectNoCatch(builder: HunterBuilder): Promise<void> {
  const file = await builder.build(undefined);
  if (file === undefined) throw new Error("the hunter does not build");
  const fate = await runHunter(file, seed, "", milliseconds);
  if (fate.kind !== "survived") throw new Error(`the engine itself is caught: ${wordsFor(fate)}`);
  console.log(`without a fault: ${fate.tests} tests, nothing found`);
}

async function fateOf(mutant: Mutant, builder: HunterBuilder): Promise<Fate> {
  const file = await builder.build(mutant);
  return file === undefined
    ? { kind: "crashed", how: "does not build", milliseconds: 0 }
    : runHunter(file, seed, mutant.area, milliseconds);
}

function wordsFor(fate: Fate): string {
  switch (fate.kind) {
    case "killed":
      return `found in ${fate.milliseconds} ms by ${fate.by}`;
    case "crashed":
      return `found in ${fate.milliseconds} ms: ${fate.how}`;
    case "survived":
      return `survived ${fate.tests} tests`;
  }
}
