import { expressionStream, type Outcome, oracleOutcomes } from "./evaluation.ts";
import { ourOutcome } from "./our-outcome.ts";

/** In what an outcome differs, worst first. */
export type Differing = "value" | "message" | "help" | "span";

/** One expression that the two engines do not answer alike. */
export interface EvaluationDifference {
  readonly in: Differing;
  readonly expression: string;
  readonly theirs: Outcome;
  readonly ours: Outcome;
}

/** What a comparison over many expressions gave. */
export interface EvaluationScore {
  readonly inputs: number;
  readonly satisfied: number;
  readonly failed: number;
  readonly sameValue: number;
  readonly same: number;
  readonly differences: readonly EvaluationDifference[];
}

/** Conditions per call of the reference. */
const batch = 250;

/** Compares both engines on `count` expressions of the seeded stream. */
export function compareEvaluation(seed: number, count: number): EvaluationScore {
  const stream = expressionStream(seed);
  const differences: EvaluationDifference[] = [];
  let satisfied = 0;
  let failed = 0;
  for (let done = 0; done < count; done += batch) {
    const expressions = Array.from({ length: Math.min(batch, count - done) }, () => stream.next().value);
    for (const [index, theirs] of oracleOutcomes(expressions).entries()) {
      const expression = expressions[index] ?? "";
      const ours = ourOutcome(expression);
      if ("error" in theirs) failed++;
      else if (theirs.value) satisfied++;
      const where = differing(theirs, ours);
      if (where !== undefined) differences.push({ in: where, expression, theirs, ours });
    }
  }
  const sameValue = count - differences.filter((difference) => difference.in === "value").length;
  return { inputs: count, satisfied, failed, sameValue, same: count - differences.length, differences };
}

function differing(theirs: Outcome, ours: Outcome): Differing | undefined {
  if ("value" in theirs || "value" in ours) {
    return "value" in theirs && "value" in ours && theirs.value === ours.value ? undefined : "value";
  }
  if (theirs.error !== ours.error) return "message";
  if (theirs.help !== ours.help) return "help";
  return theirs.start === ours.start && theirs.end === ours.end ? undefined : "span";
}
