import {
  EntityStore,
  type EntityUid,
  emptyRecord,
  entityOf,
  entityUid,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { describe, expect, test } from "vitest";
import { compileExpression } from "../src/index.ts";
import { tree } from "./evaluate.ts";

const [ada, bob, ghost] = ["ada", "bob", "ghost"].map((id) => entityUid("User", id)) as [
  EntityUid,
  EntityUid,
  EntityUid,
];
const page = entityUid("Page", "home");
const site = entityUid("Site", "s");

function storeWith(): EntityStore {
  const attributes: Record<string, Value> = {
    owner: ada,
    other: bob,
    ghost,
    list: setOf([ada]),
    name: "ada",
    record: recordOf([["owner", ada]]),
    site,
    self: page,
  };
  return unwrap(
    EntityStore.of([
      entityOf(ada, { attributes: [["page", page]] }),
      entityOf(bob),
      entityOf(page, { attributes: Object.entries(attributes) }),
      entityOf(site, { attributes: [["owner", ada]] }),
    ]),
  );
}

function evaluate(text: string, entities: EntityStore, principal = ada): unknown {
  const outcome = unwrap(compileExpression(tree(text))).evaluate(
    { principal, action: entityUid("Action", "view"), resource: page, context: emptyRecord },
    entities,
  );
  return typeof outcome === "object" && outcome.kind === "error" ? outcome.code : outcome;
}

describe("an attribute is the principal or the resource", () => {
  test.each<[text: string, who: string, expected: unknown]>([
    ["resource.owner == principal", "ada", true],
    ["resource.owner != principal", "ada", false],
    ["resource.owner == principal", "bob", false],
    ["resource.owner != principal", "bob", true],
    ["resource.other == principal", "bob", true],
    ["resource.ghost == principal", "ghost", true],
    ["resource.ghost == principal", "ada", false],
    ["resource.owner == principal", "ghost", false],
    ["resource.list == principal", "ada", false],
    ["resource.list != principal", "ada", true],
    ["resource.name == principal", "ada", false],
    ["resource.record.owner == principal", "ada", true],
    ["resource.site.owner == principal", "ada", true],
    ["resource.site.owner == principal", "bob", false],
    ["resource.self == resource", "ada", true],
    ["resource.owner == resource", "ada", false],
    ["principal.page == resource", "ada", true],
    ["principal.page != resource", "ada", false],
    ["principal.page == resource", "bob", "evaluate/missing-attribute"],
    ["principal.page == resource", "ghost", "evaluate/missing-entity"],
    ["resource.none == principal", "ada", "evaluate/missing-attribute"],
    ["resource.ghost.owner == principal", "ada", "evaluate/missing-entity"],
  ])("%s for %s: %s", (text, who, expected) => {
    const principal = entityUid("User", who);
    const entities = storeWith();
    expect(evaluate(text, entities, principal)).toBe(expected);
    // Once more, when the store knows where things are.
    expect(evaluate(text, entities, principal)).toBe(expected);
  });

  test("whatever entities come and go", () => {
    const entities = storeWith();
    expect(evaluate("resource.owner == principal", entities)).toBe(true);
    entities.remove(ada);
    expect(evaluate("resource.owner == principal", entities)).toBe(true);
    expect(evaluate("resource.owner == principal", entities, bob)).toBe(false);
    unwrap(entities.add([entityOf(ghost), entityOf(ada)]));
    expect(evaluate("resource.owner == principal", entities)).toBe(true);
    expect(evaluate("resource.owner == principal", entities, ghost)).toBe(false);
    expect(evaluate("resource.ghost == principal", entities, ghost)).toBe(true);
    unwrap(entities.upsert([entityOf(page, { attributes: [["owner", bob]] })]));
    expect(evaluate("resource.owner == principal", entities)).toBe(false);
    expect(evaluate("resource.owner == principal", entities, bob)).toBe(true);
  });
});
