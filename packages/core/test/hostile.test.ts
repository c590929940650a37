import {
  compareValues,
  containsAll,
  displayValue,
  type EntityUid,
  equalValues,
  isFault,
  parseDatetime,
  parseDecimal,
  parseDuration,
  parseIp,
  printValue,
  type RecordValue,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import { describe, expect, it } from "vitest";

/** Uids that count how often they are looked at. */
function countedUids(count: number): { uids: EntityUid[]; looks: () => number } {
  let looks = 0;
  const uids = Array.from(
    { length: count },
    (_, index): EntityUid => ({
      kind: "entity",
      type: "A",
      get id() {
        looks += 1;
        return `id${index}`;
      },
    }),
  );
  return { uids, looks: () => looks };
}

/** Records, different only in their last entry, that count how often they are compared. */
function countedRecords(count: number): { records: RecordValue[]; comparisons: () => number } {
  let calls = 0;
  const records = Array.from({ length: count }, (_, index): RecordValue => {
    const record = recordOf([
      ["a", 1],
      ["b", setOf([1, 2])],
      ["c", index],
    ]);
    return {
      kind: "record",
      entries: record.entries,
      sortedKeys: () => {
        calls += 1;
        return record.sortedKeys();
      },
    };
  });
  return { records, comparisons: () => calls / 2 };
}

const depth = 100_000;

function deepSet(leaf: Value): Value {
  let value = leaf;
  for (let level = 0; level < depth; level += 1) value = setOf([value]);
  return value;
}

function deepRecord(leaf: Value): Value {
  let value = leaf;
  for (let level = 0; level < depth; level += 1) value = recordOf([["a", value]]);
  return value;
}

/** Large values take their time on a busy machine. */
describe("wide values", () => {
  it("make sets in linear time", () => {
    const count = 100_000;
    const { uids, looks } = countedUids(count);
    const set = setOf([...uids, ...uids]);
    const reversed = setOf([...uids].reverse());
    expect(set.size).toBe(count);
    expect(equalValues(set, reversed)).toBe(true);
    expect(containsAll(set, reversed)).toBe(true);
    expect(looks()).toBeLessThanOrEqual(8 * count);
  });

  it("make sets of records in n log n comparisons", () => {
    const count = 2 ** 13;
    const { records, comparisons } = countedRecords(count);
    const set = setOf([...records, ...records]);
    expect(set.size).toBe(count);
    expect(comparisons()).toBeLessThanOrEqual(2 * count * 15);
    const before = comparisons();
    expect(equalValues(set, setOf(set.elements))).toBe(true);
    expect(comparisons() - before).toBeLessThanOrEqual(2 * count * 14);
    const beforeLookup = comparisons();
    expect(
      set.has(
        recordOf([
          ["a", 1],
          ["b", setOf([1, 2])],
          ["c", count],
        ]),
      ),
    ).toBe(false);
    expect(comparisons() - beforeLookup).toBeLessThanOrEqual(14);
  });

  it("hold numbers that collide in the hashes of JavaScript engines", () => {
    // V8 hashes a small integer by this recurrence; all of these end in the same bucket of its `Set`.
    const bucket = (integer: number): number => {
      let hash = (~integer + (integer << 15)) | 0;
      hash ^= hash >>> 12;
      hash = (hash + (hash << 2)) | 0;
      hash ^= hash >>> 4;
      hash = Math.imul(hash, 2057);
      return (hash ^ (hash >>> 16)) & 0x7fff;
    };
    const colliding: number[] = [];
    for (let integer = 0; colliding.length < 1000; integer += 1) if (bucket(integer) === 0) colliding.push(integer);
    const beyond = colliding.map((integer) => 2n ** 60n + BigInt(integer));
    const set = setOf([...colliding, ...beyond, ...colliding, ...beyond]);
    expect(set.elements).toEqual([...colliding, ...beyond]);
    for (const [index, integer] of colliding.entries()) {
      expect(set.has(integer)).toBe(true);
      expect(set.has(integer + 1)).toBe(colliding.includes(integer + 1));
      expect(set.has(beyond[index] ?? 0)).toBe(true);
      expect(set.has(2n ** 61n + BigInt(integer))).toBe(false);
    }
  });

  it("print", () => {
    const wide = setOf(Array.from({ length: 100_000 }, (_, index) => index));
    expect(printValue(wide).length).toBe(688_890);
    expect(displayValue(wide, 2)).toBe("[0, 1, .. ]");
  });
});

describe("values nested deeper than the call stack", () => {
  it.each([
    ["sets", deepSet, "[", "]"],
    ["records", deepRecord, "{a: ", "}"],
  ] as const)("%s are compared, looked up and printed", (_name, deep, open, close) => {
    const [one, other, two] = [deep(1), deep(1), deep(2)];
    expect(equalValues(one, other)).toBe(true);
    expect(equalValues(one, two)).toBe(false);
    expect(compareValues(one, other)).toBe(0);
    expect(compareValues(one, two)).toBeLessThan(0);
    const set = setOf([two, one, other]);
    expect(set.size).toBe(2);
    expect(set.has(other)).toBe(true);
    expect(printValue(one)).toBe(`${open.repeat(depth)}1${close.repeat(depth)}`);
  });
});

describe("long and odd texts", () => {
  const megabytes = 10_000_000;

  it("are refused, or read if leading zeros make them long", () => {
    const zeros = "0".repeat(megabytes);
    const nines = "9".repeat(megabytes);
    expect(parseDecimal(`${zeros}1.5`)).toMatchObject({ kind: "decimal", value: 15000 });
    expect(parseDecimal(`1.${zeros}`)).toMatchObject({ kind: "fault", help: "at most 4 digits are supported" });
    expect(parseDecimal(`${nines}.5`)).toMatchObject({ message: "overflow when converting to decimal" });
    expect(parseDecimal(nines)).toMatchObject({ kind: "fault" });
    expect(parseDuration(`${zeros}1ms`)).toMatchObject({ kind: "duration", milliseconds: 1 });
    expect(parseDuration(`${nines}ms`)).toMatchObject({ message: "Duration overflows internal representation" });
    expect(parseDuration(nines)).toMatchObject({ message: "invalid duration pattern" });
    expect(parseIp(`1.2.3.4${zeros}`)).toMatchObject({ kind: "fault" });
    expect(parseDatetime(`2024-01-01T00:00:00.${zeros}Z`)).toMatchObject({
      message: "invalid millisecond and/or offset pattern",
    });
  });

  it("are refused if they hold what no number holds", () => {
    for (const text of ["\0", "\ud800", "\ufeff1.0", "1.0\n", "1.0\r\n", " 1.0", "1.0\0"]) {
      for (const read of [parseDecimal, parseIp, parseDatetime, parseDuration]) expect(isFault(read(text))).toBe(true);
    }
  });
});
