import type { JsonValue } from "@deodar/json";
import type { EntityTypeInfo } from "@deodar/schema";
import type { Choices } from "../choices/choices.ts";
import type { Ground } from "../ground/ground.ts";
import { distinct, type Pools } from "../ground/pools.ts";
import type { SchemaView } from "../ground/schema-view.ts";
import { drawRecord, drawValue, type Uid, uidJson, type ValueOptions } from "./generate-value.ts";

/** An entity in Cedar's JSON form. */
export type EntityJson = {
  readonly uid: { readonly type: string; readonly id: string };
  readonly attrs: { readonly [name: string]: JsonValue };
  readonly parents: readonly { readonly type: string; readonly id: string }[];
  readonly tags?: { readonly [name: string]: JsonValue };
};

/** How entities are made. */
export interface EntityOptions extends ValueOptions {
  /** Percent of entities that are left out, so that references to them dangle. */
  readonly missing: number;
}

/** The uids that entities shall have: a few of each type; now and then very many of one, for deep or wide hierarchies. */
export function drawUids(choices: Choices, view: SchemaView, pools: Pools): Map<string, readonly Uid[]> {
  const uids = new Map<string, readonly Uid[]>();
  const crowded = choices.chance(4) ? choices.below(Math.max(1, view.entityTypes.length)) : -1;
  for (const [index, { name, enumeration }] of view.entityTypes.entries()) {
    const ids =
      enumeration === undefined ? distinct(choices.list(0, 3, () => choices.pick(pools.ids))) : [...enumeration];
    if (index === crowded && enumeration === undefined) {
      for (let more = 20 + choices.below(60); more > 0; more--) ids.push(`n${more}`);
    }
    uids.set(
      name,
      ids.map((id): Uid => ({ type: name, id })),
    );
  }
  return uids;
}

/**
 * Entities of the types of a schema, with attributes and tags of the declared types. Parents stand as they were drawn: not
 * closed, in any order; there are no cycles.
 */
export function drawEntities(choices: Choices, ground: Ground, options: EntityOptions): EntityJson[] {
  const entities: EntityJson[] = [];
  const all = [...ground.uids.values()].flat();
  const order = new Map(all.map((uid, index) => [uid, index]));
  const deep = choices.chance(50);
  for (const type of ground.view.entityTypes) {
    // Entities of an enumerated type are rarely among the data.
    if (type.enumeration !== undefined && !choices.chance(20)) continue;
    for (const uid of ground.uids.get(type.name) ?? []) {
      if (options.missing > 0 && choices.chance(options.missing)) continue;
      entities.push(drawEntity(choices, ground, { type, uid, order, deep }, options));
    }
  }
  if (options.slips > 0) entities.push(...drawStrangers(choices, ground, options.slips));
  return choices.chance(50) ? entities.reverse() : entities;
}

/** Entities that no schema has: of an undeclared type, an undeclared action, an undeclared one of an enumerated type. */
function drawStrangers(choices: Choices, { view }: Ground, slips: number): EntityJson[] {
  const enumerated = view.entityTypes.filter(({ enumeration }) => enumeration !== undefined);
  const uids: Uid[] = [];
  if (choices.chance(slips)) uids.push({ type: "Stranger", id: "s" });
  if (choices.chance(slips)) uids.push({ type: choices.pick(view.actions).uid.type, id: "undeclared" });
  if (enumerated.length > 0 && choices.chance(slips))
    uids.push({ type: choices.pick(enumerated).name, id: "undeclared" });
  return uids.map((uid) => ({ uid: uidJson(uid), attrs: {}, parents: [] }));
}

interface Place {
  readonly type: EntityTypeInfo;
  readonly uid: Uid;
  /** Parents come later than their children, so that there are no cycles. */
  readonly order: ReadonlyMap<Uid, number>;
  readonly deep: boolean;
}

function drawEntity(
  choices: Choices,
  ground: Ground,
  { type, uid, order, deep }: Place,
  options: EntityOptions,
): EntityJson {
  const own = order.get(uid) ?? 0;
  const parents: Uid[] = [];
  for (const parentType of type.parents) {
    const above = (ground.uids.get(parentType) ?? []).filter((other) => (order.get(other) ?? 0) > own);
    // A chain in which every one is in the next is deep; otherwise a few anywhere, now and then very many.
    if (deep && above[0] !== undefined && choices.chance(70)) parents.push(above[0]);
    else if (above.length > 0) for (let count = choices.below(3); count > 0; count--) parents.push(choices.pick(above));
    if (above.length > 10 && choices.chance(5)) parents.push(...above);
  }
  if (options.slips > 0 && choices.chance(options.slips)) parents.push(drawStrangeParent(choices, ground, type));
  const entity: EntityJson = {
    uid: uidJson(uid),
    attrs: drawRecord(choices, ground, type, options),
    parents: distinct(parents).map(uidJson),
  };
  if (type.tags === undefined) {
    return options.slips > 0 && choices.chance(options.slips) ? { ...entity, tags: { stray: 1 } } : entity;
  }
  const { tags } = type;
  const names = distinct(choices.list(0, 3, () => choices.pick(ground.pools.strings)));
  // These keys mean something else in JSON, so data cannot have them.
  const allowed = names.filter((name) => name !== "__entity" && name !== "__extn" && name !== "__expr");
  return {
    ...entity,
    tags: Object.fromEntries(allowed.map((name) => [name, drawValue(choices, ground, tags, options)])),
  };
}

/** A parent that no entity of this type can have: undeclared in its type or in its id. */
function drawStrangeParent(choices: Choices, { view }: Ground, { parents }: EntityTypeInfo): Uid {
  const enumerated = view.entityTypes.filter(({ name, enumeration }) => enumeration !== undefined && parents.has(name));
  switch (choices.below(3)) {
    case 0:
      return { type: choices.pick(view.actions).uid.type, id: "undeclared" };
    case 1:
      return enumerated.length > 0
        ? { type: choices.pick(enumerated).name, id: "undeclared" }
        : { type: choices.pick(view.entityTypes).name, id: "s" };
    default:
      return { type: "Stranger", id: "s" };
  }
}

/** The entities of the actions that a schema declares. */
export function actionEntityJson({ actions }: SchemaView): EntityJson[] {
  return actions.map(({ uid, parents }) => ({ uid: uidJson(uid), attrs: {}, parents: parents.map(uidJson) }));
}
