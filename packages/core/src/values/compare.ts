import { compareStrings } from "@deodar/diagnostics";
import type { Datetime } from "../extensions/datetime.ts";
import type { Decimal } from "../extensions/decimal.ts";
import type { Duration } from "../extensions/duration.ts";
import type { IpAddress } from "../extensions/ip.ts";
import { compareNames } from "./compare-names.ts";
import type { EntityUid } from "./entity-uid.ts";
import { compareLong, type Long } from "./long.ts";
import { type FlatValue, isNested, type NestedValue, type Value } from "./value.ts";

/**
 * A total order of all values, in which only equal ones compare as zero: booleans, Longs, strings, entity uids, sets,
 * records, datetimes, decimals, durations, addresses. Sets compare by their sorted elements, records by their sorted
 * entries. It is the order in which Cedar's reference shows the elements of sets; policies cannot observe it.
 * Gives a negative number, zero or a positive one. Stops at the first difference and uses no stack for depth.
 */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (isNested(a) && isNested(b)) return compareNested(a, b);
  return compareKinds(a, b) || compareFlat(a as FlatValue, b as FlatValue);
}

/** Two collections that are being compared, and how far the comparison is. */
interface Frame {
  readonly left: NestedValue;
  readonly right: NestedValue;
  readonly leftItems: readonly (Value | string)[];
  readonly rightItems: readonly (Value | string)[];
  index: number;
}

/** The order of {@link compareValues} among sets and records. */
export function compareNested(a: NestedValue, b: NestedValue): number {
  if (a === b) return 0;
  if (a.kind !== b.kind) return compareKinds(a, b);
  const frames = [frameOf(a, b)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { left, right, leftItems, rightItems, index } = frame;
    if (index === leftItems.length || index === rightItems.length) {
      if (leftItems.length !== rightItems.length) return leftItems.length - rightItems.length;
      frames.pop();
      continue;
    }
    frame.index += 1;
    let leftItem = leftItems[index] as Value;
    let rightItem = rightItems[index] as Value;
    if (left.kind === "record" && right.kind === "record") {
      const order = compareStrings(leftItem as string, rightItem as string);
      if (order !== 0) return order;
      leftItem = left.entries.get(leftItem as string) as Value;
      rightItem = right.entries.get(rightItem as string) as Value;
    }
    if (leftItem === rightItem) continue;
    const order = compareKinds(leftItem, rightItem);
    if (order !== 0) return order;
    if (isNested(leftItem)) {
      frames.push(frameOf(leftItem, rightItem as NestedValue));
    } else {
      const flatOrder = compareFlat(leftItem, rightItem as FlatValue);
      if (flatOrder !== 0) return flatOrder;
    }
  }
  return 0;
}

function frameOf(left: NestedValue, right: NestedValue): Frame {
  return { left, right, leftItems: itemsOf(left), rightItems: itemsOf(right), index: 0 };
}

function itemsOf(value: NestedValue): readonly (Value | string)[] {
  return value.kind === "set" ? value.sorted() : value.sortedKeys();
}

const ranks = {
  boolean: 0,
  number: 1,
  bigint: 1,
  string: 2,
  entity: 3,
  set: 4,
  record: 5,
  datetime: 6,
  decimal: 7,
  duration: 8,
  ip: 9,
} as const;

function compareKinds(a: Value, b: Value): number {
  return rankOf(a) - rankOf(b);
}

function rankOf(value: Value): number {
  return ranks[typeof value === "object" ? value.kind : (typeof value as "boolean" | "number" | "bigint" | "string")];
}

/** Compares two flat values of the same kind. */
function compareFlat(a: FlatValue, b: FlatValue): number {
  if (typeof a === "string") return compareStrings(a, b as string);
  if (typeof a === "boolean") return Number(a) - Number(b);
  if (typeof a !== "object") return compareLong(a, b as Long);
  switch (a.kind) {
    case "entity":
      return compareUids(a, b as EntityUid);
    case "decimal":
      return compareLong(a.value, (b as Decimal).value);
    case "datetime":
      return compareLong(a.milliseconds, (b as Datetime).milliseconds);
    case "duration":
      return compareLong(a.milliseconds, (b as Duration).milliseconds);
    case "ip":
      return compareIps(a, b as IpAddress);
  }
}

function compareUids(a: EntityUid, b: EntityUid): number {
  return compareNames(a.type, b.type) || compareStrings(a.id, b.id);
}

function compareIps(a: IpAddress, b: IpAddress): number {
  return compareWords(a.words, b.words) || a.prefix - b.prefix;
}

function compareWords(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (const [index, word] of a.entries()) {
    const order = word - (b[index] as number);
    if (order !== 0) return order;
  }
  return 0;
}
