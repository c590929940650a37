import { choicesOf } from "../choices-of.ts";
import { type Classification, classify } from "../known.ts";
import { production } from "../production.ts";
import { Reference } from "../reference.ts";
import { attempt } from "../run-cases.ts";
import type { Target } from "../target.ts";
import { targets } from "../targets/all.ts";
import { about } from "./about.ts";

/** What a hunt ended with. */
export interface Catch {
  /** The target and what differed; undefined if nothing did. */
  readonly by: string | undefined;
  readonly tests: number;
}

/** How long one target is asked in a row, in milliseconds of the processor. */
const turn = 80;

/** All targets are asked in one round of so many; in the others, only those that are about what is hunted in. */
const wideEvery = 4;

/**
 * Asks random questions of all targets in turn until an answer differs without a known reason, or time is up.
 *
 * @param seed a 32-bit integer
 * @param area the package that a fault is looked for in
 * @param milliseconds how long, in time of the processor, so that a busy machine does not count
 * @param alive is called now and then
 */
export function hunt(seed: number, area: string, milliseconds: number, alive: () => void): Catch {
  const reference = new Reference();
  const end = processorTime() + milliseconds;
  const next = new Map<Target, number>();
  const near = targets.filter(({ name }) => about[area]?.includes(name) ?? true);
  let tests = 0;
  for (let round = 0; processorTime() < end; round++) {
    for (const target of round % wideEvery === 0 ? targets : near) {
      const until = processorTime() + turn;
      do {
        alive();
        const index = next.get(target) ?? 0;
        next.set(target, index + 1);
        const answer = ask(target, seed, index, reference);
        tests += answer.tests;
        if (answer.by !== undefined) return { by: answer.by, tests };
      } while (processorTime() < until);
    }
  }
  return { by: undefined, tests };
}

/** What this process has spent so far, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function ask(target: Target, seed: number, index: number, reference: Reference): Catch {
  const { tests, disagreements } = attempt(target, choicesOf(seed, target.name, index), {
    production,
    reference: index % Math.min(target.referenceEvery, 4) === 0 ? reference : undefined,
    census: undefined,
  });
  const unexplained = disagreements.find((each) => isUnexplained(classify(target.name, each)));
  return { by: unexplained && `${target.name}: ${unexplained.what}`, tests };
}

function isUnexplained({ reason }: Classification): boolean {
  return reason === undefined;
}
