import type { EntityLiteral, Policy, PrincipalConstraint, Slot } from "@deodar/syntax";
import type { SlotEntities } from "../options.ts";
import type { Scope } from "./check-applicability.ts";

/** The scope of a template with these entities in its slots. */
export function fillScope({ principal, action, resource }: Policy, values: SlotEntities): Scope {
  return { principal: fill(principal, values), action, resource: fill(resource, values) };
}

function fill(constraint: PrincipalConstraint, values: SlotEntities): PrincipalConstraint {
  switch (constraint.kind) {
    case "scopeEqual":
    case "scopeIn":
    case "scopeIsIn":
      return { ...constraint, entity: fillSlot(constraint.entity, values) };
    case "scopeAny":
    case "scopeIs":
      return constraint;
  }
}

function fillSlot(entity: EntityLiteral | Slot, values: SlotEntities): EntityLiteral | Slot {
  const uid = entity.kind === "slot" ? values[entity.name] : undefined;
  return uid === undefined ? entity : { kind: "entity", type: uid.type, id: uid.id, span: undefined };
}
