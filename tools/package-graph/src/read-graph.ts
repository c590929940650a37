import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Graph } from "./check-graph.ts";

/** The table of this repository, `graph.json`. */
export function readGraph(): Graph {
  const text = readFileSync(join(import.meta.dirname, "..", "graph.json"), "utf8");
  return (JSON.parse(text) as { readonly packages: Graph }).packages;
}
