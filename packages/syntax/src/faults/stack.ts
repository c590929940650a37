import { type First, firstSets, followSets } from "./first-sets.ts";
import { closedRules, nestingRules, optionalRules, productions } from "./productions.ts";

/** What is still to come, next first. Shared between a stack and the places to recover at, hence never changed. */
export interface Pending {
  readonly symbol: string;
  readonly next: Pending | undefined;
  /** For the end of a rule: which, and the state to go back to. */
  readonly outer: State | undefined;
}

/** A place where something faulty may be passed over: what comes behind it, and the places around it. */
export interface Checkpoint {
  readonly pending: Pending | undefined;
  readonly depth: number;
  readonly next: Checkpoint | undefined;
}

interface State {
  readonly rule: string;
  readonly checkpoints: Checkpoint | undefined;
  readonly depth: number;
}

/** The end of a rule, which drops the places to recover at that are inside of it. */
const end = "end";

/** A predictive parser that keeps its stack in a list: it needs no recursion, whatever the nesting. */
export class ParserStack {
  private pending: Pending | undefined;
  private checkpoints: Checkpoint | undefined = undefined;
  private readonly first: ReadonlyMap<string, First> = firstSets();
  private readonly follow: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many levels of expressions are open. */
  depth = 0;

  constructor(rule: string) {
    this.follow = followSets(rule, this.first);
    this.pending = { symbol: rule, next: { symbol: "EOF", next: undefined, outer: undefined }, outer: undefined };
    this.settle();
  }

  /** Whether a token of this kind can come next. */
  accepts(kind: string): boolean {
    return this.canFollow(this.pending, kind);
  }

  /** All kinds of tokens that can come next. */
  expected(): ReadonlySet<string> {
    return this.kindsAt(this.pending);
  }

  /** Takes a token that {@link accepts} allows. */
  shift(kind: string): void {
    for (;;) {
      this.settle();
      const { symbol, next, outer } = this.pending as Pending;
      if (outer !== undefined) {
        this.close(outer);
        this.pending = next;
        continue;
      }
      if (symbol === kind) {
        this.pending = next;
        this.settle();
        return;
      }
      this.expand(symbol, next, kind);
    }
  }

  /**
   * Ends the rules that a token ends somewhere, though not here: the parser of the reference sees only then that the
   * token cannot stand. What was expected and where to go on is told from there.
   */
  closeBefore(kind: string): void {
    for (let top = this.pending; top !== undefined; top = this.pending) {
      if (top.outer !== undefined) {
        if (!this.follow.get(top.outer.rule)?.has(kind)) return;
        this.close(top.outer);
      } else if (!optionalRules.has(top.symbol) || !this.follow.get(top.symbol)?.has(kind)) return;
      this.pending = top.next;
    }
  }

  /** Whether a token of this kind ends the rule at whose end the parser is, though it may be the wrong end. */
  closes(kind: string): boolean {
    const rule = this.pending?.outer?.rule;
    return rule !== undefined && (this.follow.get(rule)?.has(kind) ?? false);
  }

  /** The innermost place to go on at, for every kind of token that can follow there. */
  exits(): ReadonlyMap<string, Checkpoint> {
    const exits = new Map<string, Checkpoint>();
    for (let place = this.checkpoints; place !== undefined; place = place.next) {
      for (const kind of this.kindsAt(place.pending)) if (!exits.has(kind)) exits.set(kind, place);
    }
    return exits;
  }

  /** Goes on behind what was faulty. */
  leave(place: Checkpoint): void {
    this.pending = place.pending;
    this.checkpoints = place;
    this.depth = place.depth;
    this.settle();
  }

  /** Gives up all but the outermost place to recover at: the policy. */
  leaveExpressions(): void {
    while (this.checkpoints?.next !== undefined) this.checkpoints = this.checkpoints.next;
  }

  private canFollow(from: Pending | undefined, kind: string): boolean {
    for (let at = from; at !== undefined; at = at.next) {
      if (at.symbol === end || at.symbol.startsWith("!")) continue;
      const first = this.first.get(at.symbol);
      if (first === undefined) return at.symbol === kind;
      if (first.kinds.has(kind)) return true;
      if (!first.nullable) return false;
    }
    return false;
  }

  private kindsAt(from: Pending | undefined): Set<string> {
    const kinds = new Set<string>();
    for (let at = from; at !== undefined; at = at.next) {
      if (at.symbol === end || at.symbol.startsWith("!")) continue;
      const first = this.first.get(at.symbol);
      if (first === undefined) {
        kinds.add(at.symbol);
        break;
      }
      for (const kind of first.kinds) kinds.add(kind);
      if (!first.nullable) break;
    }
    return kinds;
  }

  /** Works off what needs no token; rules end only when the next token is known. */
  private settle(): void {
    for (let top = this.pending; top !== undefined; top = this.pending) {
      if (top.symbol.startsWith("!")) {
        this.mark(top.symbol.substring(1), top.next?.next);
        this.pending = top.next;
      } else if (productions[top.symbol]?.length === 1) this.expand(top.symbol, top.next, undefined);
      else return;
    }
  }

  private close(outer: State): void {
    this.checkpoints = outer.checkpoints;
    this.depth = outer.depth;
  }

  private mark(symbol: string, next: Pending | undefined): void {
    // A new policy makes the places in the ones before it unreachable; the next item of a list is the same place.
    const around = symbol === "AfterPolicy" ? undefined : this.checkpoints;
    if (around?.pending?.symbol === symbol && around.pending.next === next) return;
    this.checkpoints = { pending: { symbol, next, outer: undefined }, depth: this.depth, next: around };
  }

  private expand(rule: string, next: Pending | undefined, kind: string | undefined): void {
    const alternative = this.choose(rule, kind);
    let pending: Pending | undefined = next;
    if (closedRules.has(rule)) {
      pending = { symbol: end, next, outer: { rule, checkpoints: this.checkpoints, depth: this.depth } };
    }
    if (nestingRules.has(rule)) this.depth++;
    for (let index = alternative.length - 1; index >= 0; index--) {
      pending = { symbol: alternative[index] as string, next: pending, outer: undefined };
    }
    this.pending = pending;
  }

  private choose(rule: string, kind: string | undefined): readonly string[] {
    const alternatives = productions[rule] as readonly (readonly string[])[];
    for (const alternative of alternatives) {
      if (kind === undefined) return alternative;
      for (const symbol of alternative) {
        if (symbol === kind) return alternative;
        const first = this.first.get(symbol);
        if (first?.kinds.has(kind)) return alternative;
        if (symbol.startsWith("!") || first?.nullable) continue;
        break;
      }
    }
    return alternatives.at(-1) as readonly string[];
  }
}
