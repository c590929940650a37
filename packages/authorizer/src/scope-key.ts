import type { EntityUid } from "@deodar/core";
import type { SlotValues } from "@deodar/evaluator";
import type { EntityLiteral, Policy, PrincipalConstraint, Slot, SlotName } from "@deodar/syntax";
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
 * more than one; `is` names a type, with an empty id. With a slot it names none until {@link fillSlots}.
 */
export interface ScopeKey {
  readonly rank: number;
  readonly uids: readonly IndexedUid[];
  readonly slot?: SlotName;
}

/**
 * The constraints of a policy's scope, the most selective first, at most one per variable. A policy can only be
 * satisfied by requests that meet all of them.
 */
export function scopeKeys(policy: Policy): readonly ScopeKey[] {
  const keys: ScopeKey[] = [];
  addEntityKey(keys, policy.principal, { equal: 0, in: 2, is: 6 });
  addEntityKey(keys, policy.resource, { equal: 1, in: 3, is: 7 });
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

/** The keys of a link, from those of its template. Links have a value for each slot. */
export function fillSlots(keys: readonly ScopeKey[], slots: SlotValues): readonly ScopeKey[] {
  return keys.map(({ rank, uids, slot }): ScopeKey => {
    return { rank, uids: slot === undefined ? uids : [plainUid(slots[slot] as EntityUid)] };
  });
}

/** Whether a policy with these keys is to be found in several places of the index. */
export function isScattered(keys: readonly ScopeKey[]): boolean {
  return keys.some(({ uids }) => uids.length > 1);
}

function addEntityKey(
  keys: ScopeKey[],
  constraint: PrincipalConstraint,
  ranks: { readonly equal: number; readonly in: number; readonly is: number },
): void {
  switch (constraint.kind) {
    case "scopeAny":
      break;
    case "scopeEqual":
      addUidKey(keys, ranks.equal, constraint.entity);
      break;
    case "scopeIn":
    case "scopeIsIn":
      addUidKey(keys, ranks.in, constraint.entity);
      break;
    case "scopeIs":
      keys.push({ rank: ranks.is, uids: [{ type: constraint.entityType, id: "" }] });
      break;
  }
}

function addUidKey(keys: ScopeKey[], rank: number, entity: EntityLiteral | Slot): void {
  keys.push(entity.kind === "slot" ? { rank, uids: [], slot: entity.name } : { rank, uids: [plainUid(entity)] });
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
