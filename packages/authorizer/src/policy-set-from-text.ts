import type { Result } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import { type IdSource, identifyPolicies } from "./identify-policies.ts";
import { PolicySet } from "./policy-set.ts";

/** Options of {@link policySetFromText}. */
export interface PolicySetFromTextOptions {
  /** Where ids come from; `position` unless given. */
  readonly ids?: IdSource;
}

/**
 * The policy set that a text holds: every policy and template of it, or, if anything is wrong, none and all errors.
 * Ids are `policy0`, `policy1` … or, on request, the values of `@id("…")` annotations.
 *
 * A function and not a method of `PolicySet`: it brings the grammar with it, which a program that builds its sets
 * from trees or JSON can then do without.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html
 */
export function policySetFromText(text: string, options: PolicySetFromTextOptions = {}): Result<PolicySet> {
  const parsed = parsePolicies(text);
  if (!parsed.ok) return parsed;
  return PolicySet.of(identifyPolicies(parsed.value.policies, options));
}
