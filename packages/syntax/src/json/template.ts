import type { Policy, ScopeConstraint, SlotName } from "../ast.ts";

/** The slots of a policy's scope, `?principal` first; empty for a static policy. */
export function slotsOf(policy: Policy): readonly SlotName[] {
  return [policy.principal, policy.resource].flatMap((constraint) => slotOf(constraint) ?? []);
}

function slotOf(constraint: ScopeConstraint): SlotName | undefined {
  switch (constraint.kind) {
    case "scopeEqual":
    case "scopeIn":
    case "scopeIsIn":
      return constraint.entity.kind === "slot" ? constraint.entity.name : undefined;
    case "scopeAny":
    case "scopeIs":
    case "scopeActionEqual":
    case "scopeActionIn":
    case "scopeActionInSet":
      return undefined;
  }
}
