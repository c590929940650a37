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

/** A predictive parser that keeps its stack in a list: it needs no recursion, whatever the nesting. */
export class ParserStack {
  /** What is still to come, next last. */
  private pending: string[] = ["EOF", "Schema"];
  private readonly first: ReadonlyMap<string, First>;
  /** How many records and sets are open. */
  depth = 0;

  constructor() {
    const first = new Map<string, First>();
    for (const rule of Object.keys(productions)) firstOf(rule, first);
    this.first = first;
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

  /** Takes a token that {@link accepts} allows; gives the rule that wanted it. */
  shift(kind: string): string {
    let rule = "";
    for (;;) {
      const symbol = this.pending.pop() as string;
      if (symbol === "+") this.depth++;
      else if (symbol === "-") this.depth--;
      else if (symbol === kind) return rule;
      else {
        // An identifier that is a key of an annotation is wanted by that.
        if (rule !== "Word" || symbol !== "Identifier") rule = symbol === "NotSet" && rule !== "" ? rule : symbol;
        const alternative = this.choose(symbol, kind);
        for (let index = alternative.length - 1; index >= 0; index--) this.pending.push(alternative[index] as string);
      }
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
