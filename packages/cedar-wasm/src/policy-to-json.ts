import { jsonOf } from "./input/json-of.ts";
import { type PolicyKind, parseOne } from "./policies/parse-policy.ts";
import { writePolicyJson } from "./policies/write-policy-json.ts";
import type { Policy, PolicyToJsonAnswer, Template } from "./types/policies.ts";

/**
 * The JSON form of a static policy, given as text or JSON. Integers beyond 2^53 come as bigints.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html
 */
export function policyToJson(policy: Policy): PolicyToJsonAnswer {
  return toJson(policy, "policy");
}

/** The JSON form of a template, given as text or JSON; see {@link policyToJson}. */
export function templateToJson(template: Template): PolicyToJsonAnswer {
  return toJson(template, "template");
}

function toJson(given: unknown, kind: PolicyKind): PolicyToJsonAnswer {
  const json = jsonOf(given);
  const parsed = parseOne(json, kind);
  if (!parsed.ok) return { type: "failure", errors: [parsed.error] };
  return { type: "success", json: writePolicyJson(parsed.value.policy, json) };
}
