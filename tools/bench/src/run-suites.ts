import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clockOf } from "./measure/clock.ts";
import type { Row } from "./measure/row.ts";
import type { Options } from "./options.ts";
import { formatFigure } from "./output/table.ts";
import { namedSuites, suites } from "./suites/all.ts";
import type { Suite } from "./suites/suite.ts";

/** Runs one suite in this process and writes its rows to the file that the options name. */
export async function runHere(options: Options): Promise<void> {
  const suite = [...suites, ...namedSuites(options.minutes)].find(({ name }) => name === options.suite);
  if (suite === undefined || options.out === undefined) throw new Error(`there is no suite ${options.suite}`);
  const rows: Row[] = [];
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0).padStart(4);
  await suite.run({
    quick: options.quick,
    clock: clockOf(options.processorTime),
    part: options.part,
    emit: (row) => {
      rows.push(row);
      process.stderr.write(`${seconds()} s  ${row.name}: ${formatFigure(row.value, row.unit)}\n`);
    },
    say: (text) => void process.stderr.write(`${seconds()} s  ${text}\n`),
  });
  writeFileSync(options.out, JSON.stringify(rows));
}

/** A suite by its parts, each of which has a process. */
function inParts({ name, about, parts }: Suite) {
  const all: readonly (string | undefined)[] = parts ?? [undefined];
  return all.map((part) => ({ name, about, part }));
}

/**
 * Runs each of the suites that were asked for in a fresh process: what one suite compiled, allocated or broke does not
 * weigh on the next.
 *
 * @returns the rows, and the names of the suites that did not come to their end
 */
export function runInProcesses(options: Options): {
  readonly rows: readonly Row[];
  readonly failed: readonly string[];
} {
  const asked = ({ name }: Suite): boolean => options.only.some((prefix) => name.startsWith(prefix));
  const wanted =
    options.only.length === 0 ? suites : [...suites, ...namedSuites(options.minutes)].filter((suite) => asked(suite));
  if (wanted.length === 0) throw new Error(`no suite is called ${options.only.join(", ")}: see --list`);
  const folder = mkdtempSync(join(tmpdir(), "deodar-bench-"));
  const out = join(folder, "rows.json");
  const rows: Row[] = [];
  const failed: string[] = [];
  try {
    for (const { name, about, part } of wanted.flatMap(inParts)) {
      process.stderr.write(`\n== ${name}: ${about}${part === undefined ? "" : ` (${part})`}\n`);
      const started = performance.now();
      const flags = ["--expose-gc", "--max-old-space-size=12288", process.argv[1] as string];
      const args = ["--suite", name, "--out", out, "--minutes", String(options.minutes)];
      if (part !== undefined) args.push("--part", part);
      if (options.quick) args.push("--quick");
      if (options.processorTime) args.push("--cpu");
      const { status, signal } = spawnSync(process.execPath, [...flags, ...args], { stdio: "inherit" });
      if (status !== 0) {
        process.stderr.write(`the suite ${name} failed: ${signal ?? `exit code ${status}`}\n`);
        failed.push(name);
        continue;
      }
      const measured = JSON.parse(readFileSync(out, "utf8")) as Row[];
      rows.push(...measured);
      process.stderr.write(`(${((performance.now() - started) / 1000).toFixed(0)} s)\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { rows, failed };
}
