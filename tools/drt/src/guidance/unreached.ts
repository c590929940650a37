import type { Branch } from "./instrument.ts";

/** Why some branches are not taken, and which: each as {@link spellingOf} has it, as often as it occurs. */
export interface Reason {
  readonly why: string;
  readonly branches: readonly string[];
}

/** Reasons by name, as `unreached.json` has them. */
export type Unreached = Readonly<Record<string, Reason>>;

/** What the list says of the branches that were not taken. */
export interface Comparison {
  /** Not taken and not listed. */
  readonly missing: readonly Branch[];
  /** Not taken and listed. */
  readonly listed: ReadonlySet<Branch>;
  /** What the list has wrong: branches that were taken, or that there are none of. */
  readonly wrong: readonly string[];
}

/** A branch without its line, which changes with everything before it. */
export function spellingOf({ file, kind, text }: Branch): string {
  return `${file} ${kind}: ${text}`;
}

/** Compares what was taken with the list of what is not. Of branches that are spelt alike, the list tells how many are not taken. */
export function compareWithList(
  branches: readonly Branch[],
  taken: readonly number[],
  unreached: Unreached,
): Comparison {
  const left = new Map<string, number>();
  for (const { branches: listed } of Object.values(unreached)) {
    for (const spelling of listed) left.set(spelling, (left.get(spelling) ?? 0) + 1);
  }
  const existing = new Set(branches.map(spellingOf));
  const missing: Branch[] = [];
  const listed = new Set<Branch>();
  for (const [id, branch] of branches.entries()) {
    if (taken[id] === 1) continue;
    const spelling = spellingOf(branch);
    const times = left.get(spelling) ?? 0;
    if (times === 0) missing.push(branch);
    else {
      listed.add(branch);
      left.set(spelling, times - 1);
    }
  }
  const wrong = [...left]
    .filter(([, times]) => times > 0)
    .map(([spelling]) => `${existing.has(spelling) ? "taken" : "no such branch"}: ${spelling}`);
  return { missing, listed, wrong };
}
