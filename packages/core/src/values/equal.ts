import { sameUid } from "./entity-uid.ts";
import { type FlatValue, isNested, type NestedValue, type Value } from "./value.ts";

/**
 * Cedar's `==`: structural equality, false between different types. Extension values are equal by what they denote,
 * not by how they were spelled. Takes time linear in the smaller value, and no stack however deep they are.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-operators.html#operator-equality
 */
export function equalValues(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (isNested(a)) return isNested(b) && equalNested(a, b);
  return !isNested(b) && equalFlat(a, b);
}

/** Equality of values that hold no further ones. */
export function equalFlat(a: FlatValue, b: FlatValue): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  switch (a.kind) {
    case "entity":
      return b.kind === "entity" && sameUid(a, b);
    case "decimal":
      return b.kind === "decimal" && a.value === b.value;
    case "datetime":
      return b.kind === "datetime" && a.milliseconds === b.milliseconds;
    case "duration":
      return b.kind === "duration" && a.milliseconds === b.milliseconds;
    case "ip":
      return b.kind === "ip" && a.prefix === b.prefix && equalWords(a.words, b.words);
  }
}

function equalWords(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** Pairs still to compare are kept in a list: values may be nested deeper than the call stack. */
function equalNested(a: NestedValue, b: NestedValue): boolean {
  const pending: [NestedValue, NestedValue][] = [[a, b]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    if (!equalLayer(pair[0], pair[1], pending)) return false;
  }
  return true;
}

/** Compares all but the sets and records inside, of which it leaves the pairs in `pending`. */
function equalLayer(a: NestedValue, b: NestedValue, pending: [NestedValue, NestedValue][]): boolean {
  if (a === b) return true;
  if (a.kind === "set") {
    if (b.kind !== "set" || a.size !== b.size || a.nested.length !== b.nested.length) return false;
    for (const element of a.elements) if (!isNested(element) && !b.has(element)) return false;
    for (const [index, element] of a.nested.entries()) pending.push([element, b.nested[index] as NestedValue]);
    return true;
  }
  if (b.kind !== "record" || a.entries.size !== b.entries.size) return false;
  for (const [key, left] of a.entries) {
    const right = b.entries.get(key);
    if (right === undefined) return false;
    if (isNested(left) && isNested(right)) pending.push([left, right]);
    else if (!equalValues(left, right)) return false;
  }
  return true;
}
