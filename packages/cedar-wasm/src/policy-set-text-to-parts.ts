import { identifyPolicies } from "@deodar/authorizer";
import { compareStrings } from "@deodar/diagnostics";
import { type Policy, parsePolicies } from "@deodar/syntax";
import { textError } from "./detailed-error.ts";
import { textArgument } from "./input/text-argument.ts";
import { slotsOf } from "./policies/parse-policy.ts";
import type { PolicySetTextToPartsAnswer } from "./types/policies.ts";

/**
 * The text of each policy and of each template of a text, sorted by id as the reference does: `policy10` stands before
 * `policy2`.
 *
 * Throws if the argument is no string.
 */
export function policySetTextToParts(policyset_str: string): PolicySetTextToPartsAnswer {
  const text = textArgument(policyset_str, "policyset_str");
  const parsed = parsePolicies(text);
  if (!parsed.ok) return { type: "failure", errors: [textError(parsed.errors, text, "")] };
  const sorted = identifyPolicies(parsed.value.policies)
    .toSorted((a, b) => compareStrings(a.id, b.id))
    .map(({ policy }) => policy);
  const textOf = ({ span }: Policy): string => text.slice(span?.start, span?.end);
  return {
    type: "success",
    policies: sorted.filter((policy) => slotsOf(policy).length === 0).map(textOf),
    policy_templates: sorted.filter((policy) => slotsOf(policy).length > 0).map(textOf),
  };
}
