import { type Rule, tokenRule } from "./rules.ts";

/** What is still to come, next first. Shared between a stack and the places to recover at, hence never changed. */
export interface Pending {
  readonly symbol: Rule;
  readonly next: Pending | undefined;
  /** The state to go back to where this is the end of a rule. */
  readonly outer?: State;
}

/** A place where something faulty may be passed over: what comes behind it, and the places around it. */
export interface Checkpoint {
  readonly pending: Pending;
  readonly depth: number;
  readonly next: Checkpoint | undefined;
}

interface State {
  readonly checkpoints: Checkpoint | undefined;
  readonly depth: number;
}

/** A predictive parser that keeps its stack in a list: it needs no recursion, whatever the nesting. */
export class ParserStack {
  /** What comes next and all behind it; `undefined` behind the end of the text. */
  pending: Pending | undefined;
  /** The innermost place to recover at. */
  checkpoints: Checkpoint | undefined = undefined;
  /** How many levels of expressions are open. */
  depth = 0;

  constructor(start: Rule) {
    this.pending = { symbol: start, next: { symbol: tokenRule("EOF"), next: undefined } };
    this.settle();
  }

  /** Whether a token of this kind can come next. */
  accepts(kind: string): boolean {
    for (let at = this.pending; at !== undefined; at = at.next) {
      if (at.outer !== undefined) continue;
      if (at.symbol.first.has(kind)) return true;
      if (!at.symbol.nullable) return false;
    }
    return false;
  }

  /** All kinds of tokens that can come next. */
  expected(from: Pending | undefined = this.pending): ReadonlySet<string> {
    const kinds = new Set<string>();
    for (let at = from; at !== undefined; at = at.next) {
      if (at.outer !== undefined) continue;
      for (const kind of at.symbol.first) kinds.add(kind);
      if (!at.symbol.nullable) break;
    }
    return kinds;
  }

  /** Takes a token that {@link accepts} allows; gives the rules with several alternatives that begin with it. */
  shift(kind: string): readonly Rule[] {
    const begun: Rule[] = [];
    for (;;) {
      this.settle();
      const { symbol, next, outer } = this.pending as Pending;
      if (outer !== undefined) this.close(outer, next);
      else if (symbol.alternatives.length === 0) {
        this.pending = next;
        this.settle();
        return begun;
      } else {
        begun.push(symbol);
        this.expand(symbol, next, kind);
      }
    }
  }

  /**
   * Ends the rules that a token ends somewhere, though not here: the parser of the reference sees only then that the
   * token cannot stand. What was expected and where to go on is told from there.
   */
  closeBefore(kind: string): void {
    for (let top = this.pending; top !== undefined; top = this.pending) {
      if (!top.symbol.follow.has(kind)) return;
      if (top.outer !== undefined) this.close(top.outer, top.next);
      else if (top.symbol.flags.includes("o")) this.pending = top.next;
      else return;
    }
  }

  /** Whether a token of this kind ends the rule at whose end the parser is, though it may be the wrong end. */
  closes(kind: string): boolean {
    return this.pending?.outer !== undefined && this.pending.symbol.follow.has(kind);
  }

  /** The innermost place to go on at, for every kind of token that can follow there. */
  exits(): ReadonlyMap<string, Checkpoint> {
    const exits = new Map<string, Checkpoint>();
    for (let place = this.checkpoints; place !== undefined; place = place.next) {
      for (const kind of this.expected(place.pending)) if (!exits.has(kind)) exits.set(kind, place);
    }
    return exits;
  }

  /** Goes on behind what was faulty. */
  leave(place: Checkpoint): void {
    this.close({ checkpoints: place, depth: place.depth }, place.pending);
    this.settle();
  }

  /** Gives up all but the outermost place to recover at: the policy. */
  leaveExpressions(): void {
    while (this.checkpoints?.next !== undefined) this.checkpoints = this.checkpoints.next;
  }

  /** Works off what needs no token; rules end only when the next token is known. */
  private settle(): void {
    for (let top = this.pending; top !== undefined; top = this.pending) {
      const { symbol, next, outer } = top;
      if (symbol.mark !== undefined) {
        this.mark(symbol.mark, next?.next);
        this.pending = next;
      } else if (outer === undefined && symbol.alternatives.length === 1) this.expand(symbol, next, "");
      else return;
    }
  }

  private close({ checkpoints, depth }: State, next: Pending | undefined): void {
    this.checkpoints = checkpoints;
    this.depth = depth;
    this.pending = next;
  }

  private mark(symbol: Rule, next: Pending | undefined): void {
    // The next item of a list is the same place.
    const around = symbol.flags.startsWith("o") ? undefined : this.checkpoints;
    if (around?.pending.symbol === symbol && around.pending.next === next) return;
    this.checkpoints = { pending: { symbol, next }, depth: this.depth, next: around };
  }

  private expand(symbol: Rule, next: Pending | undefined, kind: string): void {
    const { flags, alternatives } = symbol;
    let pending = next;
    if (flags.includes("c")) {
      pending = { symbol, next, outer: { checkpoints: this.checkpoints, depth: this.depth } };
    }
    if (flags.includes("n")) this.depth++;
    const begins = (alternative: readonly Rule[]): boolean => {
      const decisive = alternative.find(({ first, nullable }) => first.has(kind) || !nullable);
      return decisive?.first.has(kind) ?? false;
    };
    const chosen = alternatives.find(begins) ?? alternatives.at(-1) ?? [];
    this.pending = chosen.reduceRight<Pending | undefined>((behind, each) => ({ symbol: each, next: behind }), pending);
  }
}
