// The process with the instrumented engine: looks for cases that take new branches, and makes vectors of them.
// Usage: node guide.mjs ORDER, where ORDER is a GuideOrder as JSON.
import "../../../steady-webassembly.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Choices, mutateChoices, shrinkChoices } from "@deodar/testing";
import { choicesOf } from "../choices-of.ts";
import { classify } from "../known.ts";
import { production } from "../production.ts";
import { attempt } from "../run-cases.ts";
import type { CaseResult, Laboratory, Target } from "../target.ts";
import { targets } from "../targets/all.ts";
import { chooseVectors } from "./choose-vectors.ts";
import { Hits } from "./hits.ts";
import { hitsName } from "./instrument-name.ts";
import { RecordingReference } from "./recording-reference.ts";

/** What the guided run is to do. */
export interface GuideOrder {
  readonly seed: number;
  /** In milliseconds. */
  readonly time: number;
  /** The names of the targets; all if it is empty. */
  readonly targets: readonly string[];
  /** The file of the corpus, which is read where it exists, and written. */
  readonly corpus: string;
  /** Whether to forget what the corpus holds. */
  readonly afresh: boolean;
  /** Where the branches that were taken are told, as a JSON array of zeros and ones. */
  readonly taken: string;
  /** The folder for vectors; `undefined` to make none. */
  readonly vectors: string | undefined;
}

/** Choices of each target, in base 64. */
type Corpus = Record<string, readonly string[]>;

/** So often is a case that is kept tried while it is made small. */
const attempts = 24;
/** Of a case with more new branches it is not known yet what matters; others will take them with less. */
const fewBranches = 12;

const order = JSON.parse(process.argv[2] ?? "") as GuideOrder;
const noted = (globalThis as unknown as Record<string, Uint8Array>)[hitsName] as Uint8Array;
const hits = new Hits(noted);
const reference = new RecordingReference();
const chosen = targets.filter(({ name }) => order.targets.length === 0 || order.targets.includes(name));
const disagreements = new Map<string, string>();

function laboratoryOf(target: Target, index: number): Laboratory {
  const asked = target.referenceEvery === 1 || index % (8 * target.referenceEvery) === 0;
  return { production, reference: asked ? reference : undefined, census: undefined };
}

function run(target: Target, choices: Choices, laboratory: Laboratory): CaseResult {
  const result = attempt(target, choices, laboratory);
  for (const each of result.disagreements) {
    if (classify(target.name, each).reason !== undefined) continue;
    disagreements.set(`${target.name}: ${each.what}`, Buffer.from(choices.taken()).toString("base64"));
  }
  reference.takeRecord();
  return result;
}

/** One target with the cases that took new branches when they were found. */
class Search {
  readonly target: Target;
  readonly kept: Uint8Array[] = [];
  time = 0;
  #index = 0;

  constructor(target: Target) {
    this.target = target;
  }

  /** Runs one more case; keeps it, made small, if it takes a new branch. */
  step(given?: Uint8Array): void {
    const started = performance.now();
    const laboratory = laboratoryOf(this.target, this.#index);
    const choices = given === undefined ? this.#next() : Choices.replay(given);
    this.#index += 1;
    const found = hits.newOf(() => run(this.target, choices, laboratory));
    if (found.length > 0) {
      const isEnough = (candidate: Uint8Array): boolean =>
        hits.takesAll(found, () => run(this.target, Choices.replay(candidate), laboratory));
      const taken = choices.taken();
      const isFinal = given !== undefined || found.length > fewBranches || !isEnough(taken);
      this.kept.push(isFinal ? taken : shrinkChoices(taken, isEnough, { attempts }));
      hits.add(found);
    }
    this.time += performance.now() - started;
  }

  /** Something new, or something like what was kept. */
  #next(): Choices {
    const fresh = choicesOf(order.seed, this.target.name, this.#index);
    if (this.kept.length === 0 || this.#index % 2 === 0) return fresh;
    const pick = (): Uint8Array =>
      this.kept[(fresh.below(256) * 256 + fresh.below(256)) % this.kept.length] as Uint8Array;
    return Choices.replay(mutateChoices(pick(), pick(), fresh));
  }
}

const searches = chosen.map((target) => new Search(target));
const corpus =
  !order.afresh && existsSync(order.corpus) ? (JSON.parse(readFileSync(order.corpus, "utf8")) as Corpus) : {};
for (const search of searches) {
  for (const each of corpus[search.target.name] ?? []) search.step(Buffer.from(each, "base64"));
  search.time = 0;
}
const started = performance.now();
while (performance.now() - started < order.time) {
  searches.reduce((least, search) => (search.time < least.time ? search : least)).step();
}
const kept = searches.map(({ target, kept }) => [
  target.name,
  kept.map((each) => Buffer.from(each).toString("base64")),
]);
writeFileSync(order.corpus, JSON.stringify({ ...corpus, ...Object.fromEntries(kept) }));
writeFileSync(order.taken, JSON.stringify([...hits.seen]));
for (const { target, kept } of searches) console.log(`${target.name.padEnd(16)} ${kept.length} cases kept`);
for (const [what, choices] of disagreements) console.log(`disagreement: ${what}: ${choices}`);
if (order.vectors !== undefined) {
  for (const { target, kept } of searches)
    chooseVectors(target, kept, {
      reference,
      folder: order.vectors,
      seed: order.seed,
      hits: (globalThis as unknown as Record<string, Uint8Array>)[hitsName] as Uint8Array,
    });
}
process.exit(disagreements.size === 0 ? 0 : 1);
