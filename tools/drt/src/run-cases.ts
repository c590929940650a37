import { Choices, type Group, shrinkChoices } from "@deodar/testing";
import { Census } from "./census.ts";
import { choicesOf } from "./choices-of.ts";
import { type Classification, classify } from "./known.ts";
import type { Production } from "./production.ts";
import type { Reference } from "./reference.ts";
import type { Answers, CaseResult, Disagreement, Laboratory, Target } from "./target.ts";

/** Cases of one target, by their indexes. */
export interface Assignment {
  readonly seed: number;
  readonly from: number;
  /** The index behind the last. */
  readonly to: number;
}

/** One disagreement as it is reported. */
export interface Finding {
  readonly target: string;
  readonly what: string;
  readonly classification: Classification;
  readonly index: number;
  /** The choices that make the smallest case that was found, for a replay. */
  readonly choices: Uint8Array;
  readonly answers: Answers;
  /** All that is not answered alike in the smallest case, the reference asked in any case. */
  readonly all: readonly { readonly what: string; readonly answers: Answers }[];
  /** Files that say the smallest case. */
  readonly files: ReadonlyMap<string, string>;
}

/** What running an assignment came to. */
export interface Outcome {
  readonly cases: number;
  readonly tests: number;
  readonly withReference: number;
  readonly census: readonly (readonly [string, number])[];
  /** The first disagreement of each kind, made small. */
  readonly findings: readonly Finding[];
  /** How often each kind of disagreement came up, known ones and others. */
  readonly kinds: readonly (readonly [string, number])[];
}

/** What stays the same from assignment to assignment. */
export interface Workshop {
  readonly production: Production;
  /** `undefined` to ask the engine and the model only. */
  readonly reference: Reference | undefined;
  /** Kinds of disagreements that were made small already. */
  readonly reported: Set<string>;
  /** How often a case may be tried while it is made small. */
  readonly attempts: number;
  /** How long a case is made small at most, in milliseconds. */
  readonly patience: number;
}

/** Outcomes are counted in one case of so many. */
const censusEvery = 8;

/** Runs the cases of an assignment. */
export function runCases(target: Target, { seed, from, to }: Assignment, workshop: Workshop): Outcome {
  const census = new Census();
  const kinds = new Census();
  const findings: Finding[] = [];
  let tests = 0;
  let withReference = 0;
  for (let index = from; index < to; index++) {
    const laboratory: Laboratory = {
      production: workshop.production,
      reference: index % target.referenceEvery === 0 ? workshop.reference : undefined,
      census: index % censusEvery === 0 ? census : undefined,
    };
    const choices = choicesOf(seed, target.name, index);
    const result = attempt(target, choices, laboratory);
    tests += result.tests;
    withReference += result.withReference;
    for (const disagreement of result.disagreements) {
      const kind = kindOf(target, disagreement);
      kinds.count(kind);
      if (workshop.reported.has(kind)) continue;
      workshop.reported.add(kind);
      const start = { index, choices: choices.taken(), disagreement, kind };
      findings.push(simplest(target, start, { ...laboratory, census: undefined }, workshop));
    }
  }
  return { cases: to - from, tests, withReference, census: [...census.counts], findings, kinds: [...kinds.counts] };
}

/** The result of a case; what is thrown is a disagreement, too: nothing in a case should. */
export function attempt(target: Target, choices: Choices, laboratory: Laboratory): CaseResult {
  try {
    return target.run(choices, laboratory);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? message) : message;
    const what = `throws: ${message.slice(0, 60)}`;
    return {
      tests: 1,
      withReference: 0,
      disagreements: [{ what, answers: { production: stack }, sample: () => new Map() }],
    };
  }
}

/** A name for disagreements that are likely of one cause: known ones by the reason. */
function kindOf(target: Target, disagreement: Disagreement): string {
  const { reason } = classify(target.name, disagreement);
  return reason === undefined ? `${target.name}: ${disagreement.what}` : `${target.name}: known: ${reason}`;
}

/** A disagreement, and where it came up first. */
interface Start {
  readonly index: number;
  readonly choices: Uint8Array;
  readonly disagreement: Disagreement;
  readonly kind: string;
}

/** The smallest case that shows the same; the first one where it cannot be seen again, since the reference throws dice. */
function simplest(target: Target, start: Start, laboratory: Laboratory, workshop: Workshop): Finding {
  const { index, kind } = start;
  const until = performance.now() + workshop.patience;
  const find = (candidate: Uint8Array): Disagreement | undefined =>
    attempt(target, Choices.replay(candidate), laboratory).disagreements.find((each) => kindOf(target, each) === kind);
  const isKnown = kind.includes(": known: ");
  const isFailing = (candidate: Uint8Array): boolean => performance.now() < until && find(candidate) !== undefined;
  const groupsOf = (candidate: Uint8Array): readonly Group[] => {
    const replayed = Choices.replay(candidate);
    attempt(target, replayed, { ...laboratory, reference: undefined });
    return replayed.groups();
  };
  const { attempts } = workshop;
  const choices = isKnown ? start.choices : shrinkChoices(start.choices, isFailing, { attempts, groupsOf });
  const disagreement = isKnown ? start.disagreement : (find(choices) ?? start.disagreement);
  const whole = attempt(target, Choices.replay(choices), { ...laboratory, reference: workshop.reference });
  return {
    target: target.name,
    what: disagreement.what,
    classification: classify(target.name, disagreement, whole),
    all: whole.disagreements.map(({ what, answers }) => ({ what, answers })),
    index,
    choices,
    answers: disagreement.answers,
    files: isKnown ? new Map() : disagreement.sample(),
  };
}
