import type { Mutant } from "./mutant.ts";

/**
 * Chooses the same number of mutants from every area, the same ones for the same seed.
 *
 * @param mutants all that there are
 * @param count how many are wanted in all
 * @param seed a 32-bit integer
 */
export function chooseMutants(mutants: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const areas = [...new Set(mutants.map(({ area }) => area))].sort();
  const below = seeded(seed);
  return areas.flatMap((area, index) => {
    const share = Math.floor((count * (index + 1)) / areas.length) - Math.floor((count * index) / areas.length);
    return shuffled(
      mutants.filter((mutant) => mutant.area === area),
      below,
    ).slice(0, share);
  });
}

function shuffled<T>(items: readonly T[], below: (bound: number) => number): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(below(rest.length), 1));
}

/** The mulberry32 generator. */
function seeded(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
}
