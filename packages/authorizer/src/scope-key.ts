import type { EntityUid } from "@deodar/core";
import type { SlotValues } from "@deodar/evaluator";
import type { EntityLiteral, Policy, PrincipalConstraint, Slot } from "@deodar/syntax";
import { type IndexedUid, UidMap } from "./uid-map.ts";

/** The ways a scope can be narrow, the most selective first. Each is one lookup table of the index. */
export const scopeRanks = [
  { variable: "principal", relation: "equal" },
  { variable: "resource", relation: "equal" },
  { variable: "principal", relation: "in" },
  { variable: "resource", relation: "in" },
  { variable: "action", relation: "equal" },
  { variable: "action", relation: "in" },
  { variable: "principal", relation: "is" },
  { variable: "resource", relation: "is" },
] as const;

/**
 * One constraint of a scope: its position in {@link scopeRanks} and the uids it names. Only `action in [...]` names
 * more than one; `is` names a type, with an empty id.
 */
export interface ScopeKey {
  readonly rank: number;
  readonly uids: readonly IndexedUid[];
}

/**
 * The constraints of a policy's scope, the most selective first, at most one per variable. A policy can only be
 * satisfied by requests that meet all of them.
 */
export function scopeKeys(policy: Policy, slots: SlotValues): readonly ScopeKey[] {
  const keys: ScopeKey[] = [];
  addEntityKey(keys, policy.principal, slots, { equal: 0, in: 2, is: 6 });
  addEntityKey(keys, policy.resource, slots, { equal: 1, in: 3, is: 7 });
  const action = policy.action;
  switch (action.kind) {
    case "scopeAny":
      break;
    case "scopeActionEqual":
      keys.push({ rank: 4, uids: [plainUid(action.entity)] });
      break;
    case "scopeActionIn":
      keys.push({ rank: 5, uids: [plainUid(action.entity)] });
      break;
    case "scopeActionInSet":
      keys.push({ rank: 5, uids: distinct(action.entities) });
      break;
  }
  return keys.sort((a, b) => a.rank - b.rank);
}

/** Whether a policy with these keys is to be found in several places of the index. */
export function isScattered(keys: readonly ScopeKey[]): boolean {
  return keys.some(({ uids }) => uids.length > 1);
}

function addEntityKey(
  keys: ScopeKey[],
  constraint: PrincipalConstraint,
  slots: SlotValues,
  ranks: { readonly equal: number; readonly in: number; readonly is: number },
): void {
  switch (constraint.kind) {
    case "scopeAny":
      break;
    case "scopeEqual":
      addUidKey(keys, ranks.equal, constraint.entity, slots);
      break;
    case "scopeIn":
    case "scopeIsIn":
      addUidKey(keys, ranks.in, constraint.entity, slots);
      break;
    case "scopeIs":
      keys.push({ rank: ranks.is, uids: [{ type: constraint.entityType, id: "" }] });
      break;
  }
}

function addUidKey(keys: ScopeKey[], rank: number, entity: EntityLiteral | Slot, slots: SlotValues): void {
  // Only links have slots, and they have a value for each.
  const uid = entity.kind === "slot" ? (slots[entity.name] as EntityUid) : entity;
  keys.push({ rank, uids: [plainUid(uid)] });
}

function plainUid(uid: IndexedUid): IndexedUid {
  return { type: uid.type, id: uid.id };
}

function distinct(entities: readonly EntityLiteral[]): readonly IndexedUid[] {
  const seen = new UidMap<true>();
  const uids: IndexedUid[] = [];
  for (const entity of entities) {
    if (seen.get(entity.type, entity.id)) continue;
    seen.set(entity, true);
    uids.push(plainUid(entity));
  }
  return uids;
}
