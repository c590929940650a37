import { printValue } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { evaluateExpression, isEvaluationError } from "@deodar/evaluator";
import { parseExpression } from "@deodar/syntax";
import { expressionStream, oracleOutcomes } from "./evaluation.ts";
import { surroundings } from "./our-outcome.ts";

/** An expression whose value the reference does not find equal to ours as we print it. */
export interface ValueDifference {
  readonly expression: string;
  readonly printed: string;
  readonly theirs: unknown;
}

const batch = 250;

/** How many expressions have values, and those whose value is another for the reference. */
export function compareValues(seed: number, count: number): { values: number; differences: ValueDifference[] } {
  const stream = expressionStream(seed, 0);
  const differences: ValueDifference[] = [];
  let values = 0;
  for (let done = 0; done < count; done += batch) {
    const printed = new Map<string, string>();
    for (let index = 0; index < Math.min(batch, count - done); index++) {
      const expression = stream.next().value;
      const value = unwrap(evaluateExpression(unwrap(parseExpression(expression)), surroundings));
      if (!isEvaluationError(value)) printed.set(expression, printValue(value));
    }
    values += printed.size;
    const outcomes = oracleOutcomes(Array.from(printed, ([expression, value]) => `(${expression}) == ${value}`));
    for (const [index, [expression, value]] of [...printed].entries()) {
      const theirs = outcomes[index];
      if (theirs === undefined || "error" in theirs || !theirs.value)
        differences.push({ expression, printed: value, theirs });
    }
  }
  return { values, differences };
}
