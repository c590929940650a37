// Compares @deodar/cedar-wasm with the reference and prints a table of all functions.
// Usage: drop-in.ts [generated cases] [seed] [every how many of the public tests] [file for the differences]
import { writeFileSync } from "node:fs";
import { allCases } from "../src/drop-in/all-cases.ts";
import { causeOf } from "../src/drop-in/classify.ts";
import { compareDropIn, type Difference } from "../src/drop-in/run.ts";
import { table } from "../src/drop-in/table.ts";
import { groupBy } from "../src/group-by.ts";

const [count = "20000", seed = "1", step = "1", file] = process.argv.slice(2);
const { rows, differences } = await compareDropIn(allCases(Number(count), Number(seed), Number(step)));
console.log(table(rows));
console.log("\nDifferent, by cause:");
for (const [cause, those] of groupBy(differences, causeOf))
  console.log(`${String(those.length).padStart(8)}  ${cause}`);
const show = ({ relation, calls, theirs, ours }: Difference): string =>
  `${relation}\n  ${JSON.stringify(calls)}\n  theirs ${JSON.stringify(theirs)}\n  ours   ${JSON.stringify(ours)}`;
if (file !== undefined) writeFileSync(file, differences.map(show).join("\n"));
process.exitCode = differences.some(({ relation }) => relation === "different") ? 1 : 0;
