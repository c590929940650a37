/** A seeded source of choices: the same seed gives the same choices on every machine. */
export interface Random {
  /** An integer from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
}

/** Makes a source of choices from a 32-bit seed (the mulberry32 generator). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
