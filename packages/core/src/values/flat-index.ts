import { equalFlat } from "./equal.ts";
import { SortedLongs } from "./sorted-longs.ts";
import type { ExtensionValue, FlatValue, Value } from "./value.ts";

/** A growing collection of different flat values that can be asked for one. */
export interface FlatIndex {
  /** Takes the value in; false if an equal one was there. */
  add(value: FlatValue): boolean;
  has(value: FlatValue): boolean;
}

/** Looks at each value in turn: for a few of them quicker than hashing, and smaller. */
export class ScannedIndex implements FlatIndex {
  readonly #values: FlatValue[] = [];

  add(value: FlatValue): boolean {
    if (this.has(value)) return false;
    this.#values.push(value);
    return true;
  }

  has(value: FlatValue): boolean {
    for (const candidate of this.#values) if (equalFlat(candidate, value)) return true;
    return false;
  }
}

/**
 * Hashes, by means of JavaScript's own collections of strings, whose hashes have a secret so that nobody can choose
 * texts that collide.
 */
export class HashedIndex implements FlatIndex {
  readonly #longs: SortedLongs;
  readonly #plain: Set<string | boolean> = new Set();
  readonly #uids: Map<string, Set<string>> = new Map();
  readonly #extensions: Set<string> = new Set();

  /** An empty index for some of these values, the only ones that may be added. */
  constructor(values: readonly Value[]) {
    this.#longs = new SortedLongs(values.filter((value) => typeof value === "number" || typeof value === "bigint"));
  }

  add(value: FlatValue): boolean {
    if (typeof value === "number" || typeof value === "bigint") return this.#longs.meet(value);
    if (typeof value !== "object") return grows(this.#plain, value);
    if (value.kind !== "entity") return grows(this.#extensions, extensionKey(value));
    const ids = this.#uids.get(value.type);
    if (ids !== undefined) return grows(ids, value.id);
    this.#uids.set(value.type, new Set([value.id]));
    return true;
  }

  has(value: FlatValue): boolean {
    if (typeof value === "number" || typeof value === "bigint") return this.#longs.has(value);
    if (typeof value !== "object") return this.#plain.has(value);
    if (value.kind !== "entity") return this.#extensions.has(extensionKey(value));
    return this.#uids.get(value.type)?.has(value.id) ?? false;
  }
}

function grows<T>(set: Set<T>, value: T): boolean {
  const before = set.size;
  return set.add(value).size > before;
}

/** A text that two extension values share exactly if they are equal. */
function extensionKey(value: ExtensionValue): string {
  switch (value.kind) {
    case "decimal":
      return `decimal ${value.value}`;
    case "datetime":
    case "duration":
      return `${value.kind} ${value.milliseconds}`;
    case "ip":
      return `ip ${value.words.join(" ")} / ${value.prefix}`;
  }
}
