import { printPolicy } from "@deodar/syntax";
import { jsonOf } from "./input/json-of.ts";
import { type PolicyKind, parseOne } from "./policies/parse-policy.ts";
import type { Policy, PolicyToTextAnswer, Template } from "./types/policies.ts";

/**
 * The Cedar text of a static policy, given as JSON. Given as text, that is checked and comes back as it was.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html
 */
export function policyToText(policy: Policy): PolicyToTextAnswer {
  return toText(policy, "policy");
}

/** The Cedar text of a template; see {@link policyToText}. */
export function templateToText(template: Template): PolicyToTextAnswer {
  return toText(template, "template");
}

function toText(given: unknown, kind: PolicyKind): PolicyToTextAnswer {
  const parsed = parseOne(jsonOf(given), kind);
  if (!parsed.ok) return { type: "failure", errors: [parsed.error] };
  return { type: "success", text: parsed.value.text ?? printPolicy(parsed.value.policy) };
}
