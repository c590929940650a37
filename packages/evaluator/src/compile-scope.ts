import type { EntityUid } from "@deodar/core";
import { keptUid } from "@deodar/core/hierarchy";
import type { Diagnostic } from "@deodar/diagnostics";
import type { EntityLiteral, Policy, ScopeConstraint, Slot, SlotName } from "@deodar/syntax";
import { type Constraint, Scope } from "./scope.ts";
import { checkTypeName } from "./type-name.ts";

/** The variables that a scope constrains, in the order in which it does. */
export const scopeVariables = ["principal", "action", "resource"] as const;

/** A variable that a scope constrains. */
export type ScopeVariable = (typeof scopeVariables)[number];

/** What notes why a scope cannot be compiled. */
export interface Faults {
  refuse(fault: Diagnostic): void;
}

/** Makes the uids of a scope, so that many scopes may share them. */
export type UidMaker = (type: string, id: string) => EntityUid;

const any: Constraint = { type: undefined, entity: undefined, orBelow: false };

/** The scope of a policy or template. `makeUid` has to give uids that nobody can change. */
export function compileScope(policy: Policy, faults: Faults, makeUid: UidMaker = keptUid): Scope {
  return new Scope(
    compileConstraint(policy.principal, faults, makeUid),
    compileConstraint(policy.action, faults, makeUid),
    compileConstraint(policy.resource, faults, makeUid),
  );
}

/** The scope that has only this constraint, for looking at one after the other. */
export function compileAlone(variable: ScopeVariable, policy: Policy, faults: Faults): Scope {
  const constraint = compileConstraint(policy[variable], faults, keptUid);
  return new Scope(
    variable === "principal" ? constraint : any,
    variable === "action" ? constraint : any,
    variable === "resource" ? constraint : any,
  );
}

function compileConstraint(constraint: ScopeConstraint, faults: Faults, makeUid: UidMaker): Constraint {
  switch (constraint.kind) {
    case "scopeAny":
      return any;
    case "scopeEqual":
    case "scopeActionEqual":
      return { type: undefined, entity: entityIn(constraint.entity, faults, makeUid), orBelow: false };
    case "scopeIn":
    case "scopeActionIn":
      return { type: undefined, entity: entityIn(constraint.entity, faults, makeUid), orBelow: true };
    case "scopeActionInSet":
      return { type: undefined, entity: distinctUids(constraint.entities, faults, makeUid), orBelow: true };
    case "scopeIs":
      return { type: typeIn(constraint, faults), entity: undefined, orBelow: false };
    case "scopeIsIn":
      return { type: typeIn(constraint, faults), entity: entityIn(constraint.entity, faults, makeUid), orBelow: true };
  }
}

function typeIn({ entityType, span }: Extract<ScopeConstraint, { entityType: string }>, faults: Faults): string {
  checkTypeName(entityType, span, faults);
  return entityType;
}

/** With a fault the scope is not used, and it makes no difference what stands for the entity. */
function entityIn(entity: EntityLiteral | Slot, faults: Faults, makeUid: UidMaker): EntityUid | SlotName {
  if (entity.kind === "slot") return entity.name;
  const { type, id } = entity;
  return checkTypeName(type, entity.span, faults) ? makeUid(type, id) : { kind: "entity", type, id };
}

/** Each entity of a list once: there may be very many. */
function distinctUids(entities: readonly EntityLiteral[], faults: Faults, makeUid: UidMaker): readonly EntityUid[] {
  const known = new Map<string, Set<string>>();
  const uids: EntityUid[] = [];
  for (const entity of entities) {
    const ids = known.get(entity.type) ?? new Set();
    known.set(entity.type, ids);
    if (ids.has(entity.id)) continue;
    ids.add(entity.id);
    uids.push(entityIn(entity, faults, makeUid) as EntityUid);
  }
  return uids;
}
