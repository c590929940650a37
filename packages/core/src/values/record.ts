import { compareStrings } from "../text/compare-strings.ts";
import { givenValues, noValues } from "./given-value.ts";
import type { Value } from "./value.ts";

/**
 * A Cedar record. Keys are any strings, also such as `__proto__`. Immutable.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#record
 */
export interface RecordValue {
  readonly kind: "record";
  /** The attributes in the order in which they were given. */
  readonly entries: ReadonlyMap<string, Value>;
  /** The keys in Cedar's order, that of code points. */
  sortedKeys(): readonly string[];
}

class MapRecord implements RecordValue {
  readonly kind = "record";
  readonly entries: ReadonlyMap<string, Value>;
  #keys: readonly string[] | undefined = undefined;

  constructor(entries: ReadonlyMap<string, Value>) {
    this.entries = entries;
  }

  sortedKeys(): readonly string[] {
    this.#keys ??= [...this.entries.keys()].sort(compareStrings);
    return this.#keys;
  }
}

/**
 * The record with these attributes, which are copied. Of several with the same key the last one counts. Longs need not
 * be in canonical form. Throws a `TypeError` for what is no Cedar value.
 */
export function recordOf(entries: Iterable<readonly [string, Value]>): RecordValue {
  return new MapRecord(givenValues(entries));
}

/** The record of these attributes, which must be fresh and canonical: whoever made them keeps nothing of them. */
export function ownRecord(entries: ReadonlyMap<string, Value>): RecordValue {
  return new MapRecord(entries.size === 0 ? noValues : entries);
}

/** The record without attributes. */
export const emptyRecord: RecordValue = recordOf([]);
