import { Entities, type Entity, type EntityUid, entitiesFromPlain, entityUid, equalEntities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import { type Choices, drawEntities, drawWorld, type EntityJson, type Uid } from "@deodar/testing";
import { PlainStore } from "../plain-store.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

type Step =
  | { readonly kind: "add" | "upsert"; readonly entities: readonly EntityJson[] }
  | { readonly kind: "remove"; readonly uid: Uid };

/** A store of entities that is changed again and again, against one that is made anew of what there should be. */
export const entityUpdates: Target = {
  name: "entity updates",
  share: 6,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const world = drawWorld(choices);
    const uids = [...world.ground.uids.values()].flat().slice(0, 24);
    const store = unwrap(Entities.of(unwrap(entitiesFromPlain(world.entities))));
    const plain = new PlainStore(unwrap(entitiesFromPlain(world.entities)));
    const steps: Step[] = [];
    const disagreements: Disagreement[] = [];
    let tests = 0;
    const sample = (): ReadonlyMap<string, string> =>
      new Map([
        ["entities.json", `${stringifyJson(world.entities as never, 2)}\n`],
        ["steps.json", `${stringifyJson(steps as never, 2)}\n`],
      ]);
    const note = (what: string, production: string): void =>
      void disagreements.push({ what, answers: { production }, sample });
    for (let count = 1 + choices.below(12); count > 0 && uids.length > 0; count--) {
      const step = drawStep(choices, uids, () => drawEntities(choices, world.ground, { slips: 0, missing: 30 }));
      steps.push(step);
      // Asked before, answers may be remembered.
      const [from, to] = [uidOf(choices.pick(uids)), uidOf(choices.pick(uids))];
      store.isIn(from, to);
      const [ours, expected] = apply(step, store, plain);
      tests += 1;
      if (ours !== expected) note(`${step.kind}: outcome`, `${ours}, not ${expected}`);
      else compareStores(store, plain, uids, (what, told) => note(`${step.kind}: ${what}`, told));
      if (disagreements.length > 0) break;
    }
    return { tests, withReference: 0, disagreements };
  },
};

function drawStep(choices: Choices, uids: readonly Uid[], draw: () => readonly EntityJson[]): Step {
  const kind = choices.pick(["upsert", "add", "remove"] as const);
  if (kind === "remove") return { kind, uid: choices.pick(uids) };
  const entities = draw().slice(0, 1 + choices.below(4));
  // A parent of any kind, which may make a cycle.
  const changed = entities.map((entity) => {
    return choices.chance(40) ? { ...entity, parents: [...entity.parents, choices.pick(uids)] } : entity;
  });
  return { kind, entities: changed };
}

function apply(step: Step, store: Entities, plain: PlainStore): readonly [boolean, boolean] {
  if (step.kind === "remove") return [store.remove(uidOf(step.uid)), plain.remove(uidOf(step.uid))];
  const entities = unwrap(entitiesFromPlain(step.entities));
  return [store[step.kind](entities).ok, plain.put(entities, step.kind === "upsert")];
}

function compareStores(
  store: Entities,
  plain: PlainStore,
  uids: readonly Uid[],
  differ: (what: string, told: string) => void,
): void {
  if (store.size !== plain.size) {
    differ("size", `${store.size}, not ${plain.size}`);
    return;
  }
  for (const uid of uids.map(uidOf)) {
    const [one, other] = [store.get(uid), plain.get(uid)];
    if ((one === undefined) !== (other === undefined) || (one !== undefined && !equalEntities(one, other as Entity))) {
      differ("entity", `${uid.type}::${uid.id}`);
      return;
    }
    const above = plain.ancestors(uid);
    const listed = new Set(store.ancestors(uid).map(({ type, id }) => `${type}\0${id}`));
    if (listed.size !== above.size || ![...above].every((key) => listed.has(key))) {
      differ(
        "ancestors",
        `of ${uid.type}::${uid.id}: ${JSON.stringify([...listed])}, not ${JSON.stringify([...above])}`,
      );
      return;
    }
    for (const container of uids.map(uidOf)) {
      const expected =
        above.has(`${container.type}\0${container.id}`) || (uid.type === container.type && uid.id === container.id);
      if (store.isIn(uid, container) !== expected) differ("isIn", `${uid.id} in ${container.id} is not ${expected}`);
      return;
    }
  }
}

function uidOf({ type, id }: Uid): EntityUid {
  return entityUid(type, id);
}
