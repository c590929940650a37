import { type EntitySource, type EntityUid, emptyRecord } from "@deodar/core";
import { Environment, type Request } from "@deodar/evaluator";
import { compileScope, type Scope } from "@deodar/evaluator/policy";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndexedSource } from "../src/ancestor-probe.ts";
import { type Indexed, ScopeIndex, scanLimit } from "../src/scope-index.ts";
import { isScattered } from "../src/scope-key.ts";
import { policy } from "./support.ts";

interface Item extends Indexed {
  readonly name: number;
}

const itemOf = (name: number, scope: Scope): Item => ({ name, scope, scattered: isScattered(scope) });

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

/** A scope of one constraint, `principal == U::"<id>"`. */
const scopeOfUser = (id: string): Scope => scopeOf(`permit (principal == U::"${id}", action, resource);`);

function scopeOf(text: string): Scope {
  return compileScope(policy(text), { refuse: () => expect.unreachable() });
}

const arbitraryUid = fc
  .tuple(fc.constantFrom("U", "G", "__proto__"), fc.constantFrom("a", "b", "c", "", "constructor"))
  .map(([type, id]) => uid(type, id));

const party = (variable: string): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom("", "==", "in", "is", "is in"), arbitraryUid).map(([relation, { type, id }]) => {
    if (relation === "is") return `${variable} is ${type}`;
    if (relation === "is in") return `${variable} is ${type} in ${type}::"${id}"`;
    return relation === "" ? variable : `${variable} ${relation} ${type}::"${id}"`;
  });

const deed = fc
  .tuple(fc.constantFrom("", "==", "in", "in any"), fc.array(arbitraryUid, { minLength: 1, maxLength: 3 }))
  .map(([relation, uids]) => {
    const names = uids.map(({ id }) => `Action::"${id}"`);
    if (relation === "in any") return `action in [${names.join(", ")}]`;
    return relation === "" ? "action" : `action ${relation} ${names[0]}`;
  });

const arbitraryScope = fc
  .tuple(party("principal"), deed, party("resource"))
  .map(([principal, action, resource]) => scopeOf(`permit (${principal}, ${action}, ${resource});`));

const arbitraryParents = fc
  .array(fc.tuple(arbitraryUid, fc.array(arbitraryUid, { maxLength: 3 })), { maxLength: 8 })
  .map((list) => new Map(list.map(([of, parents]) => [`${of.type}::${of.id}`, parents] as const)));

const names = (items: readonly Item[]): number[] => items.map(({ name }) => name).sort((a, b) => a - b);

describe("ScopeIndex", () => {
  it("scans the list while it is short", () => {
    const index = new ScopeIndex<Item>();
    const item = itemOf(0, scopeOfUser("a"));
    index.add(item);
    const other = { principal: uid("U", "b"), action: uid("A", "x"), resource: uid("R", "r") };
    expect(index.candidates(other, sourceOf(new Map(), true))).toEqual([item]);
  });

  it("looks policies up once there are many", () => {
    const index = new ScopeIndex<Item>();
    for (let name = 0; name < 1000; name += 1) {
      index.add(itemOf(name, scopeOfUser(String(name))));
    }
    const request = { principal: uid("U", "17"), action: uid("A", "x"), resource: uid("R", "r") };
    expect(names(index.candidates(request, sourceOf(new Map(), true)))).toEqual([17]);
  });

  it("finds exactly what a full scan finds, whatever was added and removed", () => {
    const many = fc.array(arbitraryScope, { minLength: scanLimit - 4, maxLength: 5 * scanLimit });
    const property = fc.property(
      many,
      fc.array(fc.nat(5 * scanLimit)),
      arbitraryParents,
      fc.tuple(arbitraryUid, arbitraryUid, arbitraryUid),
      fc.boolean(),
      (scopes, removals, parents, [principal, action, resource], listsAncestors) => {
        const index = new ScopeIndex<Item>();
        const present = new Set<Item>();
        const items = scopes.map((each, name) => itemOf(name, each));
        for (const item of items) {
          index.add(item);
          present.add(item);
        }
        for (const at of removals) {
          const item = items[at];
          if (item !== undefined && present.delete(item)) index.remove(item);
        }
        const source = sourceOf(parents, listsAncestors);
        const request: Request = { principal, action: uid("Action", action.id), resource, context: emptyRecord };
        const environment = new Environment(request, source);
        const found = index.candidates(request, source);
        expect(new Set(found).size).toBe(found.length);
        const satisfied = found.filter((item) => item.scope.matches(environment));
        const expected = [...present].filter((item) => item.scope.matches(environment));
        expect(names(satisfied)).toEqual(names(expected));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it("is a plain list again after everything was removed", () => {
    fc.assert(
      fc.property(fc.array(arbitraryScope, { minLength: scanLimit + 1, maxLength: 3 * scanLimit }), (scopes) => {
        const index = new ScopeIndex<Item>();
        const items = scopes.map((each, name) => itemOf(name, each));
        for (const item of items) index.add(item);
        for (const item of items) index.remove(item);
        const extra = itemOf(-1, scopeOfUser("never"));
        index.add(extra);
        const request = { principal: uid("U", "a"), action: uid("U", "a"), resource: uid("U", "a") };
        expect(index.candidates(request, sourceOf(new Map(), true))).toEqual([extra]);
      }),
      { numRuns: 50 },
    );
  });
});
