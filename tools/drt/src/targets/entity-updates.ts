import { Entities, type Entity, type EntityUid, entitiesFromPlain, entityOf, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import { type Choices, drawEntities, drawWorld, type EntityJson, type Uid } from "@deodar/testing";
import { Checks } from "../checks.ts";
import { entityText, PlainStore } from "../plain-store.ts";
import type { CaseResult, Target } from "../target.ts";

type Step =
  | { readonly kind: "add" | "upsert"; readonly entities: readonly EntityJson[] }
  | { readonly kind: "remove"; readonly uid: Uid }
  | { readonly kind: "many"; readonly count: number; readonly parents: readonly number[]; readonly kept: number };

/** A store of entities that is changed again and again, against one that is made anew of what there should be. */
export const entityUpdates: Target = {
  name: "entity updates",
  share: 6,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const world = drawWorld(choices);
    const uids = [...world.ground.uids.values()].flat().slice(0, 24);
    const steps: Step[] = [];
    const checks = new Checks(() => {
      return new Map([
        ["entities.json", `${stringifyJson(world.entities as never, 2)}\n`],
        ["steps.json", `${stringifyJson(steps as never, 2)}\n`],
      ]);
    });
    const store = unwrap(Entities.of(unwrap(entitiesFromPlain(world.entities))));
    const plain = new PlainStore(unwrap(entitiesFromPlain(world.entities)));
    for (let count = 1 + choices.below(12); count > 0 && uids.length > 0 && checks.passed; count--) {
      const step = drawStep(choices, uids, () => drawEntities(choices, world.ground, { slips: 0, missing: 30 }));
      steps.push(step);
      // Asked before, answers may be remembered.
      const [from, to] = [uidOf(choices.pick(uids)), uidOf(choices.pick(uids))];
      store.isIn(from, to);
      checks.next();
      apply(step, store, plain, checks);
      compareStores(store, plain, [...uids.map(uidOf), ...manyOf(step)], checks);
    }
    if (checks.passed && choices.chance(20)) {
      checks.next();
      const again = unwrap(Entities.fromJson(unwrap(store.toJson(choices.below(3)))));
      checks.equal("JSON", Array.from(again, entityText).sort().join("\n"), plain.texts().join("\n"));
    }
    return checks.result();
  },
};

function drawStep(choices: Choices, uids: readonly Uid[], draw: () => readonly EntityJson[]): Step {
  if (choices.chance(1))
    return {
      kind: "many",
      count: choices.pick([40, 300, 1400]),
      parents: choices.list(1, 24, () => choices.below(256)),
      kept: choices.below(3),
    };
  const kind = choices.pick(["upsert", "add", "remove"] as const);
  if (kind === "remove") return { kind, uid: choices.pick(uids) };
  const entities = draw().slice(0, 1 + choices.below(4));
  // A parent of any kind, which may make a cycle.
  const changed = entities.map((entity) => {
    return choices.chance(40) ? { ...entity, parents: [...entity.parents, choices.pick(uids)] } : entity;
  });
  // Of the same entity twice, the second is to be equal or to stand.
  return { kind, entities: choices.chance(15) ? [...changed, ...entities.slice(0, 1)] : changed };
}

function apply(step: Step, store: Entities, plain: PlainStore, checks: Checks): void {
  switch (step.kind) {
    case "remove":
      checks.equal("remove", store.remove(uidOf(step.uid)), plain.remove(uidOf(step.uid)));
      return;
    case "many":
      applyMany(step, store, plain, checks);
      return;
    case "add":
    case "upsert": {
      const entities = unwrap(entitiesFromPlain(step.entities));
      const done = store[step.kind](entities);
      const told = done.ok
        ? "done"
        : done.errors.map(({ code, path, message }) => `${code} ${path?.join()}: ${message}`).join("\n");
      const expected = plain.put(entities, step.kind === "upsert");
      // Any entity of a cycle may be named.
      const isExpected = expected.length === 0 ? done.ok : expected.includes(told);
      checks.equal(step.kind, told, isExpected ? told : expected.join(" or "));
    }
  }
}

/** Adds many entities in chains, some of which have parents far apart, and removes most of them again. */
function applyMany(step: Step & { kind: "many" }, store: Entities, plain: PlainStore, checks: Checks): void {
  const uids = Array.from({ length: step.count }, (_, index) => entityUid("Many", `${index}`));
  const entities = uids.map((uid, index): Entity => {
    const far =
      index < step.count - 4 ? [] : step.parents.map((place) => uids[(place * (step.count - 4)) >> 8] as EntityUid);
    return entityOf(uid, { parents: index % 5 === 0 ? far : [uids[index - 1] as EntityUid, ...far] });
  });
  checks.equal("many", store.upsert(entities).ok, plain.put(entities, true).length === 0);
  compareStores(store, plain, [...uids.slice(-6), ...uids.slice(0, 3)], checks);
  const gone = uids.slice(0, step.kept === 0 ? step.count : -6 * step.kept);
  for (const uid of gone) checks.equal("remove many", store.remove(uid), true);
  plain.remove(...gone);
}

function manyOf(step: Step): readonly EntityUid[] {
  if (step.kind !== "many") return [];
  return [0, 1, 2, 7, 13].map((back) => entityUid("Many", `${step.count - 1 - back}`));
}

function compareStores(store: Entities, plain: PlainStore, uids: readonly EntityUid[], checks: Checks): void {
  checks.equal("size", store.size, plain.size);
  if (plain.size < 100)
    checks.equal("entities", Array.from(store, entityText).sort().join("\n"), plain.texts().join("\n"));
  for (const uid of uids) {
    const entity = plain.get(uid);
    const known = store.get(uid);
    checks.equal("get", known && entityText(known), entity && entityText(entity));
    checks.equal("has", store.has(uid), entity !== undefined);
    const above = plain.ancestors(uid);
    const listed = store.ancestors(uid).map(nameOf).sort();
    checks.equal("ancestors", JSON.stringify(listed), JSON.stringify([...above].sort()));
    for (const container of uids.slice(0, 12)) {
      const expected = above.has(nameOf(container)) || nameOf(uid) === nameOf(container);
      checks.equal("isIn", store.isIn(uid, container), expected);
    }
  }
}

function nameOf({ type, id }: EntityUid): string {
  return `${type}\0${id}`;
}

function uidOf({ type, id }: Uid): EntityUid {
  return entityUid(type, id);
}
