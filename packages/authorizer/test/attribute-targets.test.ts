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
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IndexedSource, isAuthorized } from "../src/index.ts";
import { policySet } from "./support.ts";

const conditions = [
  "principal in resource.a",
  "resource in principal.a",
  "principal in resource.b.a",
  "resource in principal.b.a",
  "resource.a == principal",
  "principal.a != resource",
  "resource.b.a == principal",
  "principal == resource.a",
  "resource.a == action",
  "principal.a.contains(resource)",
  "principal.b.a.contains(resource)",
  "resource.a.b.a in principal",
  "resource in principal.a.b.a",
  "principal.a.b.a.contains(resource)",
];
const action = entityUid("Action", "act");
const policies = policySet(
  Object.fromEntries(conditions.map((text, n) => [`${n}`, `permit (principal, action, resource) when { ${text} };`])),
);

const uid = fc.constantFrom("a", "b", "c", "d", "e").map((id) => entityUid("T", id));
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: uid },
  { weight: 3, arbitrary: fc.array(uid, { maxLength: 4 }).map(setOf) },
  fc.tuple(uid, fc.boolean()).map(setOf),
  uid.map((of) => recordOf([["a", of]])),
  fc.constantFrom<Value>(true, "T", 1),
);
const entity = fc
  .tuple(uid, fc.option(value), fc.option(value), fc.array(uid, { maxLength: 2 }), fc.boolean())
  .map(([of, a, b, parents, many]) => {
    const attributes: [string, Value][] = [];
    if (a !== null) attributes.push(["a", a]);
    if (b !== null) attributes.push(["b", b]);
    // Entities with very many attributes are read in another way.
    if (many) for (let n = 0; n < 40; n += 1) attributes.push([`more${n}`, n]);
    // A hierarchy without cycles.
    return entityOf(of, { attributes, parents: parents.filter(({ id }) => id > of.id) });
  });

type Change = (store: EntityStore) => unknown;
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: entity.map(
      (one): Change =>
        (store) =>
          unwrap(store.upsert([one])),
    ),
  },
  uid.map(
    (of): Change =>
      (store) =>
        store.remove(of),
  ),
  // A batch that is refused, for `e` is in itself.
  entity.map((one): Change => {
    return (store) => store.upsert([one, entityOf(entityUid("T", "e"), { parents: [entityUid("T", "e")] })]);
  }),
);

/** The same entities from a source of its own, which is asked for everything and of which nothing is remembered. */
function asSource(store: EntityStore): IndexedSource {
  return { get: (of) => store.get(of), isIn: (a, b) => store.isIn(a, b) };
}

describe("what attributes name", () => {
  it("is as the entities say, whatever of them has changed", () => {
    const asked = fc.tuple(uid, uid);
    fc.assert(
      fc.property(fc.array(fc.tuple(change, asked), { minLength: 1, maxLength: 25 }), (changes) => {
        const store = unwrap(EntityStore.of([]));
        for (const [apply, [principal, resource]] of changes) {
          apply(store);
          const request = { principal, action, resource, context: emptyRecord };
          const expected = isAuthorized({ request, policies, entities: asSource(store) });
          expect(isAuthorized({ request, policies, entities: store })).toEqual(expected);
          // Once more, now that something may be remembered.
          expect(isAuthorized({ request, policies, entities: store })).toEqual(expected);
        }
      }),
    );
  });

  it("is found again after an entity went and came again", () => {
    const of = (id: string): EntityUid => entityUid("T", id);
    const doc = entityOf(of("doc"), { attributes: [["a", of("team")]] });
    const store = unwrap(EntityStore.of([doc, entityOf(of("u"), { parents: [of("team")] }), entityOf(of("team"))]));
    const call = {
      request: { principal: of("u"), action, resource: of("doc"), context: emptyRecord },
      policies: policySet({ only: "permit (principal, action, resource) when { principal in resource.a };" }),
      entities: store,
    };
    expect(isAuthorized(call).decision).toBe("allow");
    store.remove(of("team"));
    expect(isAuthorized(call).decision).toBe("deny");
    unwrap(store.add([entityOf(of("team"))]));
    expect(isAuthorized(call).decision).toBe("deny");
    unwrap(store.upsert([entityOf(of("u"), { parents: [of("team")] })]));
    expect(isAuthorized(call).decision).toBe("allow");
    unwrap(store.upsert([entityOf(of("doc"), { attributes: [["a", of("other")]] })]));
    expect(isAuthorized(call).decision).toBe("deny");
  });
});
