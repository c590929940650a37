import type { Census } from "./census.ts";
import { expectedOutcomes } from "./expected-outcomes.ts";

/** How often each thing happened, and what happened too rarely. */
export interface CoverageReport {
  /** A table of all shares. */
  readonly lines: readonly string[];
  /** How many of the expected outcomes were seen at all. */
  readonly seen: number;
  /** The others. */
  readonly unseen: readonly string[];
  readonly expected: number;
  /** What is rarer than it may be; only where enough was counted to say so. */
  readonly rare: readonly string[];
}

/** Every outcome has to be at least this share of its group, and every operator of all operators. */
const leastShare = 0.001;
/** Below this, nothing is said of shares. */
const leastTotal = 8000;

/** Groups counts by all but the last part of their names, and compares them with what is expected. */
export function coverageReport(census: Census): CoverageReport {
  const groups = groupsOf(census);
  const lines: string[] = [];
  for (const [group, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = sumOf(members);
    const parts = [...members].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${percent(count, total)}`);
    lines.push(`${group.padEnd(34)} ${String(total).padStart(9)}  ${parts.join(", ")}`);
  }
  const rare: string[] = [];
  const unseen: string[] = [];
  let seen = 0;
  let expected = 0;
  for (const [group, outcomes] of Object.entries(expectedOutcomes)) {
    const members = groups.get(group) ?? new Map<string, number>();
    const total = sumOf(members);
    for (const outcome of outcomes) {
      const count = members.get(outcome) ?? 0;
      expected += 1;
      if (count > 0) seen += 1;
      else unseen.push(`${group}: ${outcome}`);
      if (total >= leastTotal && count / total < leastShare)
        rare.push(`${group}: ${outcome} ${percent(count, total)} of ${total}`);
    }
  }
  rare.push(...rareOperators(groups));
  return { lines, seen, unseen, expected, rare };
}

/** Operators that are hardly ever evaluated at all. */
function rareOperators(groups: Groups): readonly string[] {
  const operators = [...groups].filter(([group]) => group.startsWith("operator/"));
  const all = operators.reduce((sum, [, members]) => sum + sumOf(members), 0);
  if (all < 10 * leastTotal) return [];
  return operators
    .map(([group, members]) => [group, sumOf(members)] as const)
    .filter(([, total]) => total / all < leastShare)
    .map(([group, total]) => `${group}: ${percent(total, all)} of all operators`);
}

type Groups = ReadonlyMap<string, ReadonlyMap<string, number>>;

function groupsOf({ counts }: Census): Groups {
  const groups = new Map<string, Map<string, number>>();
  for (const [name, count] of counts) {
    const at = name.lastIndexOf("/");
    const group = name.slice(0, at);
    const members = groups.get(group) ?? new Map<string, number>();
    members.set(name.slice(at + 1), count);
    groups.set(group, members);
  }
  return groups;
}

function sumOf(members: ReadonlyMap<string, number>): number {
  return [...members.values()].reduce((sum, count) => sum + count, 0);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}
