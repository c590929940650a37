/** The branches of the engine that were taken, as instrumented code notes them. */
export class Hits {
  readonly #hits: Uint8Array;
  readonly #seen: Uint8Array;

  /** @param hits where instrumented code notes them */
  constructor(hits: Uint8Array) {
    this.#hits = hits;
    this.#seen = hits.slice();
  }

  /** The branches that `action` takes and that have not been taken before. */
  newOf(action: () => void): readonly number[] {
    this.#hits.fill(0);
    action();
    const found: number[] = [];
    for (let id = 0; id < this.#hits.length; id++) if (this.#hits[id] === 1 && this.#seen[id] === 0) found.push(id);
    return found;
  }

  /** Whether `action` takes all of these. */
  takesAll(branches: readonly number[], action: () => void): boolean {
    this.#hits.fill(0);
    action();
    return branches.every((id) => this.#hits[id] === 1);
  }

  /** From now on, these are not new. */
  add(branches: readonly number[]): void {
    for (const id of branches) this.#seen[id] = 1;
  }

  /** Whether each branch has been taken. */
  get seen(): Uint8Array {
    return this.#seen.slice();
  }
}
