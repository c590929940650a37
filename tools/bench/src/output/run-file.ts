import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import type { Row } from "../measure/row.ts";

/** All that one run gave, as it is kept in a file. */
export interface Run {
  readonly machine: {
    readonly node: string;
    readonly processor: string;
    readonly processors: number;
    readonly clock: "wall" | "processor";
    readonly quick: boolean;
  };
  readonly rows: readonly Row[];
}

/** The run with these rows, on this machine. */
export function runOf(
  rows: readonly Row[],
  options: { readonly quick: boolean; readonly processorTime: boolean },
): Run {
  const processors = cpus();
  return {
    machine: {
      node: process.versions.node,
      processor: processors[0]?.model.trim() ?? "unknown",
      processors: processors.length,
      clock: options.processorTime ? "processor" : "wall",
      quick: options.quick,
    },
    rows,
  };
}

/** Reads the file that `--json` wrote. */
export const readRun = (file: string): Run => JSON.parse(readFileSync(file, "utf8")) as Run;
