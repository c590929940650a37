import { type EntityUid, sameUid } from "@deodar/core";
import type { SlotName } from "@deodar/syntax";
import type { Environment } from "./environment.ts";
import type { SlotValues } from "./request.ts";

/** What a scope demands of one variable. All that is given has to hold. */
export interface Constraint {
  /** The type that the entity has to have. */
  readonly type: string | undefined;
  /** The entity that it has to be, or be below; one of several, of an action. */
  readonly entity: EntityUid | SlotName | readonly EntityUid[] | undefined;
  /** Whether it may be below that entity. */
  readonly orBelow: boolean;
}

/**
 * A compiled scope. Its test cannot fail. All constraints lie in one object, since a set of policies may hold a million
 * of them.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html#term-parc-scope
 */
export class Scope {
  readonly principalType: string | undefined;
  /** Of a template, the slot. */
  readonly principal: EntityUid | SlotName | undefined;
  readonly principalOrBelow: boolean;
  readonly action: EntityUid | readonly EntityUid[] | undefined;
  readonly actionOrBelow: boolean;
  readonly resourceType: string | undefined;
  readonly resource: EntityUid | SlotName | undefined;
  readonly resourceOrBelow: boolean;

  constructor(principal: Constraint, action: Constraint, resource: Constraint) {
    this.principalType = principal.type;
    this.principal = principal.entity as EntityUid | SlotName | undefined;
    this.principalOrBelow = principal.orBelow;
    this.action = action.entity as EntityUid | readonly EntityUid[] | undefined;
    this.actionOrBelow = action.orBelow;
    this.resourceType = resource.type;
    this.resource = resource.entity as EntityUid | SlotName | undefined;
    this.resourceOrBelow = resource.orBelow;
  }

  /** Whether principal, action and resource are as demanded. A slot is met by nothing. */
  matches(environment: Environment): boolean {
    // Whatever needs no look at the hierarchy goes first.
    if (!this.actionOrBelow && !this.actionMatches(environment)) return false;
    return this.partiesMatch(environment) && (!this.actionOrBelow || this.actionMatches(environment));
  }

  /** Whether the action is as demanded. */
  actionMatches(environment: Environment): boolean {
    const { action } = this;
    if (action === undefined) return true;
    const actual = environment.action;
    if (isList(action)) {
      for (const each of action) if (sameUid(each, actual)) return true;
      for (const each of action) if (environment.isIn(actual, each)) return true;
      return false;
    }
    return this.actionOrBelow ? environment.isIn(actual, action) : sameUid(action, actual);
  }

  /** Whether the action and the types of principal and resource are as demanded. */
  mayMatch(environment: Environment): boolean {
    const { principalType, resourceType } = this;
    if (principalType !== undefined && principalType !== environment.principal.type) return false;
    if (resourceType !== undefined && resourceType !== environment.resource.type) return false;
    return this.actionMatches(environment);
  }

  /** Whether principal and resource are as demanded. */
  partiesMatch(environment: Environment): boolean {
    const { principalType, principal, resourceType, resource } = this;
    if (principalType !== undefined && principalType !== environment.principal.type) return false;
    if (resourceType !== undefined && resourceType !== environment.resource.type) return false;
    if (principal !== undefined && !this.principalOrBelow && !isThat(environment.principal, principal)) return false;
    if (resource !== undefined && !this.resourceOrBelow && !isThat(environment.resource, resource)) return false;
    if (principal !== undefined && this.principalOrBelow && !isIn(environment.principal, principal, environment)) {
      return false;
    }
    return resource === undefined || !this.resourceOrBelow || isIn(environment.resource, resource, environment);
  }

  /** The scope of a link: the same with the slots filled. A slot without a value stays one. */
  filledWith(slots: SlotValues): Scope {
    const { principal, resource } = this;
    return new Scope(
      { type: this.principalType, entity: filled(principal, slots), orBelow: this.principalOrBelow },
      { type: undefined, entity: this.action, orBelow: this.actionOrBelow },
      { type: this.resourceType, entity: filled(resource, slots), orBelow: this.resourceOrBelow },
    );
  }
}

function filled(entity: EntityUid | SlotName | undefined, slots: SlotValues): EntityUid | SlotName | undefined {
  return typeof entity === "string" ? (slots[entity] ?? entity) : entity;
}

function isThat(actual: EntityUid, wanted: EntityUid | SlotName): boolean {
  return typeof wanted === "object" && sameUid(wanted, actual);
}

function isIn(actual: EntityUid, wanted: EntityUid | SlotName, environment: Environment): boolean {
  return typeof wanted === "object" && environment.isIn(actual, wanted);
}

function isList(action: EntityUid | readonly EntityUid[]): action is readonly EntityUid[] {
  return Array.isArray(action);
}
