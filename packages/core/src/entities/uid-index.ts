import type { EntityUid } from "../values/entity-uid.ts";
import { LastingMap } from "./lasting-map.ts";

/** A map by entity uid: first by type, then by id, since joining both to one key would cost more than the look-up. */
export class UidIndex<T> {
  readonly #types: Map<string, LastingMap<T>> = new Map();
  #size = 0;
  // The types looked up last in two roles, since requests have principals of one type and resources of another.
  #typeOfOne: string | undefined = undefined;
  #idsOfOne: LastingMap<T> | undefined = undefined;
  #typeOfOther: string | undefined = undefined;
  #idsOfOther: LastingMap<T> | undefined = undefined;

  /** The number of uids in it. */
  get size(): number {
    return this.#size;
  }

  get(uid: EntityUid): T | undefined {
    return this.#types.get(uid.type)?.get(uid.id);
  }

  /** The same, quicker if the last uid that was asked for here had the same type. */
  getOne({ type, id }: EntityUid): T | undefined {
    if (type !== this.#typeOfOne) {
      this.#idsOfOne = this.#types.get(type);
      this.#typeOfOne = this.#idsOfOne === undefined ? undefined : type;
    }
    return this.#idsOfOne?.get(id);
  }

  /** The same, for another sequence of uids. */
  getOther({ type, id }: EntityUid): T | undefined {
    if (type !== this.#typeOfOther) {
      this.#idsOfOther = this.#types.get(type);
      this.#typeOfOther = this.#idsOfOther === undefined ? undefined : type;
    }
    return this.#idsOfOther?.get(id);
  }

  /** Sets the value of this uid; always gives true. */
  set(uid: EntityUid, value: T): true {
    let ids = this.#types.get(uid.type);
    if (ids === undefined) {
      ids = new LastingMap();
      this.#types.set(uid.type, ids);
    }
    const before = ids.size;
    ids.set(uid.id, value);
    this.#size += ids.size - before;
    return true;
  }

  delete(uid: EntityUid): void {
    const ids = this.#types.get(uid.type);
    if (ids?.delete(uid.id) !== true) return;
    this.#size -= 1;
    if (ids.size > 0) return;
    this.#types.delete(uid.type);
    this.#typeOfOne = undefined;
    this.#typeOfOther = undefined;
  }

  *values(): IterableIterator<T> {
    for (const ids of this.#types.values()) yield* ids.values();
  }
}
