import { choicesOf } from "../../drt/src/choices-of.ts";
import { type Classification, classify } from "../../drt/src/known.ts";
import { production } from "../../drt/src/production.ts";
import { Reference } from "../../drt/src/reference.ts";
import { attempt } from "../../drt/src/run-cases.ts";
import type { Target } from "../../drt/src/target.ts";
import { targets } from "../../drt/src/targets/all.ts";

/** What a hunt ended with. */
export interface Catch {
  /** The target and what differed; undefined if nothing did. */
  readonly by: string | undefined;
  readonly tests: number;
}

/** So many cases of one target are put in a row. */
const stretch = 8;

/**
 * Asks random questions of all targets in turn until an answer differs without a known reason, or time is up.
 *
 * @param seed a 32-bit integer
 * @param milliseconds how long
 * @param alive is called now and then
 */
export function hunt(seed: number, milliseconds: number, alive: () => void): Catch {
  const reference = new Reference();
  const end = performance.now() + milliseconds;
  let tests = 0;
  for (let round = 0; performance.now() < end; round++) {
    for (const target of targets) {
      alive();
      for (let index = round * stretch; index < (round + 1) * stretch; index++) {
        const answer = ask(target, seed, index, reference);
        tests += answer.tests;
        if (answer.by !== undefined) return { by: answer.by, tests };
      }
    }
  }
  return { by: undefined, tests };
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
