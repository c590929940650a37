import { productions } from "./productions.ts";

interface First {
  readonly kinds: ReadonlySet<string>;
  readonly nullable: boolean;
}

const levels: ReadonlySet<string> = new Set(["+", "-"]);

/** What every rule can begin with. No rule begins with itself, so that the depth of this is the depth of the table. */
function firstOf(rule: string, sets: Map<string, First>): First {
  const known = sets.get(rule);
  if (known !== undefined) return known;
  const kinds = new Set<string>();
  let nullable = false;
  for (const alternative of productions[rule] ?? []) {
    let empty = true;
    for (const symbol of alternative) {
      if (levels.has(symbol)) continue;
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

/** What can come behind each rule, wherever it is in a text. */
function followSets(first: ReadonlyMap<string, First>): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>(Object.keys(productions).map((rule) => [rule, new Set<string>()]));
  // Rules whose set has grown; what they end with has to be looked at again.
  const grown = Object.keys(productions);
  for (let rule = grown.pop(); rule !== undefined; rule = grown.pop()) {
    for (const alternative of productions[rule] ?? []) {
      const behind = new Set(sets.get(rule));
      for (const symbol of alternative.filter((each) => !levels.has(each)).reverse()) {
        const own = first.get(symbol);
        const set = sets.get(symbol);
        if (own === undefined || set === undefined) {
          behind.clear();
          behind.add(symbol);
          continue;
        }
        const before = set.size;
        for (const kind of behind) set.add(kind);
        if (set.size > before) grown.push(symbol);
        if (!own.nullable) behind.clear();
        for (const kind of own.kinds) behind.add(kind);
      }
    }
  }
  return sets;
}

/** A predictive parser that keeps its stack in a list: it needs no recursion, whatever the nesting. */
export class ParserStack {
  /** What is still to come, next last. */
  private pending: string[] = ["EOF", "Schema"];
  private readonly first: ReadonlyMap<string, First>;
  private readonly follow: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many records and sets are open. */
  depth = 0;

  constructor() {
    const first = new Map<string, First>();
    for (const rule of Object.keys(productions)) firstOf(rule, first);
    this.first = first;
    this.follow = followSets(first);
  }

  /** Whether a token of this kind can come next. */
  accepts(kind: string): boolean {
    for (let index = this.pending.length - 1; index >= 0; index--) {
      const symbol = this.pending[index] as string;
      if (levels.has(symbol)) continue;
      const first = this.first.get(symbol);
      if (first === undefined) return symbol === kind;
      if (first.kinds.has(kind)) return true;
      if (!first.nullable) return false;
    }
    return false;
  }

  /** All kinds of tokens that can come next. */
  expected(): ReadonlySet<string> {
    const kinds = new Set<string>();
    for (let index = this.pending.length - 1; index >= 0; index--) {
      const symbol = this.pending[index] as string;
      if (levels.has(symbol)) continue;
      const first = this.first.get(symbol);
      if (first === undefined) {
        kinds.add(symbol);
        break;
      }
      for (const each of first.kinds) kinds.add(each);
      if (!first.nullable) break;
    }
    return kinds;
  }

  /** Takes a token that {@link accepts} allows; gives the rules that begin with it. */
  shift(kind: string): readonly string[] {
    const rules: string[] = [];
    for (;;) {
      const symbol = this.pending.pop() as string;
      if (symbol === "+") this.depth++;
      else if (symbol === "-") this.depth--;
      else if (symbol === kind) return rules;
      else {
        rules.push(symbol);
        const alternative = this.choose(symbol, kind);
        for (let index = alternative.length - 1; index >= 0; index--) this.pending.push(alternative[index] as string);
      }
    }
  }

  /**
   * Whether the parser of the reference takes a token as the end of an identifier or a string: it looks no further than
   * at what can come behind one somewhere.
   */
  ends(rule: "Identifier" | "String", kind: string): boolean {
    return this.accepts(kind) || (this.follow.get(rule)?.has(kind) ?? false);
  }

  /**
   * Ends what a token ends somewhere, though not here: the parser of the reference sees only then that the token cannot
   * stand, and tells what was expected from there.
   */
  closeBefore(kind: string): void {
    for (;;) {
      const top = this.pending.at(-1) as string;
      if (top === "-") this.depth--;
      else if (this.first.get(top)?.nullable !== true || !this.follow.get(top)?.has(kind)) return;
      this.pending.pop();
    }
  }

  /** Whether the next token belongs to the head of a namespace, up to its brace. */
  get inNamespaceHead(): boolean {
    return this.pending[3] === "Members" && this.pending[4] === '"{"';
  }

  /** Whether the parser is inside of a namespace. */
  get inNamespace(): boolean {
    return this.pending[3] === "Members" && this.pending[4] !== '"{"';
  }

  /** Whether the parser is between declarations. */
  get betweenDeclarations(): boolean {
    return this.pending.length === (this.inNamespace ? 4 : 2);
  }

  /** How many braces of the declaration are open. */
  get openBraces(): number {
    let count = 0;
    for (let index = this.inNamespace ? 4 : 2; index < this.pending.length; index++) {
      if (this.pending[index] === '"}"') count++;
    }
    return count;
  }

  /** Gives the declaration up. */
  leaveDeclaration(inNamespace: boolean): void {
    this.pending = inNamespace ? ["EOF", "Schema", '"}"', "Members"] : ["EOF", "Schema"];
    this.depth = 0;
  }

  private choose(rule: string, kind: string): readonly string[] {
    const alternatives = productions[rule] ?? [];
    return (
      alternatives.find((alternative) => this.canBegin(alternative, kind)) ?? (alternatives.at(-1) as readonly string[])
    );
  }

  private canBegin(alternative: readonly string[], kind: string): boolean {
    for (const symbol of alternative) {
      if (symbol === kind) return true;
      const first = this.first.get(symbol);
      if (first?.kinds.has(kind)) return true;
      if (!levels.has(symbol) && first?.nullable !== true) return false;
    }
    return false;
  }
}
