import type { Long } from "./long.ts";

/**
 * Longs that can be looked up, sorted rather than hashed: JavaScript engines hash numbers without a secret, so that
 * whoever chooses the numbers can make all of them collide in a `Set` and its building quadratic.
 */
export class SortedLongs {
  readonly #numbers: Float64Array;
  readonly #bigints: BigInt64Array;
  /** Which places have been met, those of the bigints behind those of the numbers. */
  readonly #met: Uint8Array;

  constructor(longs: readonly Long[]) {
    this.#numbers = Float64Array.from(longs.filter((long) => typeof long === "number")).sort();
    this.#bigints = BigInt64Array.from(longs.filter((long) => typeof long === "bigint")).sort();
    this.#met = new Uint8Array(longs.length);
  }

  has(long: Long): boolean {
    return this.#place(long) >= 0;
  }

  /** Whether this Long, which is one of them, is met for the first time. */
  meet(long: Long): boolean {
    const place = this.#place(long);
    const first = this.#met[place] === 0;
    this.#met[place] = 1;
    return first;
  }

  #place(long: Long): number {
    if (typeof long === "number") return firstPlace(this.#numbers, long);
    const place = firstPlace(this.#bigints, long);
    return place < 0 ? place : this.#numbers.length + place;
  }
}

/** Where this number stands first in a sorted list, or -1. */
function firstPlace<T extends Long>(sorted: ArrayLike<T>, long: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as T) < long) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === long ? low : -1;
}
