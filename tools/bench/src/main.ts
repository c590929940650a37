import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolHome } from "./home.ts";
import { standingOf } from "./measure/row.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { chart } from "./output/chart.ts";
import { dropInTable, replaceBetween, tablesOf } from "./output/docs.ts";
import { type Run, readRun, runOf } from "./output/run-file.ts";
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
    for (const { name, about } of [...suites, ...namedSuites(options.minutes)]) {
      console.log(`${name.padEnd(16)} ${about}`);
    }
    return 0;
  }
  if (options.suite !== undefined) {
    await runHere(options);
    return 0;
  }
  const { rows, failed } =
    options.from === undefined ? runInProcesses(options) : { ...readRun(options.from), failed: [] };
  const run = options.from === undefined ? runOf(rows, options) : readRun(options.from);
  console.log(`\n${terminalTable(rows)}`);
  if (options.json !== undefined) writeFileSync(options.json, jsonOf(run));
  if (options.svg !== undefined) writeFileSync(options.svg, chart(rows));
  if (options.writeDocs) writeDocs(run);
  const unmet = rows.filter((row) => standingOf(row) === "unmet");
  console.log(unmet.length === 0 ? "\nAll floors hold." : `\nFloors that do not hold: ${unmet.length}.`);
  if (failed.length > 0) {
    console.log(`These suites failed: ${failed.join(", ")}.`);
    return 1;
  }
  return options.check && unmet.length > 0 ? 1 : 0;
}

const jsonOf = (run: Run): string => `${JSON.stringify(run, null, 2)}\n`;

/** Writes one run into the documentation: the tables, the chart, and the figures that both come from. */
function writeDocs(run: Run): void {
  const docs = join(toolHome, "..", "..", "docs");
  const replace = (file: string, name: string, content: string): void => {
    const path = join(docs, file);
    writeFileSync(path, replaceBetween(readFileSync(path, "utf8"), name, content));
  };
  replace("performance.md", "tables", tablesOf(run));
  replace("migrate-from-cedar-wasm.md", "drop-in", dropInTable(run));
  writeFileSync(join(docs, "performance.svg"), chart(run.rows));
  writeFileSync(join(toolHome, "results.json"), jsonOf(run));
}

process.exitCode = await main(readOptions(process.argv.slice(2)));
