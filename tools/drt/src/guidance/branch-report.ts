import type { Branch } from "./instrument.ts";

/** A table of how many branches of each package were taken. */
export function branchTable(branches: readonly Branch[], taken: readonly number[]): string {
  const rows = new Map<string, { all: number; taken: number }>();
  for (const [id, { file }] of branches.entries()) {
    for (const name of [file.split("/")[1] ?? file, "together"]) {
      const row = rows.get(name) ?? { all: 0, taken: 0 };
      rows.set(name, { all: row.all + 1, taken: row.taken + (taken[id] ?? 0) });
    }
  }
  const together = rows.get("together");
  rows.delete("together");
  if (together !== undefined) rows.set("together", together);
  return Array.from(rows, ([name, row]) => {
    const share = ((100 * row.taken) / row.all).toFixed(1);
    return `${name.padEnd(14)} ${String(row.taken).padStart(5)} of ${String(row.all).padStart(5)} branches ${share.padStart(6)} %`;
  }).join("\n");
}

/** The branches that were not taken, by file. */
export function missingBranches(branches: readonly Branch[], taken: readonly number[]): string {
  return branches
    .filter((_, id) => taken[id] !== 1)
    .map(({ file, line, kind, text }) => `${file}:${line} ${kind}: ${text}`)
    .join("\n");
}
