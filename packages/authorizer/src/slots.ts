import type { EntityLiteral, Policy, Slot, SlotName } from "@deodar/syntax";

/**
 * The slots in a policy's scope, `?resource` before `?principal` as the reference lists them; empty for a static
 * policy. Conditions cannot have slots (https://docs.cedarpolicy.com/policies/templates.html).
 */
export function slotsOf(policy: Policy): readonly SlotName[] {
  const slots: SlotName[] = [];
  for (const constraint of [policy.resource, policy.principal]) {
    const slot = slotIn(constraint);
    if (slot !== undefined) slots.push(slot.name);
  }
  return slots;
}

function slotIn(constraint: Policy["principal"]): Slot | undefined {
  switch (constraint.kind) {
    case "scopeAny":
    case "scopeIs":
      return undefined;
    case "scopeEqual":
    case "scopeIn":
    case "scopeIsIn":
      return isSlot(constraint.entity) ? constraint.entity : undefined;
  }
}

function isSlot(entity: EntityLiteral | Slot): entity is Slot {
  return entity.kind === "slot";
}
