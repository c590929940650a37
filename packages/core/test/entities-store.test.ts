import { Entities, type Entity, type EntityUid, entityOf, entityUid, printValue } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const uid = (id: string): EntityUid => entityUid("Group", id);
const entity = (id: string, parents: readonly string[] = [], rank = 0): Entity =>
  entityOf(uid(id), { attributes: [["rank", rank]], parents: parents.map(uid) });
const ids = (uids: Iterable<EntityUid>): string[] => Array.from(uids, ({ id }) => id).sort();

function fault(result: { readonly ok: boolean; readonly errors?: readonly unknown[] }): unknown {
  return result.ok ? undefined : result.errors?.[0];
}

describe("a store of entities", () => {
  it("answers for entities, names and strangers", () => {
    const store = unwrap(Entities.of([entity("a", ["b", "gone"]), entity("b", ["c"]), entity("c")]));
    expect([store.size, store.has(uid("b")), store.has(uid("gone")), store.get(uid("gone"))]).toEqual([
      3,
      true,
      false,
      undefined,
    ]);
    expect(ids(store.ancestors(uid("a")))).toEqual(["b", "c", "gone"]);
    expect([store.ancestors(uid("gone")), store.ancestors(uid("x")), store.ancestors(uid("c"))]).toEqual([[], [], []]);
    const inside = (a: string, b: string): boolean => store.isIn(uid(a), uid(b));
    expect([inside("a", "c"), inside("a", "gone"), inside("a", "a"), inside("x", "x")]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([inside("c", "a"), inside("a", "x"), inside("x", "a"), inside("b", "gone"), inside("gone", "c")]).toEqual(
      Array(5).fill(false),
    );
    expect(ids(Array.from(store, (each) => each.uid))).toEqual(["a", "b", "c"]);
    expect(store.isIn(entityUid("Group", "a"), entityUid("Other", "c"))).toBe(false);
    expect(unwrap(Entities.of()).size).toBe(0);
  });

  it("links through an entity that comes later", () => {
    const store = unwrap(Entities.of([entity("a", ["b"])]));
    expect(store.isIn(uid("a"), uid("c"))).toBe(false);
    unwrap(store.add([entity("b", ["c"])]));
    expect(store.isIn(uid("a"), uid("c"))).toBe(true);
    unwrap(store.upsert([entity("b", [], 7)]));
    expect(store.isIn(uid("a"), uid("c"))).toBe(false);
    expect(store.get(uid("b"))?.attributes.get("rank")).toBe(7);
  });

  it("takes out the links to a removed entity for good", () => {
    const store = unwrap(Entities.of([entity("a", ["b", "d"]), entity("b", ["c"]), entity("c")]));
    expect(store.isIn(uid("a"), uid("c"))).toBe(true);
    expect(store.remove(uid("b"))).toBe(true);
    expect([store.remove(uid("b")), store.remove(uid("d")), store.remove(uid("x"))]).toEqual([false, false, false]);
    expect([store.isIn(uid("a"), uid("b")), store.isIn(uid("a"), uid("c")), store.size]).toEqual([false, false, 2]);
    unwrap(store.add([entity("b", ["c"])]));
    expect(store.isIn(uid("a"), uid("b"))).toBe(false);
    expect(ids(store.get(uid("a"))?.parents ?? [])).toEqual(["d"]);
    expect(ids(store.ancestors(uid("a")))).toEqual(["d"]);
    unwrap(store.upsert([entity("a", ["b"])]));
    expect(store.isIn(uid("a"), uid("c"))).toBe(true);
  });

  it("takes equal duplicates and refuses others", () => {
    const store = unwrap(Entities.of([entity("a", ["b", "c"]), entity("a", ["c", "b", "c"])]));
    expect(store.size).toBe(1);
    for (const other of [
      entity("a", ["b"]),
      entity("a", ["b", "x"]),
      entity("a", ["b", "c"], 1),
      entityOf(uid("a"), { parents: [uid("b"), uid("c")] }),
    ]) {
      expect(fault(store.add([entity("z"), other]))).toMatchObject({
        code: "entities/duplicate",
        message: 'duplicate entity entry `Group::"a"`',
        path: [1],
      });
    }
    const tagged = entityOf(uid("a"), { attributes: [["rank", 0]], parents: [uid("b"), uid("c")], tags: [["t", 1]] });
    expect(fault(store.add([tagged]))).toMatchObject({ code: "entities/duplicate" });
    const renamed = entityOf(uid("a"), { attributes: [["rang", 0]], parents: [uid("b"), uid("c")] });
    expect(fault(store.add([renamed]))).toMatchObject({ code: "entities/duplicate" });
    expect([store.size, store.has(uid("z"))]).toEqual([1, false]);
    unwrap(store.upsert([tagged, entity("a", ["q"])]));
    expect(ids(store.ancestors(uid("a")))).toEqual(["q"]);
  });

  it("refuses cycles, and is then as it was", () => {
    expect(fault(Entities.of([entity("a", ["a"])]))).toMatchObject({
      code: "entities/cycle",
      message:
        'transitive closure computation/enforcement error: input graph has a cycle containing vertex `Group::"a"`',
      path: [0],
    });
    const store = unwrap(Entities.of([entity("a", ["b"]), entity("b", ["c"])]));
    expect(store.isIn(uid("a"), uid("c"))).toBe(true);
    expect(fault(store.add([entity("d"), entity("c", ["e"]), entity("e", ["a"])]))).toMatchObject({
      code: "entities/cycle",
    });
    expect(fault(store.upsert([entity("b", ["a"])]))).toMatchObject({ code: "entities/cycle" });
    expect([store.size, store.has(uid("d")), store.has(uid("c")), store.has(uid("e"))]).toEqual([
      2,
      false,
      false,
      false,
    ]);
    expect(ids(store.ancestors(uid("a")))).toEqual(["b", "c"]);
    expect(ids(store.get(uid("b"))?.parents ?? [])).toEqual(["c"]);
  });

  it("refuses actions in groups that are no actions", () => {
    const action = entityOf(entityUid("A::Action", "x"), { parents: [entityUid("Action", "y"), uid("a")] });
    expect(fault(Entities.of([entity("a"), action]))).toMatchObject({
      code: "entities/action-parent",
      message: 'action `A::Action::"x"` has a non-action parent `Group::"a"`',
      path: [1],
    });
    const good = entityOf(entityUid("A::Action", "x"), { parents: [entityUid("Action", "y")] });
    expect(
      unwrap(Entities.of([good, entityOf(uid("a"), { parents: [good.uid] })])).isIn(uid("a"), entityUid("Action", "y")),
    ).toBe(true);
  });

  it("takes any text as an id", () => {
    const odd = ["__proto__", "constructor", "toString", "", "\0", "\ud800"];
    const store = unwrap(Entities.of(odd.map((id) => entity(id, ["__proto__x"]))));
    expect(store.size).toBe(6);
    expect(odd.every((id) => store.isIn(uid(id), uid("__proto__x")))).toBe(true);
    expect(store.get(uid("hasOwnProperty"))).toBe(undefined);
  });
});

/** The plainest store there is: a list of entities, and every question answered by walking it. */
class Model {
  entities: Map<string, Entity> = new Map();

  ancestors(id: string): string[] {
    const found = new Set<string>();
    const pending = [id];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const parent of this.entities.get(next)?.parents ?? []) {
        if (!found.has(parent.id)) pending.push(parent.id);
        found.add(parent.id);
      }
    }
    return [...found].sort();
  }

  /** Puts entities in unless that makes a cycle or, when adding, changes one. */
  put(added: readonly Entity[], replace: boolean): boolean {
    const before = new Map(this.entities);
    const print = (each: Entity): string => `${printValue(each.attributes.get("rank") ?? 0)} ${ids(each.parents)}`;
    for (const each of added) {
      const old = this.entities.get(each.uid.id);
      if (!replace && old !== undefined && print(old) !== print(each)) {
        this.entities = before;
        return false;
      }
      this.entities.set(each.uid.id, each);
    }
    const cyclic = [...this.entities.keys()].some((id) => this.ancestors(id).includes(id));
    if (cyclic) this.entities = before;
    return !cyclic;
  }

  remove(id: string): boolean {
    if (!this.entities.delete(id)) return false;
    for (const each of this.entities.values()) {
      const parents = ids(each.parents).filter((parent) => parent !== id);
      this.entities.set(each.uid.id, entity(each.uid.id, parents, Number(each.attributes.get("rank"))));
    }
    return true;
  }
}

describe("a store that changes", () => {
  const letters = [..."abcdefgh"];
  const letter = fc.constantFrom(...letters);
  const anyEntity = fc
    .tuple(letter, fc.array(letter, { maxLength: 3 }), fc.nat(1))
    .map(([id, parents, rank]) => entity(id, parents, rank));
  const step = fc.oneof(
    fc.tuple(fc.constant("add" as const), fc.array(anyEntity, { maxLength: 3 })),
    fc.tuple(fc.constant("upsert" as const), fc.array(anyEntity, { maxLength: 3 })),
    fc.tuple(fc.constant("remove" as const), letter),
    fc.tuple(fc.constant("ask" as const), letter),
  );

  it("is always the same as a store built from scratch", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const store = unwrap(Entities.of());
        const model = new Model();
        for (const [kind, argument] of steps) {
          if (kind === "remove") expect(store.remove(uid(argument))).toBe(model.remove(argument));
          else if (kind === "ask") expect(ids(store.ancestors(uid(argument)))).toEqual(model.ancestors(argument));
          else expect(store[kind](argument).ok).toBe(model.put(argument, kind === "upsert"));
        }
        const rebuilt = unwrap(Entities.of(model.entities.values()));
        expect([store.size, rebuilt.size]).toEqual([model.entities.size, model.entities.size]);
        for (const a of letters) {
          expect(store.get(uid(a))?.attributes).toEqual(model.entities.get(a)?.attributes);
          expect(ids(store.get(uid(a))?.parents ?? [])).toEqual(ids(new Set(model.entities.get(a)?.parents ?? [])));
          expect(ids(store.ancestors(uid(a)))).toEqual(model.ancestors(a));
          expect(ids(rebuilt.ancestors(uid(a)))).toEqual(model.ancestors(a));
          for (const b of letters) {
            const expected = a === b || model.ancestors(a).includes(b);
            expect([store.isIn(uid(a), uid(b)), rebuilt.isIn(uid(a), uid(b))]).toEqual([expected, expected]);
          }
        }
        expect(unwrap(store.toJson()).length).toBe(unwrap(rebuilt.toJson()).length);
      }),
      { numRuns: 400 },
    );
  });
});

describe("hostile hierarchies", () => {
  const many = 100_000;

  it("walks a chain of 100,000, from every entity of it", () => {
    const store = unwrap(Entities.of(Array.from({ length: many }, (_, i) => entity(`${i}`, [`${i + 1}`]))));
    expect(store.ancestors(uid("0")).length).toBe(many);
    expect(store.isIn(uid("0"), uid(`${many}`))).toBe(true);
    expect(store.isIn(uid("1"), uid("0"))).toBe(false);
    for (let i = 0; i < 20; i += 1) expect(store.isIn(uid(`${i * 7}`), uid(`${many}`))).toBe(true);
    expect(fault(store.upsert([entity(`${many}`, ["0"])]))).toMatchObject({ code: "entities/cycle" });
    expect(store.remove(uid("50000"))).toBe(true);
    expect(store.isIn(uid("0"), uid(`${many}`))).toBe(false);
    expect(store.isIn(uid("0"), uid("49999"))).toBe(true);
  });

  it("takes 100,000 parents and 100,000 children", () => {
    const numbers = Array.from({ length: many }, (_, i) => `${i}`);
    const wide = unwrap(Entities.of([entity("x", [...numbers, ...numbers])]));
    expect(wide.get(uid("x"))?.parents.length).toBe(many);
    expect(wide.isIn(uid("x"), uid("99999"))).toBe(true);
    const deep = unwrap(Entities.of(numbers.map((id) => entity(id, ["x"]))));
    expect(numbers.every((id) => deep.isIn(uid(id), uid("x")))).toBe(true);
  });

  it("walks a ladder with two ways at each step once", () => {
    const rungs = Array.from({ length: 1000 }, (_, i) => [`l${i}`, `r${i}`] as const);
    const entities = rungs.flatMap(([l, r], i) => {
      const above = rungs[i + 1] ?? [];
      return [entity(l, above), entity(r, above)];
    });
    const store = unwrap(Entities.of(entities));
    expect(store.ancestors(uid("l0")).length).toBe(1998);
  });

  it("finds a cycle that runs through a later entity of the batch", () => {
    const store = unwrap(Entities.of([entity("a", ["b"])]));
    const error = fault(store.add([entity("x", ["a"]), entity("b", ["a"])])) as { code: string; path: number[] };
    expect(error.code).toBe("entities/cycle");
    // The vertex that is named may be one that was there before.
    expect([[], [1]]).toContainEqual(error.path);
    expect(store.size).toBe(1);
  });

  it("forgets names that nothing refers to any more", () => {
    const store = unwrap(Entities.of([entity("a", ["keep"])]));
    for (let i = 0; i < 5000; i += 1) unwrap(store.upsert([entity("b", [`${i}`])]));
    expect([store.size, store.isIn(uid("b"), uid("4999")), store.isIn(uid("b"), uid("1"))]).toEqual([2, true, false]);
    expect(store.isIn(uid("a"), uid("keep"))).toBe(true);
  });
});
