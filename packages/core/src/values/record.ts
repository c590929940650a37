import { compareStrings } from "@deodar/diagnostics";
import { givenValues } from "./given-value.ts";
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

/** A record that was read from data. Most are only carried along, so the map is made when it is first asked for. */
class ListedRecord implements RecordValue {
  readonly kind = "record";
  private readonly names: readonly string[];
  private readonly values: readonly Value[];
  #entries: ReadonlyMap<string, Value> | undefined = undefined;
  #keys: readonly string[] | undefined = undefined;

  constructor(names: readonly string[], values: readonly Value[]) {
    this.names = names;
    this.values = values;
  }

  get entries(): ReadonlyMap<string, Value> {
    this.#entries ??= new Map(this.names.map((name, place) => [name, this.values[place] as Value]));
    return this.#entries;
  }

  sortedKeys(): readonly string[] {
    this.#keys ??= [...this.names].sort(compareStrings);
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

/** The record of these names, each once, and values in canonical form. Whoever made the lists keeps nothing of them. */
export function ownRecord(names: readonly string[], values: readonly Value[]): RecordValue {
  return names.length === 0 ? emptyRecord : new ListedRecord(names, values);
}

/** The record without attributes. */
export const emptyRecord: RecordValue = recordOf([]);
