// Compares what the two engines say about nearly valid policies: --count N (20000), --seed N (1), --list N (5); and with
// --corpus about the policies of the public tests.
import { compareValidation } from "../src/validation/compare.ts";
import { corpusInputs } from "../src/validation/corpus-inputs.ts";
import { generatedInputs } from "../src/validation/generated-inputs.ts";

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const inputs = process.argv.includes("--corpus")
  ? corpusInputs()
  : generatedInputs(option("seed", 1), option("count", 20_000));
const score = compareValidation(inputs);
const { policies, valid, same, sameVerdict } = score;
console.log({ policies, valid, same, sameVerdict, percent: (100 * same) / policies });
const unexplained = score.differences.filter(({ reason }) => reason === undefined);
console.log({ unexplained: unexplained.length });
for (const { name, policy, theirs, ours } of unexplained.slice(0, option("list", 5))) {
  console.log(
    `${name}\n${policy}\n${theirs.map((line) => `  theirs ${line}`).join("\n")}\n${ours.map((line) => `  ours   ${line}`).join("\n")}`,
  );
}
process.exitCode = unexplained.length > 0 ? 1 : 0;
