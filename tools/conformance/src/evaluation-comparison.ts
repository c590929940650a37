import { expressionStream, type Outcome, oracleOutcomes, policyOf } from "./evaluation.ts";
import { ourOutcome } from "./our-outcome.ts";

/** In what an outcome differs, worst first. */
export type Differing = "value" | "message" | "help" | "span";

/** Why an error may point elsewhere than the reference's does; the reason of each is told in docs/differences.md. */
export type Reason = "parenthesised start of a chain" | undefined;

/** One expression that the two engines do not answer alike. */
export interface EvaluationDifference {
  readonly in: Differing;
  /** `undefined` is a fault. */
  readonly reason: Reason;
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
      if (where === undefined) continue;
      const reason = where === "span" ? whyElsewhere(expression, theirs, ours) : undefined;
      differences.push({ in: where, reason, expression, theirs, ours });
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

/**
 * `(1 + 2) + 3` is one chain to us, so what goes wrong inside such parentheses is told of the whole chain: our place
 * begins with parentheses that the reference's begins inside of, and takes in all of it.
 */
function whyElsewhere(expression: string, theirs: Outcome, ours: Outcome): Reason {
  if (!("error" in theirs && "error" in ours)) return undefined;
  const around = (ours.end ?? 0) > (theirs.end ?? 0) && theirs.error.includes("overflow");
  const between = Buffer.from(policyOf(expression)).toString("utf8", ours.start ?? 0, theirs.start ?? 0);
  return around && /^[(\s]*\(-?$/.test(between) ? "parenthesised start of a chain" : undefined;
}
