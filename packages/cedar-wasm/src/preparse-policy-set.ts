import { jsonOf } from "./input/json-of.ts";
import { readPolicySetInput } from "./input/policy-set-input.ts";
import { textArgument } from "./input/text-argument.ts";
import { loadPolicySet } from "./policies/load-policy-set.ts";
import { preparsedPolicySets } from "./preparsed-store.ts";
import type { CheckParseAnswer } from "./types/errors.ts";
import type { PolicySet } from "./types/policies.ts";

/**
 * Parses a policy set once, for any number of calls of `statefulIsAuthorized`; one of the same id is replaced. If it
 * does not parse, nothing changes.
 *
 * Throws if an argument has not the shape of its type.
 */
export function preparsePolicySet(pset_id: string, policies: PolicySet): CheckParseAnswer {
  const id = textArgument(pset_id, "pset_id");
  const loaded = loadPolicySet(readPolicySetInput(jsonOf(policies)));
  if (!loaded.ok) return { type: "failure", errors: loaded.errors };
  preparsedPolicySets.set(id, loaded.value);
  return { type: "success" };
}

/** Forgets a preparsed policy set; false if there is none with this id. Not in the reference. */
export function dropPreparsedPolicySet(id: string): boolean {
  return preparsedPolicySets.delete(id);
}

/** The ids of all preparsed policy sets, oldest first. Not in the reference. */
export function preparsedPolicySetIds(): string[] {
  return [...preparsedPolicySets.keys()];
}

/** How many preparsed policy sets there are. Not in the reference. */
export function preparsedPolicySetCount(): number {
  return preparsedPolicySets.size;
}
