/**
 * A rule of an LL(1) table. A kind of token is one too, that begins with itself and has no alternatives; so is a mark,
 * which is empty.
 */
export interface Rule {
  readonly name: string;
  /** The first letters of what stands before the rule in the table. */
  readonly flags: string;
  readonly alternatives: readonly (readonly Rule[])[];
  /** What it can begin with. */
  readonly first: Set<string>;
  /** Whether it can be empty. */
  nullable: boolean;
  /** What can come behind it, wherever in the text it is; empty if the start rule does not lead to it. */
  readonly follow: Set<string>;
  /** The rule that comes in the stead of what is passed over. */
  readonly mark: Rule | undefined;
}

/** Gives the rules of a table by name, with all that they lead to in texts that begin with this one. */
export type SyntaxTable = (start: string) => ReadonlyMap<string, Rule>;

/** An LL(1) table as `scripts/encode-table.mjs` writes it. What its rules lead to is found out when first asked for. */
export function syntaxTable(text: string): SyntaxTable {
  const known = new Map<string, ReadonlyMap<string, Rule>>();
  return (start) => {
    const rules = known.get(start) ?? rulesOf(text, start);
    known.set(start, rules);
    return rules;
  };
}

function rulesOf(table: string, start: string): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule & { readonly alternatives: Rule[][] }>();
  const lines = table.split("\n").map((line) => line.split("~"));
  for (const [head = ""] of lines) {
    const [name = "", flags = ""] = head.split(" ");
    rules.set(name, { ...emptyRule(name), flags, alternatives: [] });
  }
  const symbolOf = (text: string): Rule => rules.get(text) ?? leaf(text, rules.get(text.substring(1)));
  for (const [index, rule] of [...rules.values()].entries()) {
    for (const text of lines[index]?.slice(1) ?? []) rule.alternatives.push((text.match(/\S+/g) ?? []).map(symbolOf));
  }
  for (const rule of rules.values()) findFirst(rule);
  const first = rules.get(start);
  if (first !== undefined) findFollow(first);
  return rules;
}

function emptyRule(name: string): Rule {
  return { name, flags: "", alternatives: [], first: new Set(), nullable: false, follow: new Set(), mark: undefined };
}

/** What a text begins with that is a token of this kind. */
export function tokenRule(kind: string): Rule {
  return { ...emptyRule(kind), first: new Set([kind]) };
}

/** A kind of token, which the table has without the quotes of signs, or else a mark. */
function leaf(text: string, marked: Rule | undefined): Rule {
  if (text.startsWith("!") && marked !== undefined) return { ...emptyRule(text), nullable: true, mark: marked };
  return tokenRule(/\w/.test(text) ? text : `"${text}"`);
}

/** No rule begins with itself, so that this goes no deeper than there are rules. */
function findFirst(rule: Rule): void {
  if (rule.first.size > 0 || rule.nullable) return;
  for (const alternative of rule.alternatives) {
    const end = alternative.findIndex((symbol) => {
      findFirst(symbol);
      add(rule.first, symbol.first);
      return !symbol.nullable;
    });
    if (end < 0) rule.nullable = true;
  }
}

function findFollow(start: Rule): void {
  start.follow.add("EOF");
  // Rules whose set has grown; what they end with has to be looked at again.
  const grown = new Set([start]);
  for (const rule of grown) {
    grown.delete(rule);
    for (const alternative of rule.alternatives) {
      let behind: ReadonlySet<string> = rule.follow;
      for (let index = alternative.length - 1; index >= 0; index--) {
        const symbol = alternative[index] as Rule;
        if (symbol.alternatives.length > 0 && add(symbol.follow, behind)) grown.add(symbol);
        behind = symbol.nullable ? new Set([...behind, ...symbol.first]) : symbol.first;
      }
    }
  }
}

/** Adds kinds to a set; whether any of them was new. */
function add(set: Set<string>, kinds: ReadonlySet<string>): boolean {
  const before = set.size;
  for (const kind of kinds) set.add(kind);
  return set.size > before;
}
