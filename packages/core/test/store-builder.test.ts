import { type Node, StoreBuilder } from "@deodar/core/json-reader";
import { describe, expect, test } from "vitest";
import { type EntityStore, entityOf, entityUid, type Value } from "../src/index.ts";

describe("a store that a reader builds", () => {
  const ada = entityUid("User", "ada");
  const ben = entityUid("User", "ben");
  const cooks = entityUid("Team", "cooks");
  const all = entityUid("Team", "all");
  const none = new Map<string, Value>();

  const builderOf = (...uids: readonly (typeof ada)[]) => {
    const builder = new StoreBuilder();
    return { builder, nodes: uids.map((uid) => builder.nodes.create(uid)) as [Node, Node, Node] };
  };
  const fill = (builder: StoreBuilder, node: Node, parents: readonly Node[] = [], attributes = none) =>
    builder.fill(node, { attributes, tags: none, parents });

  test("finds the nodes of a type by id", () => {
    const { builder, nodes } = builderOf(ada, entityUid("Team", "ada"));
    const { nodes: register } = builder;
    expect(register.nodesOf("User").get("ada")).toBe(nodes[0]);
    expect(register.nodesOf("Team").get("ada")).toBe(nodes[1]);
    expect([register.size, register.nodesOf("Team").get("ben"), register.nodesOf("Dog").size]).toEqual([
      2,
      undefined,
      0,
    ]);
  });

  test("finds entities and their ancestors by equal uids", () => {
    const { builder, nodes } = builderOf(ada, cooks, all);
    expect(fill(builder, nodes[0], [nodes[1]])).toBe(true);
    expect(fill(builder, nodes[1], [nodes[2]])).toBe(true);
    const store = builder.finish([entityOf(ben, { parents: [cooks] })]) as EntityStore;
    expect(store.size).toBe(3);
    expect(store.get(ada)).toEqual(entityOf(ada, { parents: [cooks] }));
    expect(store.get(all)).toBeUndefined();
    expect([store.isIn(ada, all), store.isIn(ben, all), store.isIn(cooks, ada)]).toEqual([true, true, false]);
    expect(Array.from(store, ({ uid }) => uid.id).sort()).toEqual(["ada", "ben", "cooks"]);
  });

  test("keeps names without an entity out of the entities, before and after changes", () => {
    const { builder, nodes } = builderOf(ada, ben, cooks);
    fill(builder, nodes[0], [], new Map([["friend", nodes[1].uid]]));
    const store = builder.finish([]) as EntityStore;
    expect([store.size, store.has(ben), store.ancestors(ben), store.isIn(ben, ben)]).toEqual([1, false, [], true]);
    expect(store.remove(ben)).toBe(false);
    expect(store.add([entityOf(ben, { parents: [cooks] })]).ok).toBe(true);
    expect([store.size, store.isIn(ben, cooks), store.remove(ada), store.size]).toEqual([2, true, true, 1]);
  });

  test("forgets a parent with its last child", () => {
    const { builder, nodes } = builderOf(ada, ben, cooks);
    fill(builder, nodes[0], [nodes[2]]);
    fill(builder, nodes[1], [nodes[2]]);
    const store = builder.finish([]) as EntityStore;
    expect([store.remove(ada), store.isIn(ben, cooks), store.remove(ben), store.isIn(ben, cooks)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(builder.nodes.size).toBe(0);
  });

  test("takes no other entity for a node, but the same one again", () => {
    const { builder, nodes } = builderOf(ada, ben);
    const [first, second] = nodes;
    expect([fill(builder, first, [second]), fill(builder, first), fill(builder, first, [second])]).toEqual([
      true,
      false,
      true,
    ]);
    const store = builder.finish([]);
    expect([store?.size, store?.isIn(ada, ben)]).toEqual([1, true]);
  });

  test("is none with a cycle", () => {
    const { builder, nodes } = builderOf(ada, ben);
    fill(builder, nodes[0], [nodes[1]]);
    fill(builder, nodes[1], [nodes[0]]);
    expect(builder.finish([])).toBeUndefined();
  });

  test("is none if further entities are refused", () => {
    const { builder, nodes } = builderOf(ada, ben);
    fill(builder, nodes[0], [nodes[1]]);
    expect(builder.finish([entityOf(ada)])).toBeUndefined();
    const other = builderOf(ada, ben);
    fill(other.builder, other.nodes[0], [other.nodes[1]]);
    expect(other.builder.finish([entityOf(ben, { parents: [ada] })])).toBeUndefined();
  });
});
