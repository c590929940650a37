import { LastingMap } from "@deodar/core/hierarchy";

/** A type and an id: all that the index looks at. */
export interface IndexedUid {
  readonly type: string;
  readonly id: string;
}

/** A map keyed by entity uid, two levels deep: joining type and id into one key would cost more than the lookup. */
export class UidMap<T> {
  readonly #types: Map<string, LastingMap<T>> = new Map();
  #size = 0;
  // The type looked up last; most maps have only one.
  #type: string | undefined = undefined;
  #ids: LastingMap<T> | undefined = undefined;

  /** How many uids have a value. */
  get size(): number {
    return this.#size;
  }

  get(type: string, id: string): T | undefined {
    if (type !== this.#type) {
      this.#ids = this.#types.get(type);
      this.#type = this.#ids === undefined ? undefined : type;
    }
    return this.#ids?.get(id);
  }

  set(uid: IndexedUid, value: T): void {
    let ids = this.#types.get(uid.type);
    if (ids === undefined) {
      ids = new LastingMap();
      this.#types.set(uid.type, ids);
    }
    const before = ids.size;
    ids.set(uid.id, value);
    this.#size += ids.size - before;
  }

  delete(uid: IndexedUid): void {
    const ids = this.#types.get(uid.type);
    if (ids?.delete(uid.id) !== true) return;
    this.#size -= 1;
    if (ids.size > 0) return;
    this.#types.delete(uid.type);
    this.#type = undefined;
  }

  forEach(visit: (type: string, id: string, value: T) => void): void {
    for (const [type, ids] of this.#types) {
      for (const [id, value] of ids.entries()) visit(type, id, value);
    }
  }
}
