import { generatedCases, handWrittenCases } from "../corpus.ts";
import { hasSharedConformance } from "../paths.ts";
import { seeded } from "../random.ts";
import { readTextRecord } from "../text-record.ts";
import type { Case } from "./calls.ts";
import { corpusCases, policyTextCases } from "./corpus-cases.ts";
import { handWrittenCalls } from "./hand-written.ts";
import { isolate } from "./isolate.ts";
import { mutateCase } from "./mutate-case.ts";

/** All cases, see below, none of which depends on another. */
export function* allCases(count: number, seed: number, step: number): Generator<Case> {
  let position = 0;
  for (const calls of casesInOrder(count, seed, step)) yield isolate(calls, String(position++));
}

/** Longer cases are not mutated: they would cost much and show little. */
const longest = 20_000;

/**
 * Cases from the public tests (every `step`th of them), the hand-written ones, and `count` generated ones: recorded
 * texts and mutations of all the others.
 */
function* casesInOrder(count: number, seed: number, step: number): Generator<Case> {
  const pool: Case[] = [...handWrittenCalls];
  yield* handWrittenCalls;
  if (hasSharedConformance) {
    const tests = [...handWrittenCases(), ...generatedCases()].filter((_, index) => index % step === 0);
    for (const [index, test] of tests.entries()) {
      for (const calls of corpusCases(test)) {
        yield calls;
        if (index % 20 === 0 && JSON.stringify(calls).length < longest) pool.push(calls);
      }
    }
  }
  const random = seeded(seed);
  const texts = readTextRecord();
  for (let done = 0; done < count; ) {
    if (random.chance(20)) {
      const text = random.pick(texts).text;
      const cases = [...policyTextCases(text)];
      yield random.pick(cases);
    } else {
      yield mutateCase(random.pick(pool), random);
    }
    done++;
  }
}
