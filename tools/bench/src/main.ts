import { writeFileSync } from "node:fs";
import { standingOf } from "./measure/row.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { terminalTable } from "./output/table.ts";
import { runHere, runInProcesses } from "./run-suites.ts";
import { namedSuites, suites } from "./suites/all.ts";

// Measures Deodar against its peers: prints a table of every quantity with its floor and its aim.

async function main(options: Options): Promise<number> {
  if (options.help) {
    console.log(usage);
    return 0;
  }
  if (options.list) {
    for (const { name, about } of [...suites, ...namedSuites(options.minutes)])
      console.log(`${name.padEnd(16)} ${about}`);
    return 0;
  }
  if (options.suite !== undefined) {
    await runHere(options);
    return 0;
  }
  const rows = runInProcesses(options);
  console.log(`\n${terminalTable(rows)}`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  const unmet = rows.filter((row) => standingOf(row) === "unmet");
  console.log(unmet.length === 0 ? "\nAll floors hold." : `\n${unmet.length} floors do not hold.`);
  return options.check && unmet.length > 0 ? 1 : 0;
}

process.exitCode = await main(readOptions(process.argv.slice(2)));
