// Compares the two engines on random expressions: --count N (100000), --seed N (1), --list N (5 of each kind).

import { compareEvaluation, type EvaluationDifference } from "../src/evaluation-comparison.ts";
import { groupBy } from "../src/group-by.ts";

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const count = option("count", 100_000);
const score = compareEvaluation(option("seed", 1), count);
const row = (name: string, value: number): void => {
  console.log(`${name.padEnd(48)} ${String(value).padStart(8)}  ${((100 * value) / count).toFixed(3)} %`);
};
row("inputs", score.inputs);
row("satisfied", score.satisfied);
row("failed", score.failed);
row("same value", score.sameValue);
row("same whole answer", score.same);
for (const [kind, of] of groupBy(score.differences, ({ in: where, reason }) =>
  reason === undefined ? where : `${where}: ${reason}`,
)) {
  row(`differing ${kind}`, of.length);
  const listed = of.toSorted((a, b) => a.expression.length - b.expression.length).slice(0, option("list", 5));
  for (const difference of listed) console.log(describe(difference));
}
process.exitCode = score.differences.some(({ reason }) => reason === undefined) ? 1 : 0;

function describe({ expression, theirs, ours }: EvaluationDifference): string {
  return `  ${expression}\n    theirs ${JSON.stringify(theirs)}\n    ours   ${JSON.stringify(ours)}`;
}
