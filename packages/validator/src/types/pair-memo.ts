/** Remembers what was found out about pairs of objects. */
export class PairMemo<T> {
  readonly #found = new Map<object, Map<object, T>>();

  /** What is known about this pair, or else what `find` finds. */
  get(a: object, b: object, find: () => T): T {
    let row = this.#found.get(a);
    if (row === undefined) {
      row = new Map();
      this.#found.set(a, row);
    }
    const known = row.get(b);
    if (known !== undefined) return known;
    const found = find();
    row.set(b, found);
    return found;
  }
}
