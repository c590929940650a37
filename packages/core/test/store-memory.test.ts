import { Entities, type Entity, type EntityUid, entityOf, entityUid } from "@deodar/core";
import { AttributeReader, hierarchyOf, keptUid, type Node } from "@deodar/core/hierarchy";
import { unwrap } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";

const uid = (id: string): EntityUid => entityUid("Group", id);
const entity = (id: string, ...parents: string[]): Entity => entityOf(uid(id), { parents: parents.map(uid) });

describe("what stores and uids remember", () => {
  it("is right for a uid that is used with several stores", () => {
    const [a, b] = [keptUid("Group", "a"), keptUid("Group", "b")];
    const stores = [
      unwrap(Entities.of([entity("x"), entity("a", "b")])),
      unwrap(Entities.of([entity("b", "a"), entity("a")])),
      unwrap(Entities.of([entity("b")])),
      unwrap(Entities.of()),
    ];
    for (let round = 0; round < 3; round += 1) {
      expect(stores.map((store) => [store.isIn(a, b), store.isIn(b, a), store.isIn(a, a)])).toEqual([
        [true, false, true],
        [false, true, true],
        [false, false, true],
        [false, false, true],
      ]);
      expect(stores.map((store) => [store.has(a), store.has(b)])).toEqual([
        [true, false],
        [true, true],
        [false, true],
        [false, false],
      ]);
    }
  });

  it("is right after an entity went and came again", () => {
    const [a, b] = [keptUid("Group", "a"), keptUid("Group", "b")];
    const store = unwrap(Entities.of([entity("a", "b"), entity("b")]));
    expect(store.isIn(a, b)).toBe(true);
    store.remove(b);
    expect([store.isIn(a, b), store.has(b), store.isIn(b, b)]).toEqual([false, false, true]);
    unwrap(store.add([entity("b")]));
    expect([store.isIn(a, b), store.has(b)]).toEqual([false, true]);
    unwrap(store.upsert([entity("a", "b")]));
    expect(store.isIn(a, b)).toBe(true);
  });

  it("is right after so many changes that the store is put in order", () => {
    const kept = Array.from({ length: 50 }, (_, i) => keptUid("Group", `k${i}`));
    const store = unwrap(Entities.of(kept.map((_, i) => entity(`k${i}`, `k${i + 1}`))));
    for (let i = 0; i < 5000; i += 1) {
      unwrap(store.upsert([entity("child", `name${i}`, `k${i % 50}`)]));
      expect(store.isIn(uid("child"), uid(`name${i}`))).toBe(true);
      if (i % 3 === 0) store.remove(uid("child"));
      if (i % 500 === 0) {
        expect(kept.map((each) => store.isIn(each, kept[49] as EntityUid))).toEqual(Array(50).fill(true));
        expect(store.isIn(kept[1] as EntityUid, kept[0] as EntityUid)).toBe(false);
        expect(store.ancestors(kept[40] as EntityUid).length).toBe(10);
      }
    }
    expect(store.size).toBe(51);
  });

  it("is no name that only a refused batch had, and all those that it had not", () => {
    const store = unwrap(Entities.of([entity("a", "name")]));
    expect(store.upsert([entity("a", "other"), entity("b", "b")]).ok).toBe(false);
    expect([store.isIn(uid("a"), uid("name")), store.isIn(uid("a"), uid("other"))]).toEqual([true, false]);
    expect(store.ancestors(uid("a"))).toEqual([uid("name")]);
    unwrap(store.add([entity("name", "top")]));
    expect(store.isIn(uid("a"), uid("top"))).toBe(true);
  });

  it("is right for entities laid out differently, and for those with very many attributes", () => {
    const layouts = [["x"], ["y", "x"], [], ["y"], Array.from({ length: 100 }, (_, i) => `n${i}`)];
    const store = unwrap(Entities.of());
    const hierarchy = hierarchyOf(store);
    const reader = new AttributeReader("x");
    for (let n = 0; n < 1500; n += 1) {
      const names = [...(layouts[n % 5] as string[]), ...(n % 7 === 0 ? [`own${n}`] : [])];
      const one = entityOf(uid(`${n}`), { attributes: names.map((name) => [name, name + n]) });
      unwrap(store.add([one]));
      expect(hierarchy?.attributeOf(hierarchy.find(one.uid) as Node, reader)).toBe(one.attributes.get("x"));
      expect(hierarchy?.attributeOf(hierarchy.find(one.uid) as Node, new AttributeReader("n99"))).toBe(
        one.attributes.get("n99"),
      );
    }
  });

  it("does not reach around a store that answers in its own way", () => {
    class Wider extends Entities {
      override isIn(): boolean {
        return true;
      }
    }
    const own = Object.assign(new Entities(), { get: () => undefined });
    const proxy = new Proxy(new Entities(), {});
    expect([new Wider(), own, proxy].map(hierarchyOf)).toEqual([undefined, undefined, undefined]);
    expect(hierarchyOf(new Entities())).toBeDefined();
  });

  it("is one empty map for entities without attributes, which takes nothing in", () => {
    const { attributes, tags } = entity("a");
    expect(() => (attributes as Map<string, number>).set("x", 1)).toThrow(TypeError);
    expect([attributes.size, tags.size, entity("b").tags]).toEqual([0, 0, new Map()]);
  });
});
