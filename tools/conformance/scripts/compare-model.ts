// Compares the formal model with the reference (levels: with the engine) on nearly valid inputs: --count N (5000) of each
// kind, --seed N (1).
import { compareEntities, compareRequests } from "../src/model/compare-data.ts";
import { comparePolicies } from "../src/model/compare-policies.ts";
import { generatedInputs } from "../src/validation/generated-inputs.ts";

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const [seed, count] = [option("seed", 1), option("count", 5000)];
const scores = {
  policies: comparePolicies(generatedInputs(seed, count)),
  entities: compareEntities(seed, count),
  requests: compareRequests(seed, count),
};
const differences = [
  ...scores.policies.differences,
  ...scores.policies.levelDifferences,
  ...scores.entities.differences,
  ...scores.requests.differences,
];
for (const [what, score] of Object.entries(scores))
  console.log(what, { ...score, differences: score.differences.length });
for (const difference of differences.slice(0, 10)) console.log(difference);
process.exitCode = differences.length > 0 ? 1 : 0;
