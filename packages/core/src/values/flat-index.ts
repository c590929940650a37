import { equalFlat } from "./equal.ts";
import type { ExtensionValue, FlatValue } from "./value.ts";

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

/** Hashes, by means of JavaScript's own collections, whose hashes are seeded where it matters. */
export class HashedIndex implements FlatIndex {
  /** Booleans, Longs and strings; `1` and `"1"` are different to a `Set`, and equal bigints are the same. */
  readonly #plain: Set<FlatValue> = new Set();
  readonly #uids: Map<string, Set<string>> = new Map();
  readonly #extensions: Set<string> = new Set();

  add(value: FlatValue): boolean {
    if (typeof value !== "object") return grows(this.#plain, value);
    if (value.kind !== "entity") return grows(this.#extensions, extensionKey(value));
    const ids = this.#uids.get(value.type);
    if (ids !== undefined) return grows(ids, value.id);
    this.#uids.set(value.type, new Set([value.id]));
    return true;
  }

  has(value: FlatValue): boolean {
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
