import type { EntityUid } from "@deodar/core";
import type { JsonValue } from "@deodar/json";
import type { EntityLiteral, Policy, SlotName } from "@deodar/syntax";
import { policySetToJson as partsToJson, type TemplateLinkParts } from "@deodar/syntax/json";
import type { LinkedPolicy } from "./policy-entry.ts";
import type { PolicySet } from "./policy-set.ts";

/**
 * The JSON form of a policy set, `{"templates": {…}, "staticPolicies": {…}, "templateLinks": […]}`, which
 * `policySetFromPlain` and, as text, `policySetFromJson` read back: the same policies, templates and links, each kind in
 * its order. Integers beyond 2^53 are bigints: make text of it with `stringifyJson` of `@deodar/json`.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html
 */
export function policySetToJson(policies: PolicySet): JsonValue {
  const staticPolicies = new Map<string, Policy>();
  const templateLinks: TemplateLinkParts[] = [];
  for (const entry of policies) {
    if (entry.kind === "static") staticPolicies.set(entry.id, entry.policy);
    else templateLinks.push(linkParts(entry));
  }
  const templates = new Map(Array.from(policies.templates(), ({ id, policy }) => [id, policy]));
  return partsToJson({ staticPolicies, templates, templateLinks });
}

function linkParts({ id, templateId, values }: LinkedPolicy): TemplateLinkParts {
  const filled = new Map<SlotName, EntityLiteral>();
  for (const name of ["?principal", "?resource"] as const) {
    const value = values[name];
    if (value !== undefined) filled.set(name, literal(value));
  }
  return { templateId, newId: id, values: filled };
}

function literal({ type, id }: EntityUid): EntityLiteral {
  return { kind: "entity", span: undefined, type, id };
}
