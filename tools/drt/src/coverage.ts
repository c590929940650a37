import type { Census } from "./census.ts";

/** How often each thing happened, and what happened too rarely. */
export interface CoverageReport {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/** Groups counts by all but the last part of their names; each is a share of its group. */
export function coverageReport(census: Census, _complete: boolean): CoverageReport {
  const groups = new Map<string, [string, number][]>();
  for (const [name, count] of census.counts) {
    const at = name.lastIndexOf("/");
    const group = name.slice(0, at);
    const members = groups.get(group) ?? [];
    members.push([name.slice(at + 1), count]);
    groups.set(group, members);
  }
  const lines: string[] = [];
  for (const [group, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = members.reduce((sum, [, count]) => sum + count, 0);
    const parts = members.sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${((100 * count) / total).toFixed(2)} %`);
    lines.push(`${group.padEnd(36)} ${String(total).padStart(9)}  ${parts.join(", ")}`);
  }
  return { lines, faults: [] };
}
