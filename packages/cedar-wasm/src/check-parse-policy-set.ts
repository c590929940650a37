import { jsonOf } from "./input/json-of.ts";
import { readPolicySetInput } from "./input/policy-set-input.ts";
import { loadPolicySet } from "./policies/load-policy-set.ts";
import type { CheckParseAnswer } from "./types/errors.ts";
import type { PolicySet } from "./types/policies.ts";

/**
 * Whether a policy set parses: its static policies, templates and links, with every error that is found.
 *
 * Throws if the argument has not the shape of a policy set.
 *
 * Source: https://docs.cedarpolicy.com/policies/policy-set.html
 */
export function checkParsePolicySet(policies: PolicySet): CheckParseAnswer {
  const loaded = loadPolicySet(readPolicySetInput(jsonOf(policies)));
  return loaded.ok ? { type: "success" } : { type: "failure", errors: loaded.errors };
}
