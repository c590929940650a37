/** Choices that belong together, as those of one item of a list. */
export interface Group {
  /** The number of choices before the group. */
  readonly start: number;
  /** The number of choices before the end of the group. */
  readonly end: number;
  /** Where the choice stands that says how many such items there are; -1 if none does. */
  readonly counter: number;
}

/** The most choices that one generation may take; what is chosen behind them is always the simplest. */
const mostChoices = 1 << 16;

/**
 * Where a generator's decisions come from: small whole numbers, of which 0 always means the simplest. Everything that a
 * generator makes is a function of them, so that the numbers that were taken say all about it: they can be kept as
 * bytes, replayed, shortened to find a simpler case, or changed to find a similar one.
 */
export class Choices {
  readonly #source: (bound: number) => number;
  #taken: Uint8Array = new Uint8Array(256);
  #length = 0;
  readonly #groups: Group[] = [];

  private constructor(source: (bound: number) => number) {
    this.#source = source;
  }

  /** Choices that look random; equal seeds, which are whole numbers, give equal choices. */
  static random(seed: number): Choices {
    let state = seed | 0;
    return new Choices((bound) => {
      // Mulberry32: quick, and good enough for choosing.
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * bound);
    });
  }

  /** The choices that these bytes say, whatever they are; the simplest ones once they are used up. */
  static replay(bytes: Uint8Array): Choices {
    let next = 0;
    return new Choices((bound) => {
      const byte = bytes[next] ?? 0;
      next += 1;
      return byte % bound;
    });
  }

  /** Choices made by `source`, which gives whole numbers from 0 to below its argument. */
  static from(source: (bound: number) => number): Choices {
    return new Choices(source);
  }

  /** The choices that were made so far, for {@link Choices.replay}. */
  taken(): Uint8Array {
    return this.#taken.slice(0, this.#length);
  }

  /** How many choices were made so far. */
  get count(): number {
    return this.#length;
  }

  /** A whole number from 0 to below `bound`, which is at most 256. */
  below(bound: number): number {
    if (this.#length >= mostChoices) return 0;
    if (this.#length === this.#taken.length) {
      const longer = new Uint8Array(this.#length * 2);
      longer.set(this.#taken);
      this.#taken = longer;
    }
    const chosen = this.#source(bound);
    this.#taken[this.#length] = chosen;
    this.#length += 1;
    return chosen;
  }

  /** Yes in so many percent of all cases; no is simpler. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** One of the items, of which there is at least one; the first is the simplest. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(Math.min(items.length, 256))] as T;
  }

  /** One of the items by weight; weights are whole numbers that sum to at most 256. The first is the simplest. */
  weighted<T>(items: Weighted<T>): T {
    let at = this.below(items.total);
    for (const [weight, item] of items.entries) {
      if (at < weight) return item;
      at -= weight;
    }
    throw new RangeError("the weights do not sum to their total");
  }

  /** From `least` to `most` things, each made by `make`. */
  list<T>(least: number, most: number, make: (index: number) => T): T[] {
    const counter = this.#length;
    const length = least + this.below(most - least + 1);
    return Array.from({ length }, (_, index) => this.group(() => make(index), counter));
  }

  /**
   * What `make` makes, noting that its choices belong together, so that shrinking can take out all of them at once, or put a
   * smaller group in the place of one that it is part of.
   */
  group<T>(make: () => T, counter = -1): T {
    const start = this.#length;
    const made = make();
    if (this.#length > start) this.#groups.push({ start, end: this.#length, counter });
    return made;
  }

  /** The groups so far, inner ones before those that they are part of. */
  groups(): readonly Group[] {
    return this.#groups;
  }
}

/** Items with their weights. */
export interface Weighted<T> {
  readonly total: number;
  readonly entries: readonly (readonly [weight: number, item: T])[];
}

/** Items with their weights, for {@link Choices.weighted}. */
export function weights<T>(entries: readonly (readonly [weight: number, item: T])[]): Weighted<T> {
  return { total: entries.reduce((sum, [weight]) => sum + weight, 0), entries };
}
