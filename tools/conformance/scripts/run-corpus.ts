// Runs the public tests and prints what differs. --list N prints the first N misses.

import { generatedCases, handWrittenCases } from "../src/corpus.ts";
import { groupBy } from "../src/group-by.ts";
import { hasSharedConformance } from "../src/paths.ts";
import { type Miss, runCase } from "../src/run-case.ts";
import { runCaseWithSchema } from "../src/run-case-with-schema.ts";

if (!hasSharedConformance) {
  console.error("the public conformance data is not beside this repository");
  process.exit(2);
}
const at = process.argv.indexOf("--list");
const shown = at < 0 ? 5 : Number(process.argv[at + 1]);
for (const [name, cases] of [
  ["hand-written", handWrittenCases()],
  ["generated", generatedCases()],
] as const) {
  const started = performance.now();
  const requests = cases.reduce((sum, test) => sum + test.requests.length, 0);
  const misses = cases.flatMap(runCase);
  const faults = misses.filter((miss) => miss.needsSchema === undefined);
  console.log(
    `${name}: ${cases.length} tests, ${requests} requests, ${requests - misses.length} as expected, ${Math.round(performance.now() - started)} ms`,
  );
  for (const [reason, of] of groupBy(misses, (miss) => miss.needsSchema))
    console.log(`  ${reason === undefined ? "wrong" : `needs schema (${reason})`}: ${of.length}`);
  for (const miss of misses.slice(0, shown)) console.log(describe(miss));
  const withSchema = cases.flatMap(runCaseWithSchema);
  console.log(`  with the schema: ${requests - withSchema.length} as expected`);
  for (const miss of withSchema.slice(0, shown))
    console.log(`  ${miss.name}: ${miss.description}\n    expected ${miss.expected}\n    got      ${miss.got}`);
  if (faults.length > 0 || withSchema.length > 0) process.exitCode = 1;
}

function describe({ name, description, expected, got, needsSchema }: Miss): string {
  return `  ${name}: ${description}${needsSchema === undefined ? "" : ` [${needsSchema}]`}\n    expected ${JSON.stringify(expected)}\n    got      ${JSON.stringify(got)}`;
}
