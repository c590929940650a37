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

/** An LL(1) table as `scripts/encode-table.mjs` writes it. What its rules lead to is found out when first asked for. */
export class SyntaxTable {
  readonly #text: string;
  readonly #rules = new Map<string, ReadonlyMap<string, Rule>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The rules by name, with all that they lead to in texts that begin with this one. */
  from(start: string): ReadonlyMap<string, Rule> {
    let rules = this.#rules.get(start);
    if (rules === undefined) {
      rules = rulesOf(this.#text, start);
      this.#rules.set(start, rules);
    }
    return rules;
  }
}

function rulesOf(table: string, start: string): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule & { readonly alternatives: Rule[][] }>();
  const lines = table.split("\n").map((line) => line.split("~"));
  for (const [head = ""] of lines) {
    const [name = "", flags = ""] = head.split(" ");
    rules.set(name, { ...emptyRule(name), flags, alternatives: [] });
  }
  const symbolOf = (text: string): Rule => rules.get(text) ?? leaf(text, rules.get(text.substring(1)));
  const all = [...rules.values()];
  for (const [index, [, ...alternatives]] of lines.entries()) {
    for (const text of alternatives) all[index]?.alternatives.push((text.match(/\S+/g) ?? []).map(symbolOf));
  }
  rules.get(start)?.follow.add("EOF");
  while (all.map(grow).includes(true));
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

/** Adds to the sets of a rule and of the rules in it what the sets of the others tell so far; whether that was news. */
function grow(rule: Rule): boolean {
  let grown = false;
  const add = (set: Set<string>, kinds: ReadonlySet<string>): void => {
    const before = set.size;
    for (const kind of kinds) set.add(kind);
    grown ||= set.size > before;
  };
  for (const alternative of rule.alternatives) {
    let behind = new Set(rule.follow);
    let first = new Set<string>();
    let empty = true;
    for (const symbol of [...alternative].reverse()) {
      if (rule.follow.size > 0) add(symbol.follow, behind);
      if (!symbol.nullable) {
        behind = new Set();
        first = new Set();
        empty = false;
      }
      for (const kind of symbol.first) {
        behind.add(kind);
        first.add(kind);
      }
    }
    add(rule.first, first);
    grown ||= empty && !rule.nullable;
    rule.nullable ||= empty;
  }
  return grown;
}
