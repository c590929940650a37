/** How many words of 32 bits a set may take up in any case, and how many for each of its numbers. */
const fewWords = 8;
const wordsPerNumber = 2;

/** Up to this many numbers are looked through if they lie too far apart for bits. */
const scanLimit = 12;

/**
 * An immutable set of numbers that are not negative: bits where the numbers lie close together, else a short list or a
 * hashed set, so that its size is in proportion to theirs.
 */
export class NumberSet {
  readonly size: number;
  readonly #least: number;
  readonly #bits: readonly number[] | undefined;
  readonly #list: readonly number[];
  readonly #hashed: ReadonlySet<number> | undefined;

  /** @param numbers each once; the set keeps the list */
  constructor(numbers: readonly number[]) {
    let least = Infinity;
    let greatest = -1;
    for (const number of numbers) {
      if (number < least) least = number;
      if (number > greatest) greatest = number;
    }
    const words = numbers.length === 0 ? 0 : ((greatest - least) >>> 5) + 1;
    const asBits = words <= Math.max(fewWords, wordsPerNumber * numbers.length);
    this.size = numbers.length;
    this.#least = least;
    this.#bits = asBits ? bitsOf(numbers, least, words) : undefined;
    this.#list = asBits || numbers.length > scanLimit ? none : numbers;
    this.#hashed = asBits || numbers.length <= scanLimit ? undefined : new Set(numbers);
  }

  has(number: number): boolean {
    if (this.#bits !== undefined) {
      const place = number - this.#least;
      const word = place >>> 5;
      return word < this.#bits.length && ((this.#bits[word] as number) & (1 << (place & 31))) !== 0;
    }
    if (this.#hashed !== undefined) return this.#hashed.has(number);
    for (const each of this.#list) if (each === number) return true;
    return false;
  }

  /** Visits each number once. */
  forEach(visit: (number: number) => void): void {
    if (this.#bits !== undefined) forEachBit(this.#bits, this.#least, visit);
    else if (this.#hashed !== undefined) for (const number of this.#hashed) visit(number);
    else for (const number of this.#list) visit(number);
  }
}

const none: readonly number[] = [];

/** The set without numbers. */
export const emptyNumberSet: NumberSet = new NumberSet(none);

function bitsOf(numbers: readonly number[], least: number, words: number): readonly number[] {
  const bits: number[] = new Array<number>(words).fill(0);
  for (const number of numbers) {
    const place = number - least;
    bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
  }
  return bits;
}

function forEachBit(bits: readonly number[], least: number, visit: (number: number) => void): void {
  for (const [word, value] of bits.entries()) {
    for (let rest = value; rest !== 0; rest &= rest - 1) visit(least + 32 * word + 31 - Math.clz32(rest & -rest));
  }
}
