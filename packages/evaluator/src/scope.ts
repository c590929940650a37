import { type EntityUid, entityUid } from "@deodar/core";
import type { Diagnostic } from "@deodar/diagnostics";
import type { EntityLiteral, Policy, ScopeConstraint, Slot } from "@deodar/syntax";
import type { Environment } from "./environment.ts";
import { checkTypeName } from "./type-name.ts";

/** The variables that a scope constrains, in the order in which it does. */
export const scopeVariables = ["principal", "action", "resource"] as const;

/** A variable that a scope constrains. */
export type ScopeVariable = (typeof scopeVariables)[number];

/** Whether a constraint of a scope is met. Scopes have no errors; a slot without a value is never met. */
export type ScopeTest = (environment: Environment) => boolean;

/** The place of a variable in {@link scopeVariables} and in an environment's scope. */
type ScopeIndex = 0 | 1 | 2;

/** What notes why a scope cannot be compiled. */
export interface Faults {
  refuse(fault: Diagnostic): void;
}

/**
 * The test of the whole scope. Its constraints have no errors, so that their order makes no difference, and those that
 * need no look at the hierarchy go first.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html#term-parc-scope
 */
export function compileScope(policy: Policy, faults: Faults): ScopeTest {
  const tests = scopeVariables
    .filter((variable) => policy[variable].kind !== "scopeAny")
    .map((variable) => ({
      cost: costOf(policy[variable]),
      test: compileConstraint(variable, policy[variable], faults),
    }))
    .sort((left, right) => left.cost - right.cost)
    .map(({ test }) => test);
  const [first, second, third] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (third === undefined) return (environment) => first(environment) && second(environment);
  return (environment) => first(environment) && second(environment) && third(environment);
}

/** How many places of the hierarchy a constraint may have to look at. */
function costOf(constraint: ScopeConstraint): number {
  switch (constraint.kind) {
    case "scopeAny":
    case "scopeEqual":
    case "scopeActionEqual":
    case "scopeIs":
      return 0;
    case "scopeIn":
    case "scopeActionIn":
    case "scopeIsIn":
      return 1;
    case "scopeActionInSet":
      return constraint.entities.length;
  }
}

/** The test of one constraint. */
export function compileConstraint(variable: ScopeVariable, constraint: ScopeConstraint, faults: Faults): ScopeTest {
  const index = scopeVariables.indexOf(variable) as ScopeIndex;
  switch (constraint.kind) {
    case "scopeAny":
      return () => true;
    case "scopeEqual":
    case "scopeActionEqual":
      return equals(index, constraint.entity, faults);
    case "scopeIn":
    case "scopeActionIn":
      return isIn(index, constraint.entity, faults);
    case "scopeActionInSet":
      return isInAny(index, constraint.entities, faults);
    case "scopeIs":
      return is(index, constraint.entityType, constraint, faults);
    case "scopeIsIn": {
      const hasType = is(index, constraint.entityType, constraint, faults);
      const isBelow = isIn(index, constraint.entity, faults);
      return (environment) => hasType(environment) && isBelow(environment);
    }
  }
}

function equals(index: ScopeIndex, entity: EntityLiteral | Slot, faults: Faults): ScopeTest {
  if (entity.kind === "slot") {
    const slot = entity.name;
    return (environment) => {
      const value = environment.slots[slot];
      const { type, id } = environment.scope[index];
      return value !== undefined && id === value.id && type === value.type;
    };
  }
  checkTypeName(entity.type, entity.span, faults);
  const { type: wantedType, id: wantedId } = entity;
  return (environment) => {
    const { type, id } = environment.scope[index];
    return id === wantedId && type === wantedType;
  };
}

function isIn(index: ScopeIndex, entity: EntityLiteral | Slot, faults: Faults): ScopeTest {
  if (entity.kind === "slot") {
    const slot = entity.name;
    return (environment) => {
      const value = environment.slots[slot];
      return value !== undefined && environment.isIn(environment.scope[index], value);
    };
  }
  const uid = uidOf(entity, faults);
  return uid === undefined ? () => false : (environment) => environment.isIn(environment.scope[index], uid);
}

function isInAny(index: ScopeIndex, entities: readonly EntityLiteral[], faults: Faults): ScopeTest {
  const uids: EntityUid[] = [];
  for (const entity of entities) {
    const uid = uidOf(entity, faults);
    if (uid !== undefined) uids.push(uid);
  }
  return (environment) => {
    const member = environment.scope[index];
    for (const { type, id } of uids) if (id === member.id && type === member.type) return true;
    for (const uid of uids) if (environment.isIn(member, uid)) return true;
    return false;
  };
}

function is(index: ScopeIndex, entityType: string, constraint: ScopeConstraint, faults: Faults): ScopeTest {
  checkTypeName(entityType, constraint.span, faults);
  return (environment) => environment.scope[index].type === entityType;
}

function uidOf(entity: EntityLiteral, faults: Faults): EntityUid | undefined {
  return checkTypeName(entity.type, entity.span, faults) ? entityUid(entity.type, entity.id) : undefined;
}
