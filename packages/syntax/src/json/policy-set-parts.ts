import type { EntityLiteral, Policy, SlotName } from "../ast.ts";

/** What the JSON of a policy set holds; nothing is linked or checked against one another. */
export interface PolicySetParts {
  /** Policies without slots, by id, in the document's order. */
  readonly staticPolicies: ReadonlyMap<string, Policy>;
  /** Templates by id, in the document's order; policies without slots are let pass here. */
  readonly templates: ReadonlyMap<string, Policy>;
  readonly templateLinks: readonly TemplateLinkParts[];
}

/** A policy made from a template by filling its slots. */
export interface TemplateLinkParts {
  readonly templateId: string;
  /** The id of the policy that the link makes. */
  readonly newId: string;
  readonly values: ReadonlyMap<SlotName, EntityLiteral>;
}
