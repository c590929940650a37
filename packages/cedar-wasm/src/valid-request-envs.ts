import { printUid } from "@deodar/core";
import { compareStrings } from "@deodar/diagnostics";
import { requestEnvironments } from "@deodar/validator";
import { jsonOf } from "./input/json-of.ts";
import { type PolicyKind, parseOne } from "./policies/parse-policy.ts";
import { loadSchema } from "./schema/load-schema.ts";
import type { Policy, Template } from "./types/policies.ts";
import type { GetValidRequestEnvsResult, Schema } from "./types/schemas.ts";

/**
 * The types of principals and resources, and the actions, of the requests that a static policy can apply to under a
 * schema; each list sorted.
 *
 * Source: https://docs.cedarpolicy.com/policies/validation.html
 */
export function getValidRequestEnvsPolicy(t: Policy, s: Schema): GetValidRequestEnvsResult {
  return requestEnvs(t, "policy", s);
}

/** The same as {@link getValidRequestEnvsPolicy}, for a template. */
export function getValidRequestEnvsTemplate(t: Template, s: Schema): GetValidRequestEnvsResult {
  return requestEnvs(t, "template", s);
}

function requestEnvs(given: unknown, kind: PolicyKind, givenSchema: unknown): GetValidRequestEnvsResult {
  const policyJson = jsonOf(given);
  const schemaJson = jsonOf(givenSchema);
  const policy = parseOne(policyJson, kind);
  if (!policy.ok) return { type: "failure", error: `failed to parse ${kind} from ${formOf(policyJson)}` };
  const schema = loadSchema(schemaJson);
  if (!schema.ok) {
    // The reference gives the outermost message only.
    const { message } = schema.error;
    const outermost = `failed to parse schema from ${formOf(schemaJson)}`;
    return { type: "failure", error: message.startsWith(outermost) ? outermost : message };
  }
  const environments = requestEnvironments(policy.value.policy, schema.value.schema);
  return {
    type: "success",
    principals: sorted(environments.map(({ principal }) => principal)),
    actions: sorted(environments.map(({ action }) => printUid(action))),
    resources: sorted(environments.map(({ resource }) => resource)),
  };
}

const formOf = (given: unknown): string => (typeof given === "string" ? "string" : "JSON");

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort(compareStrings);
