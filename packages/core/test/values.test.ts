import {
  compareNames,
  compareValues,
  containsAll,
  containsAny,
  datetimeOf,
  emptyRecord,
  emptySet,
  entityOf,
  entityUid,
  equalValues,
  isNested,
  isTypeName,
  parseDatetime,
  parseDecimal,
  parseDuration,
  parseIp,
  printValue,
  recordOf,
  sameUid,
  setOf,
  typeOf,
  type Value,
} from "@deodar/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyValue, valid } from "./arbitrary-value.ts";
import { evaluateAll } from "./oracle.ts";

const ip = (text: string): Value => valid(parseIp(text));
const decimal = (text: string): Value => valid(parseDecimal(text));

/** One of each, in the order in which the reference lists them within a set. */
const ordered: readonly Value[] = [
  false,
  true,
  -(2n ** 63n),
  -1,
  3,
  2n ** 53n,
  "",
  "a",
  "aa",
  "\uffff",
  "\u{10000}",
  entityUid("A", "2"),
  entityUid("A::A", "1"),
  entityUid("A2::A", "2"),
  entityUid("B::A", "1"),
  entityUid("A::B", "1"),
  entityUid("A::B", "2"),
  emptySet,
  setOf([1, 2]),
  setOf([2]),
  setOf([3]),
  emptyRecord,
  recordOf([["a", 1]]),
  recordOf([
    ["b", 0],
    ["a", 1],
  ]),
  recordOf([["a", 2]]),
  recordOf([["b", 1]]),
  datetimeOf(-1),
  valid(parseDatetime("2020-01-01")),
  decimal("1.2"),
  decimal("1.3"),
  valid(parseDuration("1d")),
  valid(parseDuration("2d")),
  ip("1.2.3.4/8"),
  ip("1.2.3.4"),
  ip("1.2.3.5/8"),
  ip("::1"),
  ip("1::"),
];

describe("equality", () => {
  it("is structural and never holds between types", () => {
    for (const [index, left] of ordered.entries()) {
      for (const [other, right] of ordered.entries()) {
        expect([left, right, equalValues(left, right)]).toEqual([left, right, index === other]);
      }
    }
    expect(equalValues(1, "1")).toBe(false);
    expect(equalValues(emptySet, emptyRecord)).toBe(false);
    expect(equalValues(emptyRecord, 1)).toBe(false);
    expect(equalValues(entityUid("A", "x"), emptySet)).toBe(false);
  });

  it("is by value where one value has several spellings", () => {
    expect(equalValues(decimal("1.5"), decimal("01.500"))).toBe(true);
    expect(equalValues(decimal("0.0"), decimal("-0.0"))).toBe(true);
    expect(equalValues(ip("1.2.3.4"), ip("1.2.3.4/32"))).toBe(true);
    expect(equalValues(ip("1.2.3.4/24"), ip("1.2.3.0/24"))).toBe(false);
    expect(equalValues(ip("::1"), ip("0:0:0:0:0:0:0:1/128"))).toBe(true);
    expect(equalValues(valid(parseDatetime("1970-01-01")), datetimeOf(0))).toBe(true);
    expect(equalValues(valid(parseDuration("1d")), valid(parseDuration("24h")))).toBe(true);
    expect(
      equalValues(
        setOf([1, 2, [3]].map((each) => (typeof each === "number" ? each : setOf(each)))),
        setOf([setOf([3, 3]), 2, 1, 2]),
      ),
    ).toBe(true);
  });

  it("looks at every key of a record, whatever its name", () => {
    const left = recordOf([["__proto__", 1]]);
    expect(equalValues(left, recordOf([["__proto__", 1]]))).toBe(true);
    expect(equalValues(left, recordOf([["__proto__", 2]]))).toBe(false);
    expect(equalValues(left, recordOf([["constructor", 1]]))).toBe(false);
    expect(equalValues(left, emptyRecord)).toBe(false);
    expect(left.entries.get("toString")).toBeUndefined();
    expect(equalValues(recordOf([["a", setOf([1])]]), recordOf([["a", recordOf([])]]))).toBe(false);
    expect(equalValues(recordOf([["a", setOf([1])]]), recordOf([["a", 1]]))).toBe(false);
  });

  it("is an equivalence, and agrees with the order and with printing", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(equalValues(a, a)).toBe(true);
        expect(equalValues(a, b)).toBe(equalValues(b, a));
        expect(compareValues(a, b) === 0).toBe(equalValues(a, b));
        if (!isNested(a) && typeof a !== "object") expect(printValue(a) === printValue(b)).toBe(equalValues(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with the reference, which reads what we print", () => {
    const pairs = fc.sample(fc.tuple(anyValue, anyValue), { numRuns: 400, seed: 5 });
    const verdicts = evaluateAll(
      pairs.flatMap(([a, b]) => [`${printValue(a)} == ${printValue(b)}`, `${printValue(a)} == ${printValue(a)}`]),
    );
    expect(verdicts).toEqual(pairs.flatMap(([a, b]) => [equalValues(a, b), true]));
  });
});

describe("order", () => {
  it("is that of the reference", () => {
    for (const [index, left] of ordered.entries()) {
      for (const [other, right] of ordered.entries()) {
        expect([left, right, Math.sign(compareValues(left, right))]).toEqual([left, right, Math.sign(index - other)]);
      }
    }
  });

  it("is total", () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(0 - Math.sign(compareValues(b, a)));
        const [low, middle, high] = [a, b, c].sort(compareValues) as [Value, Value, Value];
        expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
        expect(compareValues(low, high)).toBeLessThanOrEqual(0);
        expect(compareValues(middle, high)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("of names goes by the last identifier, then by the namespaces", () => {
    const names = ["A", "A::A", "A::B::A", "A2::A", "B::A", "A::B"];
    for (const [index, left] of names.entries()) {
      for (const [other, right] of names.entries()) {
        expect([left, right, Math.sign(compareNames(left, right))]).toEqual([left, right, Math.sign(index - other)]);
      }
    }
  });
});

describe("sets", () => {
  it("keep each element once, where it occurs first", () => {
    const inner = setOf([1]);
    const set = setOf([
      2,
      "a",
      setOf([1, 1]),
      1,
      2,
      inner,
      inner,
      "a",
      entityUid("A", "x"),
      entityUid("A", "x"),
      decimal("1.0"),
      decimal("1.00"),
    ]);
    expect(set.size).toBe(6);
    expect(set.elements.map(printValue)).toEqual(["2", '"a"', "[1]", "1", 'A::"x"', 'decimal("1.0")']);
    expect(set.nested.map(printValue)).toEqual(["[1]"]);
    expect(set.sorted().map(printValue)).toEqual(["1", "2", '"a"', 'A::"x"', "[1]", 'decimal("1.0")']);
    expect(set.sorted()).toBe(set.sorted());
  });

  it("copy what they are made of", () => {
    const given: Value[] = [1];
    const set = setOf(given);
    given.push(2);
    expect(set.elements).toEqual([1]);
    expect(setOf(new Set([1, 2])).size).toBe(2);
  });

  it("know their elements, be they few or many", () => {
    for (const padding of [0, 100]) {
      const set = setOf([...ordered, ...Array.from({ length: padding }, (_, index) => `pad${index}`)]);
      expect(set.size).toBe(ordered.length + padding);
      for (const value of ordered) expect(set.has(value)).toBe(true);
      const others = [
        0,
        "b",
        entityUid("A", "3"),
        entityUid("Z", "2"),
        setOf([4]),
        setOf([1]),
        recordOf([["a", 3]]),
        recordOf([["b", 2]]),
      ];
      for (const value of [...others, decimal("1.4"), ip("1.2.3.4/9"), datetimeOf(5)])
        expect(set.has(value)).toBe(false);
    }
    for (const value of ordered) {
      expect(setOf([value]).has(value)).toBe(true);
      expect(setOf([value]).has("other")).toBe(false);
      expect(emptySet.has(value)).toBe(false);
    }
  });

  it("contain and overlap as the reference says", () => {
    const sets = fc.sample(
      fc.tuple(...[4, 12].map((maxLength) => fc.array(anyValue, { maxLength }).map((values) => setOf(values)))),
      { numRuns: 200, seed: 9 },
    ) as [ReturnType<typeof setOf>, ReturnType<typeof setOf>][];
    const pairs = sets.flatMap(([a, b]) => [
      [a, b] as const,
      [b, a] as const,
      [b, setOf(b.elements.slice(1))] as const,
    ]);
    const verdicts = evaluateAll(
      pairs.flatMap(([a, b]) => [
        `${printValue(a)}.containsAll(${printValue(b)})`,
        `${printValue(a)}.containsAny(${printValue(b)})`,
      ]),
    );
    expect(verdicts).toEqual(pairs.flatMap(([a, b]) => [containsAll(a, b), containsAny(a, b)]));
    expect(containsAll(emptySet, emptySet)).toBe(true);
    expect(containsAny(emptySet, emptySet)).toBe(false);
  });
});

describe("records", () => {
  it("copy what they are made of and list keys by code points", () => {
    const given = new Map<string, Value>([
      ["\u{10000}", 1],
      ["\uffff", 2],
      ["__proto__", 3],
    ]);
    const record = recordOf(given);
    given.clear();
    expect([...record.entries.keys()]).toEqual(["\u{10000}", "\uffff", "__proto__"]);
    expect(record.sortedKeys()).toEqual(["__proto__", "\uffff", "\u{10000}"]);
    expect(record.sortedKeys()).toBe(record.sortedKeys());
  });

  it("take the last of several entries with one key", () => {
    expect(
      printValue(
        recordOf([
          ["a", 1],
          ["a", 2],
        ]),
      ),
    ).toBe("{a: 2}");
  });
});

describe("entity uids", () => {
  it("cannot change once they are part of something", () => {
    const given = { kind: "entity", type: "User", id: "a" } as const;
    const values = [recordOf([["x", given]]).entries.get("x"), setOf([given]).elements[0]];
    const entity = entityOf(given, { parents: [given], attributes: [["x", entityUid("User", "a")]] });
    for (const uid of [...values, entity.uid, entity.parents[0], entity.attributes.get("x")]) {
      expect(uid).toEqual(given);
      expect(uid).not.toBe(given);
      expect(Object.isFrozen(uid)).toBe(true);
    }
  });

  it("are the same if type and id are", () => {
    const uid = entityUid("Photos::Album", "x");
    expect(uid).toEqual({ kind: "entity", type: "Photos::Album", id: "x" });
    expect(sameUid(uid, entityUid("Photos::Album", "x"))).toBe(true);
    expect(sameUid(uid, entityUid("Photos::Album", "X"))).toBe(false);
    expect(sameUid(uid, entityUid("Album", "x"))).toBe(false);
  });

  it("refuse what cannot be an entity type, which would never match", () => {
    const bad = [
      "",
      " User",
      "User ",
      "A::",
      "::A",
      "A:B",
      "A :: B",
      "1A",
      "A-B",
      "Ü",
      "if",
      "A::in",
      "__cedar::A",
      "A::__cedar",
      'A"',
    ];
    for (const type of bad) {
      expect(isTypeName(type)).toBe(false);
      expect(() => entityUid(type, "x")).toThrow(`${JSON.stringify(type)} is not the name of an entity type`);
    }
    for (const type of ["A", "_", "a1::B_2", "principal", "iff", "__cedar2", "permit::when"])
      expect(isTypeName(type)).toBe(true);
    expect(() => entityUid("A", 1 as never)).toThrow("the id of an entity must be a string");
    expect(() => entityUid(undefined as never, "x")).toThrow(TypeError);
  });
});

describe("names of types that were used before", () => {
  it("are right, however many others are used", () => {
    const long = Array.from({ length: 60 }, (_, n) => `Part${n}`).join("::");
    const names = [...Array.from({ length: 300 }, (_, n) => `Type${n}`), "__proto__", "A", long];
    for (let round = 0; round < 3; round += 1) {
      for (const name of names) {
        expect(entityUid(name, "x").type).toBe(name);
        expect(() => entityUid(`${name} `, "x")).toThrow("is not the name of an entity type");
        expect(() => entityUid(name, 1 as never)).toThrow("the id of an entity must be a string");
      }
    }
  });
});

describe("type names", () => {
  it("are those of the reference's messages", () => {
    const names = [
      true,
      1,
      2n ** 60n,
      "",
      entityUid("A::B", "x"),
      emptySet,
      emptyRecord,
      decimal("1.0"),
      ip("::"),
      datetimeOf(0),
      valid(parseDuration("1d")),
    ];
    expect(names.map(typeOf)).toEqual([
      "bool",
      "long",
      "long",
      "string",
      "(entity of type `A::B`)",
      "set",
      "record",
      "decimal",
      "ipaddr",
      "datetime",
      "duration",
    ]);
  });
});
