import { PolicySet } from "@deodar/authorizer";
import { policySetFromJson } from "@deodar/authorizer/json";
import { failure, type Result } from "@deodar/diagnostics";
import { isJsonObject, parseJson } from "@deodar/json";
import { policyFromJson } from "@deodar/syntax/json";
import { cliFault } from "../catalogue.ts";

const setFields = ["staticPolicies", "templates", "templateLinks"];
const policyFields = ["action", "effect", "principal", "resource", "conditions"];

/** The id that the reference gives to a policy that stands alone in a JSON text. */
const lonePolicyId = "JSON policy";

/** Reads a JSON text that holds a policy set or, told by its keys, a single policy or template. */
export function policiesFromJson(text: string): Result<PolicySet> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const { value } = json;
  const hasAny = (fields: readonly string[]): boolean =>
    isJsonObject(value) && fields.some((field) => Object.hasOwn(value, field));
  const isSet = hasAny(setFields);
  const isPolicy = hasAny(policyFields);
  if (isSet === isPolicy) {
    const found = isSet ? "matching properties from both formats" : "no matching properties from either format";
    return failure([cliFault("cli/undetermined-json", { found })]);
  }
  if (isSet) return policySetFromJson(text);
  const policy = policyFromJson(text);
  return policy.ok ? PolicySet.of([{ id: lonePolicyId, policy: policy.value }]) : policy;
}
