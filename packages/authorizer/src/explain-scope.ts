import { type EntitySource, type EntityUid, printUid, sameUid } from "@deodar/core";
import type { Span } from "@deodar/diagnostics";
import type { Request, SlotValues } from "@deodar/evaluator";
import type { EntityLiteral, Policy, ScopeConstraint, Slot } from "@deodar/syntax";

/** How one variable of a request fares with a policy's scope. */
export interface ScopeExplanation {
  readonly matches: boolean;
  /** The constraint as Cedar text, `principal in Team::"staff"`; in a link a slot is shown as its value. */
  readonly text: string;
  /** Where the constraint stands in the text of the policy or template, in UTF-16 offsets, if it was read from text. */
  readonly span?: Span;
}

/** How a request fares with all of a policy's scope. */
export interface ScopeExplanations {
  readonly principal: ScopeExplanation;
  readonly action: ScopeExplanation;
  readonly resource: ScopeExplanation;
}

/** What a scope is tried on. */
export interface ScopeCall {
  readonly request: Request;
  readonly entities: EntitySource;
  readonly slots: SlotValues;
}

/** Tries each of the three constraints of a policy's scope. */
export function explainScope(policy: Policy, call: ScopeCall): ScopeExplanations {
  return {
    principal: explainConstraint("principal", policy.principal, call),
    action: explainConstraint("action", policy.action, call),
    resource: explainConstraint("resource", policy.resource, call),
  };
}

function explainConstraint(
  variable: "principal" | "action" | "resource",
  constraint: ScopeConstraint,
  call: ScopeCall,
): ScopeExplanation {
  const own = call.request[variable];
  return {
    matches: constraintMatches(own, constraint, call),
    text: `${variable}${constraintText(constraint, call.slots)}`,
    ...(constraint.span === undefined ? {} : { span: constraint.span }),
  };
}

function constraintMatches(own: EntityUid, constraint: ScopeConstraint, { entities, slots }: ScopeCall): boolean {
  const is = (entity: EntityLiteral | Slot): boolean => sameUid(own, uidOf(entity, slots));
  const isIn = (entity: EntityLiteral | Slot): boolean => entities.isIn(own, uidOf(entity, slots));
  switch (constraint.kind) {
    case "scopeAny":
      return true;
    case "scopeEqual":
    case "scopeActionEqual":
      return is(constraint.entity);
    case "scopeIn":
    case "scopeActionIn":
      return isIn(constraint.entity);
    case "scopeIs":
      return own.type === constraint.entityType;
    case "scopeIsIn":
      return own.type === constraint.entityType && isIn(constraint.entity);
    case "scopeActionInSet":
      return constraint.entities.some(isIn);
  }
}

function constraintText(constraint: ScopeConstraint, slots: SlotValues): string {
  const text = (entity: EntityLiteral | Slot): string => printUid(uidOf(entity, slots));
  switch (constraint.kind) {
    case "scopeAny":
      return "";
    case "scopeEqual":
    case "scopeActionEqual":
      return ` == ${text(constraint.entity)}`;
    case "scopeIn":
    case "scopeActionIn":
      return ` in ${text(constraint.entity)}`;
    case "scopeIs":
      return ` is ${constraint.entityType}`;
    case "scopeIsIn":
      return ` is ${constraint.entityType} in ${text(constraint.entity)}`;
    case "scopeActionInSet":
      return ` in [${constraint.entities.map(text).join(", ")}]`;
  }
}

function uidOf(entity: EntityLiteral | Slot, slots: SlotValues): EntityUid {
  // Only links have slots, and they have a value for each.
  if (entity.kind === "slot") return slots[entity.name] as EntityUid;
  return { kind: "entity", type: entity.type, id: entity.id };
}
