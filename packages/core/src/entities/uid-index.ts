import type { EntityUid } from "../values/entity-uid.ts";

/** A map by entity uid: first by type, then by id, since joining both to one key would cost more than the look-up. */
export class UidIndex<T> {
  readonly #types: Map<string, Map<string, T>> = new Map();
  #size = 0;

  /** The number of uids in it. */
  get size(): number {
    return this.#size;
  }

  get(uid: EntityUid): T | undefined {
    return this.#types.get(uid.type)?.get(uid.id);
  }

  /** Sets the value of this uid; always gives true. */
  set(uid: EntityUid, value: T): true {
    let ids = this.#types.get(uid.type);
    if (ids === undefined) {
      ids = new Map();
      this.#types.set(uid.type, ids);
    }
    const before = ids.size;
    ids.set(uid.id, value);
    this.#size += ids.size - before;
    return true;
  }

  delete(uid: EntityUid): void {
    const ids = this.#types.get(uid.type);
    if (ids?.delete(uid.id)) this.#size -= 1;
    if (ids?.size === 0) this.#types.delete(uid.type);
  }

  *values(): IterableIterator<T> {
    for (const ids of this.#types.values()) yield* ids.values();
  }
}
