import { type Result, success } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import { type IdSource, identifyPolicies } from "./identify-policies.ts";
import { loadPolicies } from "./load-policies.ts";
import { PolicySet } from "./policy-set.ts";

/** Options of {@link policySetFromText}. */
export interface PolicySetFromTextOptions {
  /** Where ids come from; `position` unless given. */
  readonly ids?: IdSource;
}

/** From so many UTF-16 units on, a set keeps the text instead of the trees, which take ten times its memory. */
const longText = 1 << 18;

/**
 * The policy set that a text holds: every policy and template of it, or, if anything is wrong, none and all errors.
 * Ids are `policy0`, `policy1` … or, on request, the values of `@id("…")` annotations.
 *
 * Of a long text, the set keeps the text and not the trees: those are made anew when they are asked for, equal but not
 * identical each time.
 *
 * A function and not a method of `PolicySet`: it brings the grammar with it, which a program that builds its sets
 * from trees or JSON can then do without.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html
 */
export function policySetFromText(text: string, options: PolicySetFromTextOptions = {}): Result<PolicySet> {
  if (text.length > longText) {
    const set = new PolicySet();
    if (loadPolicies(set, text, options.ids ?? "position")) return success(set);
  }
  const parsed = parsePolicies(text);
  if (!parsed.ok) return parsed;
  return PolicySet.of(identifyPolicies(parsed.value.policies, options));
}
