/** Repeatable pseudo-random choices for tables of generated cases. */
export interface Random {
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number;
  /** One of these. */
  pick<T>(choices: readonly T[]): T;
}

/** A generator with this seed (the "mulberry32" recurrence). */
export function random(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new RangeError("nothing to pick from");
      return choice;
    },
  };
}

/** The text after up to `edits` random changes: a character removed, doubled, replaced or put in. */
export function damage(text: string, alphabet: readonly string[], edits: number, source: Random): string {
  let damaged = text;
  for (let count = source.below(edits + 1); count > 0; count -= 1) {
    const at = source.below(damaged.length + 1);
    const rest = damaged.slice(at);
    const replacement = [
      rest.slice(1),
      rest.slice(0, 1) + rest,
      source.pick(alphabet) + rest.slice(1),
      source.pick(alphabet) + rest,
    ];
    damaged = damaged.slice(0, at) + source.pick(replacement);
  }
  return damaged;
}
