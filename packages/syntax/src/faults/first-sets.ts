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

/** What can come behind each rule in a text that the rule `start` reads, wherever in the text it is. */
export function followSets(start: string, first: ReadonlyMap<string, First>): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  // Rules whose set has grown; what they end with has to be looked at again.
  const grown = [start];
  add(sets, start, ["EOF"]);
  for (let rule = grown.pop(); rule !== undefined; rule = grown.pop()) {
    for (const alternative of productions[rule] ?? []) {
      const behind = new Set(sets.get(rule));
      for (const symbol of alternative.filter((each) => !each.startsWith("!")).reverse()) {
        const own = first.get(symbol);
        if (own === undefined) {
          behind.clear();
          behind.add(symbol);
          continue;
        }
        if (add(sets, symbol, behind)) grown.push(symbol);
        if (!own.nullable) behind.clear();
        for (const kind of own.kinds) behind.add(kind);
      }
    }
  }
  return sets;
}

/** Whether the set of the rule is new or has grown. */
function add(sets: Map<string, Set<string>>, rule: string, kinds: Iterable<string>): boolean {
  const known = sets.get(rule);
  const set = known ?? new Set<string>();
  const before = set.size;
  for (const kind of kinds) set.add(kind);
  sets.set(rule, set);
  return known === undefined || set.size > before;
}
