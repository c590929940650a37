import {
  compareValues,
  EntityStore,
  emptyRecord,
  entityOf,
  entityUid,
  equalValues,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import { ownRecord, ownSet } from "@deodar/core/json-reader";
import { array, assert, boolean, constantFrom, integer, letrec, oneof, property } from "fast-check";
import { describe, expect, it } from "vitest";

/** The same value, made by readers and by programs. */
interface Twins {
  readonly own: Value;
  readonly given: Value;
}

const { value } = letrec<{ value: Twins }>((tie) => ({
  value: oneof(
    { depthSize: "small" },
    oneof(integer({ min: 0, max: 3 }), boolean()).map((flat) => ({ own: flat, given: flat })),
    constantFrom("a", "b").map((id) => ({ own: entityUid("A", id), given: entityUid("A", id) })),
    array(tie("value"), { maxLength: 12 }).map((all) => ({
      own: ownSet(all.map(({ own }) => own)),
      given: setOf(all.map(({ given }) => given)),
    })),
    array(tie("value"), { maxLength: 3 }).map((all) => ({
      own: ownRecord(
        all.map((_, index) => "zax"[index] as string),
        all.map(({ own }) => own),
      ),
      given: recordOf(all.map(({ given }, index) => ["zax"[index] as string, given] as const)),
    })),
  ),
}));

describe("values that readers make", () => {
  it("are those that programs make", () => {
    assert(
      property(value, ({ own, given }) => {
        expect(equalValues(own, given)).toBe(true);
        expect(equalValues(given, own)).toBe(true);
        expect(compareValues(own, given)).toBe(0);
        if (typeof own !== "object" || typeof given !== "object") return;
        if (own.kind === "set" && given.kind === "set") {
          expect(own.size).toBe(given.size);
          expect(own.nested.length).toBe(given.nested.length);
          expect(own.elements.every((element, index) => equalValues(element, given.elements[index] as Value))).toBe(
            true,
          );
          expect(own.elements.every((element) => given.has(element))).toBe(true);
          expect(given.elements.every((element) => own.has(element))).toBe(true);
          expect(own.sorted().length).toBe(given.size);
        }
        if (own.kind === "record" && given.kind === "record") {
          expect([...own.entries.keys()]).toEqual([...given.entries.keys()]);
          expect(own.sortedKeys()).toEqual(given.sortedKeys());
        }
      }),
    );
  });

  it("are the same record if they are empty", () => {
    expect(ownRecord([], [])).toBe(emptyRecord);
  });

  it("tell elements apart when they are asked for one", () => {
    const set = ownSet([1, recordOf([["a", 1]]), 1, recordOf([["a", 1]]), "a"]);
    expect(set.has(2)).toBe(false);
    expect(set.has(recordOf([["a", 1]]))).toBe(true);
    expect(set.size).toBe(3);
    expect(setOf([1]).has(set)).toBe(false);
  });
});

describe("a store that was empty", () => {
  it("is empty again after what it refuses, and takes the rest", () => {
    const [a, b] = [entityUid("A", "a"), entityUid("A", "b")];
    const store = new EntityStore();
    expect(store.add([entityOf(a, { parents: [b] }), entityOf(b, { parents: [a] })]).ok).toBe(false);
    expect([store.size, store.isIn(a, b), store.get(a)]).toEqual([0, false, undefined]);
    expect(store.add([entityOf(a), entityOf(a, { parents: [b] })]).ok).toBe(false);
    expect(store.add([entityOf(a, { parents: [b] }), entityOf(b)]).ok).toBe(true);
    expect([store.size, store.isIn(a, b), store.isIn(b, a)]).toEqual([2, true, false]);
  });
});
