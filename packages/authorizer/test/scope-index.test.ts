import type { EntitySource, EntityUid } from "@deodar/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndexedSource } from "../src/ancestor-probe.ts";
import { type Indexed, type IndexedRequest, ScopeIndex, scanLimit } from "../src/scope-index.ts";
import { isScattered, type ScopeKey, scopeRanks } from "../src/scope-key.ts";

interface Item extends Indexed {
  readonly name: number;
}

const itemOf = (name: number, keys: readonly ScopeKey[]): Item => ({ name, keys, scattered: isScattered(keys) });

const uid = (type: string, id: string): EntityUid => ({ kind: "entity", type, id });

/** `parents["U::a"]` are the direct parents; ancestors are found by walking, cycles included. */
function sourceOf(parents: ReadonlyMap<string, readonly EntityUid[]>, listsAncestors: boolean): IndexedSource {
  const ancestorsOf = (of: EntityUid): EntityUid[] => {
    const found = new Map<string, EntityUid>();
    const pending = [of];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const parent of parents.get(`${next.type}::${next.id}`) ?? []) {
        const key = `${parent.type}::${parent.id}`;
        if (!found.has(key)) {
          found.set(key, parent);
          pending.push(parent);
        }
      }
    }
    return [...found.values()];
  };
  const source: EntitySource = {
    get: () => undefined,
    isIn: (a, b) =>
      (a.type === b.type && a.id === b.id) || ancestorsOf(a).some((each) => each.type === b.type && each.id === b.id),
  };
  return listsAncestors ? { ...source, ancestors: ancestorsOf } : source;
}

function matches(keys: readonly ScopeKey[], request: IndexedRequest, source: EntitySource): boolean {
  return keys.every(({ rank, uids }) => {
    const by = scopeRanks[rank];
    if (by === undefined) throw new Error("no such rank");
    const own = request[by.variable];
    return uids.some(({ type, id }) => {
      if (by.relation === "is") return own.type === type;
      if (by.relation === "in") return source.isIn(own, uid(type, id));
      return own.type === type && own.id === id;
    });
  });
}

const arbitraryUid = fc
  .tuple(fc.constantFrom("U", "G", "__proto__"), fc.constantFrom("a", "b", "c", "", "constructor"))
  .map(([type, id]) => uid(type, id));

const arbitraryKeys = fc
  .record({
    principal: fc.constantFrom(undefined, 0, 2, 6),
    resource: fc.constantFrom(undefined, 1, 3, 7),
    action: fc.constantFrom(undefined, 4, 5),
    uids: fc.tuple(arbitraryUid, arbitraryUid, fc.uniqueArray(arbitraryUid, { selector: (u) => `${u.type}::${u.id}` })),
  })
  .map(({ principal, resource, action, uids }) => {
    const keys: ScopeKey[] = [];
    const one = (rank: number, of: EntityUid): void => {
      keys.push({ rank, uids: [{ type: of.type, id: rank >= 6 ? "" : of.id }] });
    };
    if (principal !== undefined) one(principal, uids[0]);
    if (resource !== undefined) one(resource, uids[1]);
    if (action === 4) one(4, uids[0]);
    if (action === 5) keys.push({ rank: 5, uids: uids[2] });
    return keys.sort((a, b) => a.rank - b.rank);
  });

const arbitraryParents = fc
  .array(fc.tuple(arbitraryUid, fc.array(arbitraryUid, { maxLength: 3 })), { maxLength: 8 })
  .map((list) => new Map(list.map(([of, parents]) => [`${of.type}::${of.id}`, parents] as const)));

const names = (items: readonly Item[]): number[] => items.map(({ name }) => name).sort((a, b) => a - b);

describe("ScopeIndex", () => {
  it("scans the list while it is short", () => {
    const index = new ScopeIndex<Item>();
    const item = itemOf(0, [{ rank: 0, uids: [{ type: "U", id: "a" }] }]);
    index.add(item);
    const other = { principal: uid("U", "b"), action: uid("A", "x"), resource: uid("R", "r") };
    expect(index.candidates(other, sourceOf(new Map(), true))).toEqual([item]);
  });

  it("looks policies up once there are many", () => {
    const index = new ScopeIndex<Item>();
    for (let name = 0; name < 1000; name += 1) {
      index.add(itemOf(name, [{ rank: 0, uids: [{ type: "U", id: String(name) }] }]));
    }
    const request = { principal: uid("U", "17"), action: uid("A", "x"), resource: uid("R", "r") };
    expect(names(index.candidates(request, sourceOf(new Map(), true)))).toEqual([17]);
  });

  it("finds exactly what a full scan finds, whatever was added and removed", () => {
    const many = fc.array(arbitraryKeys, { minLength: scanLimit - 4, maxLength: 5 * scanLimit });
    const property = fc.property(
      many,
      fc.array(fc.nat(5 * scanLimit)),
      arbitraryParents,
      fc.tuple(arbitraryUid, arbitraryUid, arbitraryUid),
      fc.boolean(),
      (keys, removals, parents, [principal, action, resource], listsAncestors) => {
        const index = new ScopeIndex<Item>();
        const present = new Set<Item>();
        const items = keys.map((each, name) => itemOf(name, each));
        for (const item of items) {
          index.add(item);
          present.add(item);
        }
        for (const at of removals) {
          const item = items[at];
          if (item !== undefined && present.delete(item)) index.remove(item);
        }
        const source = sourceOf(parents, listsAncestors);
        const request = { principal, action, resource };
        const found = index.candidates(request, source);
        expect(new Set(found).size).toBe(found.length);
        const satisfied = found.filter((item) => matches(item.keys, request, source));
        const expected = [...present].filter((item) => matches(item.keys, request, source));
        expect(names(satisfied)).toEqual(names(expected));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it("is a plain list again after everything was removed", () => {
    fc.assert(
      fc.property(fc.array(arbitraryKeys, { minLength: scanLimit + 1, maxLength: 3 * scanLimit }), (keys) => {
        const index = new ScopeIndex<Item>();
        const items = keys.map((each, name) => itemOf(name, each));
        for (const item of items) index.add(item);
        for (const item of items) index.remove(item);
        const extra = itemOf(-1, [{ rank: 0, uids: [{ type: "U", id: "never" }] }]);
        index.add(extra);
        const request = { principal: uid("U", "a"), action: uid("U", "a"), resource: uid("U", "a") };
        expect(index.candidates(request, sourceOf(new Map(), true))).toEqual([extra]);
      }),
      { numRuns: 50 },
    );
  });
});
