import { compareNested, compareValues } from "./compare.ts";
import { type FlatIndex, HashedIndex, ScannedIndex } from "./flat-index.ts";
import { givenValue } from "./given-value.ts";
import { isNested, type NestedValue, type Value } from "./value.ts";

/**
 * A Cedar set: no element twice, order of no account. Elements may be of different types. Immutable.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#set
 */
export interface SetValue {
  readonly kind: "set";
  /** The elements, each once, in the order of their first occurrence. */
  readonly elements: readonly Value[];
  /** The elements that are sets or records, in the order of `compareValues`. */
  readonly nested: readonly NestedValue[];
  /** The number of elements. */
  readonly size: number;
  /** Whether an equal value is an element: in constant time, or log n for Longs, sets and records. */
  has(value: Value): boolean;
  /** The elements in the order of `compareValues`. */
  sorted(): readonly Value[];
}

/** Up to this many flat elements are looked through instead of hashed. */
const scanLimit = 8;

/** An empty index that some of these values can be added to. */
function flatIndexFor(values: readonly Value[]): FlatIndex {
  return values.length <= scanLimit ? new ScannedIndex() : new HashedIndex(values);
}

/** A set without sets and records in it. */
class FlatSet implements SetValue {
  readonly kind = "set";
  readonly elements: readonly Value[];
  readonly nested: readonly NestedValue[] = noNested;
  readonly size: number;
  readonly #index: FlatIndex;
  #sorted: readonly Value[] | undefined = undefined;

  constructor(values: readonly Value[]) {
    const index = flatIndexFor(values);
    this.elements = values.filter((value) => !isNested(value) && index.add(value));
    this.size = this.elements.length;
    this.#index = index;
  }

  has(value: Value): boolean {
    return !isNested(value) && this.#index.has(value);
  }

  sorted(): readonly Value[] {
    this.#sorted ??= [...this.elements].sort(compareValues);
    return this.#sorted;
  }
}

const noNested: readonly NestedValue[] = [];

/**
 * A set with sets and records in it. These are sorted instead of hashed: two of them are told apart at their first
 * difference, so that no nesting and no choice of values, however hostile, makes the work quadratic or copies text. Of a set
 * that was read from data it is done when the set is first asked for anything: most such sets are only carried along.
 */
class DeepSet implements SetValue {
  readonly kind = "set";
  private readonly given: readonly Value[];
  #parts: Parts | undefined;
  #sorted: readonly Value[] | undefined = undefined;

  constructor(values: readonly Value[], parts: Parts | undefined) {
    this.given = values;
    this.#parts = parts;
  }

  get elements(): readonly Value[] {
    return this.#tellApart().elements;
  }

  get nested(): readonly NestedValue[] {
    return this.#tellApart().nested;
  }

  get size(): number {
    return this.#tellApart().elements.length;
  }

  has(value: Value): boolean {
    const { flat, nested } = this.#tellApart();
    return isNested(value) ? hasNested(nested, value) : flat.has(value);
  }

  sorted(): readonly Value[] {
    this.#sorted ??= [...this.elements].sort(compareValues);
    return this.#sorted;
  }

  #tellApart(): Parts {
    this.#parts ??= tellApart(this.given);
    return this.#parts;
  }
}

/** The elements of a set; those that are sets and records, sorted; and an index of the others. */
interface Parts {
  readonly elements: readonly Value[];
  readonly nested: readonly NestedValue[];
  readonly flat: FlatIndex;
}

function tellApart(values: readonly Value[]): Parts {
  const nested: NestedValue[] = [];
  const first = new Set<number>();
  const all: { value: NestedValue; index: number }[] = [];
  for (const [index, value] of values.entries()) if (isNested(value)) all.push({ value, index });
  // Sorting is stable, so the first of equal ones is the one that occurs first.
  for (const { value, index } of all.sort((a, b) => compareNested(a.value, b.value))) {
    const last = nested.at(-1);
    if (last !== undefined && compareNested(last, value) === 0) continue;
    nested.push(value);
    first.add(index);
  }
  const flat = flatIndexFor(values);
  const elements = values.filter((value, index) => (isNested(value) ? first.has(index) : flat.add(value)));
  return { elements, nested, flat };
}

function hasNested(sorted: readonly NestedValue[], value: NestedValue): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareNested(sorted[middle] as NestedValue, value);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

/**
 * The set of these values, which are copied. Longs need not be in canonical form. Throws a `TypeError` for what is no
 * Cedar value. Takes linear time, and n log n for Longs, sets and records.
 */
export function setOf(values: Iterable<Value>): SetValue {
  const given = Array.from(values, givenValue);
  // Without delay: values that are computed may be nested deeper than the stack, one inside the other.
  if (!given.some(isNested)) return new FlatSet(given);
  const parts = tellApart(given);
  return new DeepSet(parts.elements, parts);
}

/**
 * The set of these values, which are in canonical form and not nested deeply. Whoever made the list keeps nothing of it.
 */
export function ownSet(values: readonly Value[]): SetValue {
  return values.some(isNested) ? new DeepSet(values, undefined) : new FlatSet(values);
}

/** The set without elements. */
export const emptySet: SetValue = setOf([]);

/** Whether every element of `other` is one of `set`: Cedar's `set.containsAll(other)`. */
export function containsAll(set: SetValue, other: SetValue): boolean {
  if (set === other) return true;
  return other.size <= set.size && other.elements.every((element) => set.has(element));
}

/** Whether some element of `other` is one of `set`: Cedar's `set.containsAny(other)`. */
export function containsAny(set: SetValue, other: SetValue): boolean {
  const [few, many] = other.size <= set.size ? [other, set] : [set, other];
  return few.elements.some((element) => many.has(element));
}
