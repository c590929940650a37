import { productions } from "./productions.ts";

/** What a rule can begin with, and whether it can be empty. */
export interface First {
  readonly kinds: ReadonlySet<string>;
  readonly nullable: boolean;
}

/** These sets for every rule of the table. */
export function firstSets(): ReadonlyMap<string, First> {
  const sets = new Map<string, First>();
  for (const rule of Object.keys(productions)) firstOf(rule, sets);
  return sets;
}

/** No rule of the table begins with itself, so that the depth of this is the depth of the table. */
function firstOf(rule: string, sets: Map<string, First>): First {
  const known = sets.get(rule);
  if (known !== undefined) return known;
  const kinds = new Set<string>();
  let nullable = false;
  for (const alternative of productions[rule] ?? []) {
    let empty = true;
    for (const symbol of alternative) {
      if (symbol.startsWith("!")) continue;
      const inner = Object.hasOwn(productions, symbol) ? firstOf(symbol, sets) : undefined;
      if (inner === undefined) kinds.add(symbol);
      else for (const kind of inner.kinds) kinds.add(kind);
      empty = inner?.nullable ?? false;
      if (!empty) break;
    }
    nullable ||= empty;
  }
  const first = { kinds, nullable };
  sets.set(rule, first);
  return first;
}
