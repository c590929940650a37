import type { EntityUid } from "../values/entity-uid.ts";
import { LastingMap } from "./lasting-map.ts";

/** A map by entity uid: first by type, then by id, since joining both to one key would cost more than the look-up. */
export class UidIndex<T> {
  readonly #types: Map<string, LastingMap<T>> = new Map();
  // The types looked up last in two roles, since requests have principals of one type and resources of another.
  #typeOfOne: string | undefined = undefined;
  #idsOfOne: LastingMap<T> | undefined = undefined;
  #typeOfOther: string | undefined = undefined;
  #idsOfOther: LastingMap<T> | undefined = undefined;

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

  /** The values of all uids of this type, by id. */
  idsOf(type: string): LastingMap<T> {
    let ids = this.#types.get(type);
    if (ids === undefined) {
      ids = new LastingMap();
      this.#types.set(type, ids);
    }
    return ids;
  }

  /** Sets the value of this uid; always gives true. */
  set({ type, id }: EntityUid, value: T): true {
    this.idsOf(type).set(id, value);
    return true;
  }

  delete(uid: EntityUid): void {
    const ids = this.#types.get(uid.type);
    if (ids?.delete(uid.id) !== true || ids.size > 0) return;
    this.#types.delete(uid.type);
    this.#typeOfOne = undefined;
    this.#typeOfOther = undefined;
  }

  *values(): IterableIterator<T> {
    for (const ids of this.#types.values()) yield* ids.values();
  }
}
