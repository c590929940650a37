import type { PrincipalConstraint } from "@deodar/syntax";
import type { SchemaFacts } from "../schema-facts.ts";

/**
 * The types of the entities that a link may put in the slot of a scope clause and still apply, where the principal or
 * resource has this type.
 */
export function slotTypes(facts: SchemaFacts, constraint: PrincipalConstraint, type: string): readonly string[] {
  if (constraint.kind === "scopeEqual") return [type];
  if (constraint.kind === "scopeIn" || constraint.kind === "scopeIsIn") {
    return [...new Set([...(facts.entityType(type)?.ancestors ?? []), type])];
  }
  return [...facts.schema.entityTypes.keys()];
}
