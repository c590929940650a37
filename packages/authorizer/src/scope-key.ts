import type { EntityUid } from "@deodar/core";
import type { Scope } from "@deodar/evaluator/policy";
import type { IndexedUid } from "./uid-map.ts";

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
 * The constraints of a scope without slots, the most selective first, at most one per variable. A policy can only be
 * satisfied by requests that meet all of them.
 */
export function scopeKeys(scope: Scope): readonly ScopeKey[] {
  const { principalType, principal, principalOrBelow, action, actionOrBelow, resourceType, resource } = scope;
  const keys: ScopeKey[] = [];
  if (principal !== undefined) keys.push({ rank: principalOrBelow ? 2 : 0, uids: [principal as EntityUid] });
  else if (principalType !== undefined) keys.push({ rank: 6, uids: [{ type: principalType, id: "" }] });
  if (resource !== undefined) keys.push({ rank: scope.resourceOrBelow ? 3 : 1, uids: [resource as EntityUid] });
  else if (resourceType !== undefined) keys.push({ rank: 7, uids: [{ type: resourceType, id: "" }] });
  if (action !== undefined) keys.push({ rank: actionOrBelow ? 5 : 4, uids: isList(action) ? action : [action] });
  return keys.sort((a, b) => a.rank - b.rank);
}

/** Whether a policy with this scope is to be found in several places of the index. */
export function isScattered({ action }: Scope): boolean {
  return action !== undefined && isList(action) && action.length > 1;
}

/** Whether a scope names a principal or a resource, so that an index can tell it from many others. */
export function namesParty({ principal, resource }: Scope): boolean {
  return principal !== undefined || resource !== undefined;
}

function isList(action: EntityUid | readonly EntityUid[]): action is readonly EntityUid[] {
  return Array.isArray(action);
}
