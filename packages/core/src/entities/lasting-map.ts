/** With fewer keys than this gone, the map stays as it is. */
const fewGone = 32;

/**
 * A map by text whose keys may go and come again any number of times. In a `Map`, each deletion leaves a hole where the
 * key was looked for, until the whole map is copied: a key of a large map that goes and comes again and again would take
 * ever longer to find. Here a key that went keeps its place, without a value.
 *
 * The order is that in which the keys came, but for those that went: these may come again at their old place.
 */
export class LastingMap<V> {
  #values: Map<string, V | undefined> = new Map();
  #gone = 0;

  /** How many keys have a value. */
  get size(): number {
    return this.#values.size - this.#gone;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  /** Sets the value of a key, and says whether the key had gone and comes again at its old place. */
  set(key: string, value: V): boolean {
    const comesAgain = this.#gone > 0 && this.#values.get(key) === undefined && this.#values.has(key);
    if (comesAgain) this.#gone -= 1;
    this.#values.set(key, value);
    return comesAgain;
  }

  /** Takes the value of a key away; false if there is none. */
  delete(key: string): boolean {
    if (this.#values.get(key) === undefined) return false;
    this.#values.set(key, undefined);
    this.#gone += 1;
    if (this.#gone >= fewGone && this.#gone > this.size) {
      this.#values = new Map(this.entries());
      this.#gone = 0;
    }
    return true;
  }

  /** The keys that have a value, with their values. */
  *entries(): Generator<[string, V], void, undefined> {
    const values = this.#values;
    for (const [key, value] of values) {
      // Whoever takes the entries may meanwhile have taken so many away that there is another map now.
      const current = values === this.#values ? value : this.#values.get(key);
      if (current !== undefined) yield [key, current];
    }
  }

  /** The values. */
  *values(): Generator<V, void, undefined> {
    for (const [, value] of this.entries()) yield value;
  }
}
