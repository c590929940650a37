import type { Branch } from "./instrument.ts";
import type { Comparison } from "./unreached.ts";

/** A table of how many branches of each package were taken, and how many of the others the list has reasons for. */
export function branchTable(
  branches: readonly Branch[],
  taken: readonly number[],
  listed: ReadonlySet<Branch> = new Set(),
): string {
  const rows = new Map<string, { all: number; taken: number; listed: number }>();
  for (const [id, branch] of branches.entries()) {
    for (const name of [branch.file.split("/")[1] ?? branch.file, "together"]) {
      const row = rows.get(name) ?? { all: 0, taken: 0, listed: 0 };
      rows.set(name, {
        all: row.all + 1,
        taken: row.taken + (taken[id] ?? 0),
        listed: row.listed + (listed.has(branch) ? 1 : 0),
      });
    }
  }
  const together = rows.get("together");
  rows.delete("together");
  if (together !== undefined) rows.set("together", together);
  return Array.from(rows, ([name, row]) => {
    const share = ((100 * row.taken) / row.all).toFixed(1);
    const more = row.listed === 0 ? "" : ` (${row.listed} more are listed with the reason)`;
    return `${name.padEnd(14)} ${String(row.taken).padStart(5)} of ${String(row.all).padStart(5)} branches ${share.padStart(6)} %${more}`;
  }).join("\n");
}

/** The branches that were neither taken nor listed, and what is wrong with the list. */
export function missingBranches({ missing, wrong }: Comparison): string {
  return [
    ...missing.map(({ file, line, kind, text }) => `${file}:${line} ${kind}: ${text}`),
    ...wrong.map((each) => `unreached.json: ${each}`),
  ].join("\n");
}
