import { NodeRegister, storeOn } from "@deodar/core/json-reader";
import { describe, expect, test } from "vitest";
import { type Entity, type EntityUid, entityOf, entityUid } from "../src/index.ts";

describe("a register that a reader fills", () => {
  const registerOf = (...names: readonly (readonly [type: string, id: string])[]) => {
    const nodes = new NodeRegister();
    const uids = names.map(([type, id]) => nodes.create(entityUid(type, id)).uid);
    return { nodes, uids: uids as [EntityUid, EntityUid, EntityUid] };
  };

  test("finds the nodes of a type by id", () => {
    const { nodes, uids } = registerOf(["User", "ada"], ["Team", "ada"]);
    expect(nodes.nodesOf("User").get("ada")?.uid).toBe(uids[0]);
    expect(nodes.nodesOf("Team").get("ada")?.uid).toBe(uids[1]);
    expect([nodes.size, nodes.nodesOf("Team").get("ben"), nodes.nodesOf("Dog").size]).toEqual([2, undefined, 0]);
  });

  test("serves a store that finds entities by equal uids", () => {
    const { nodes, uids } = registerOf(["User", "ada"], ["Team", "cooks"], ["Team", "all"]);
    const [ada, cooks, all] = uids;
    const entities = [entityOf(ada, { parents: [cooks] }), entityOf(cooks, { parents: [entityUid("Team", "all")] })];
    const made = storeOn(nodes, entities);
    const store = made.ok ? made.value : undefined;
    expect(store?.size).toBe(2);
    expect(store?.get(entityUid("User", "ada"))).toBe(entities[0]);
    expect(store?.get(all)).toBeUndefined();
    expect(store?.isIn(entityUid("User", "ada"), entityUid("Team", "all"))).toBe(true);
    expect(store?.isIn(entityUid("Team", "cooks"), entityUid("User", "ada"))).toBe(false);
    expect([...(store ?? [])]).toEqual(entities);
  });

  test("serves a store in which names without an entity count for nothing, before and after changes", () => {
    const { nodes, uids } = registerOf(["User", "ada"], ["User", "ben"], ["Team", "cooks"]);
    const [ada, ben, cooks] = uids;
    const made = storeOn(nodes, [entityOf(ada, { attributes: [["friend", ben]] })]);
    const store = made.ok ? made.value : undefined;
    expect([store?.size, store?.has(ben), store?.ancestors(ben), store?.isIn(ben, ben)]).toEqual([1, false, [], true]);
    expect(store?.remove(ben)).toBe(false);
    expect(store?.add([entityOf(entityUid("User", "ben"), { parents: [cooks] })]).ok).toBe(true);
    expect([store?.size, store?.isIn(ben, cooks), store?.remove(ada), store?.size]).toEqual([2, true, true, 1]);
  });

  test.each<[string, (ada: EntityUid, ben: EntityUid) => readonly Entity[], string, number]>([
    [
      "two of a uid that differ",
      (ada, ben) => [entityOf(ada), entityOf(ada, { parents: [ben] })],
      "entities/duplicate",
      1,
    ],
    [
      "a cycle",
      (ada, ben) => [entityOf(ada, { parents: [ben] }), entityOf(ben, { parents: [ada] })],
      "entities/cycle",
      0,
    ],
  ])("refuses %s", (_, make, code, index) => {
    const { nodes, uids } = registerOf(["User", "ada"], ["User", "ben"]);
    const made = storeOn(nodes, make(uids[0], uids[1]));
    expect(made.ok ? [] : made.errors.map((error) => [error.code, error.path])).toEqual([[code, [index]]]);
  });
});
