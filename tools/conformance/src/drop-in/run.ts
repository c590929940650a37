import { type Case, type FunctionName, functions, type Outcome, subjectOf } from "./calls.ts";
import { type Relation, relate } from "./compare.ts";
import { Oracle } from "./oracle.ts";
import { ourAnswers } from "./ours.ts";

/** One case that is not answered alike. */
export interface Difference {
  readonly relation: Relation;
  readonly calls: Case;
  readonly theirs: Outcome;
  readonly ours: Outcome;
}

/** How often the answers of one function are alike. */
export interface Row {
  inputs: number;
  sameVerdict: number;
  same: number;
  /** The reference died of so many; they are no inputs. */
  crashed: number;
}

/** The outcome of a comparison. */
export interface Comparison {
  readonly rows: ReadonlyMap<FunctionName, Row>;
  readonly differences: readonly Difference[];
}

const batch = 200;

/** Asks both the same, and counts. */
export async function compareDropIn(cases: Iterable<Case>): Promise<Comparison> {
  const rows = new Map<FunctionName, Row>(
    functions.map((name) => [name, { inputs: 0, sameVerdict: 0, same: 0, crashed: 0 }]),
  );
  const differences: Difference[] = [];
  const oracle = new Oracle();
  try {
    for (const part of batches(cases)) {
      const answers = await oracle.answers(part);
      for (const [index, calls] of part.entries()) {
        const row = rows.get(subjectOf(calls)) as Row;
        const theirs = answers[index]?.at(-1) ?? { crashed: "no answer" };
        if ("crashed" in theirs || answers[index]?.length !== calls.length) {
          row.crashed++;
          continue;
        }
        const ours = ourAnswers(calls).at(-1) as Outcome;
        const relation = relate(theirs, ours);
        row.inputs++;
        if (relation !== "different") row.sameVerdict++;
        if (relation === "same") row.same++;
        else differences.push({ relation, calls, theirs, ours });
      }
    }
  } finally {
    oracle.stop();
  }
  return { rows, differences };
}

function* batches(cases: Iterable<Case>): Generator<Case[]> {
  let part: Case[] = [];
  for (const each of cases) {
    part.push(each);
    if (part.length < batch) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
