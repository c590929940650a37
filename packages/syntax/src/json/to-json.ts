import { compareStrings } from "@deodar/diagnostics";
import { emptyJsonObject, type JsonValue } from "@deodar/json";
import type { EntityLiteral, Policy, ScopeConstraint, Slot } from "../ast.ts";
import type { PolicySetParts, TemplateLinkParts } from "./policy-set-parts.ts";
import { object, writeExpression } from "./write-expression.ts";

/**
 * The JSON form of a policy or template, as the reference writes it for a policy that was read from text: every
 * condition, `unless`, `>`, dotted `has` and valueless annotation is kept; chains become nested two-sided operators;
 * keys of records and annotations are sorted; `action in [a]` is written as `action in a`.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html
 */
export function policyToJson(policy: Policy): JsonValue {
  const annotations = [...policy.annotations].sort((a, b) => compareStrings(a.key, b.key));
  const json = object({
    effect: policy.effect,
    principal: constraint(policy.principal),
    action: constraint(policy.action),
    resource: constraint(policy.resource),
    conditions: policy.conditions.map(({ clause, body }) => object({ kind: clause, body: writeExpression(body) })),
  });
  if (annotations.length > 0) json["annotations"] = mapping(annotations.map(({ key, value }) => [key, value]));
  return json;
}

/** The JSON form of a policy set; see {@link policyToJson}. */
export function policySetToJson(parts: PolicySetParts): JsonValue {
  return object({
    templates: mapping(Array.from(parts.templates, ([id, policy]) => [id, policyToJson(policy)])),
    staticPolicies: mapping(Array.from(parts.staticPolicies, ([id, policy]) => [id, policyToJson(policy)])),
    templateLinks: parts.templateLinks.map(link),
  });
}

function link({ templateId, newId, values }: TemplateLinkParts): JsonValue {
  const uids = mapping(Array.from(values, ([slot, value]) => [slot, object({ __entity: uid(value) })]));
  return object({ templateId, newId, values: uids });
}

/** An object with keys that users chose. */
function mapping(members: readonly (readonly [string, JsonValue])[]): JsonValue {
  const json = emptyJsonObject();
  for (const [key, value] of members) json[key] = value;
  return json;
}

function constraint(scope: ScopeConstraint): JsonValue {
  switch (scope.kind) {
    case "scopeAny":
      return object({ op: "All" });
    case "scopeEqual":
    case "scopeActionEqual":
      return object({ op: "==", ...reference(scope.entity) });
    case "scopeIn":
    case "scopeActionIn":
      return object({ op: "in", ...reference(scope.entity) });
    case "scopeActionInSet": {
      const [only, ...others] = scope.entities;
      return only !== undefined && others.length === 0
        ? object({ op: "in", ...reference(only) })
        : object({ op: "in", entities: scope.entities.map(uid) });
    }
    case "scopeIs":
      return object({ op: "is", entity_type: scope.entityType });
    case "scopeIsIn":
      return object({ op: "is", entity_type: scope.entityType, in: object(reference(scope.entity)) });
  }
}

function reference(target: EntityLiteral | Slot): { readonly [key: string]: JsonValue } {
  return target.kind === "slot" ? { slot: target.name } : { entity: uid(target) };
}

function uid({ type, id }: EntityLiteral): JsonValue {
  return object({ type, id });
}
