import { describe, expect, test } from "vitest";
import { Entities, type Entity, entityOf, entityUid, equalValues, recordOf, setOf, type Value } from "../src/index.ts";

const ada = entityUid("User", "ada");
const staff = entityUid("Team", "staff");
const banned = entityUid("Team", "banned");

/** What a program without types may hand over. */
function untyped(value: unknown): Value {
  return value as Value;
}

const makers: readonly (readonly [string, (value: Value) => Value | undefined])[] = [
  ["recordOf", (value) => recordOf([["key", value]]).entries.get("key")],
  ["setOf", (value) => setOf([value]).elements[0]],
  ["attributes of entityOf", (value) => entityOf(ada, { attributes: [["key", value]] }).attributes.get("key")],
  ["tags of entityOf", (value) => entityOf(ada, { tags: [["key", value]] }).tags.get("key")],
  [
    "attributes of a stored object",
    (value) => {
      const store = new Entities();
      store.add([{ uid: ada, attributes: new Map([["key", value]]), tags: new Map(), parents: [] }]);
      return store.get(ada)?.attributes.get("key");
    },
  ],
];

describe.each(makers)("values given to %s", (_, make) => {
  test.each([
    [5n, 5],
    [-0, 0],
    [BigInt(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER],
    [2n ** 53n, 2n ** 53n],
    [-(2n ** 63n), -(2n ** 63n)],
  ])("take the canonical form of %s", (given, expected) => {
    expect(make(given)).toBe(expected);
  });

  test.each([
    ["a fraction", 1.5],
    ["NaN", Number.NaN],
    ["a number that may have been rounded", 2 ** 53],
    ["a bigint of more than 64 bits", 2n ** 63n],
    ["null", null],
    ["undefined", undefined],
    ["a date", new Date(0)],
    ["an array", [1]],
    ["a uid without its kind", { type: "User", id: "ada" }],
    ["a function", () => 1],
  ])("must not be %s", (_name, given) => {
    expect(() => make(untyped(given))).toThrow(TypeError);
  });
});

test("a set of bigints equals that of the numbers", () => {
  expect(equalValues(setOf([1n, 2n]), setOf([2, 1]))).toBe(true);
  expect(setOf([1n, 1]).elements).toEqual([1]);
});

describe("a store keeps its own copy", () => {
  const given = (): Entity & { readonly parents: ReturnType<typeof entityUid>[] } => ({
    uid: { kind: "entity", type: "User", id: "ada" },
    attributes: new Map<string, Value>([["level", 1]]),
    tags: new Map(),
    parents: [staff],
  });

  test("of the parents, so that an upsert of the changed list counts", () => {
    const entity = given();
    const store = new Entities();
    store.add([entity]);
    entity.parents.push(banned);
    expect(store.isIn(ada, banned)).toBe(false);
    expect(store.get(ada)?.parents).toEqual([staff]);
    expect(store.upsert([entity]).ok).toBe(true);
    expect(store.isIn(ada, banned)).toBe(true);
  });

  test("so that adding the changed object is told from adding the same one", () => {
    const entity = given();
    const store = new Entities();
    store.add([entity]);
    expect(store.add([entity]).ok).toBe(true);
    entity.parents.push(banned);
    const added = store.add([entity]);
    expect(added.ok ? [] : added.errors.map(({ code }) => code)).toEqual(["entities/duplicate"]);
  });

  test("of attributes and uid", () => {
    const entity = given();
    const store = new Entities();
    store.add([entity]);
    (entity.attributes as Map<string, Value>).set("level", 2);
    (entity.uid as { id: string }).id = "eve";
    expect(store.get(ada)?.attributes.get("level")).toBe(1);
    expect(store.get(ada)?.uid).toEqual(ada);
    expect(store.remove(ada)).toBe(true);
    expect(store.size).toBe(0);
  });

  test("and refuses what is no entity, changing nothing", () => {
    const store = new Entities();
    const noUid = { ...given(), uid: { type: "User", id: "bob" } } as unknown as Entity;
    expect(() => store.add([given(), noUid])).toThrow(TypeError);
    expect(store.size).toBe(0);
  });
});
