import { isAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { action, entities, policies, principal, resource } from "./first-decision.ts";

export function decide(): string {
  const answer = isAuthorized({
    principal,
    action,
    resource,
    context: {},
    policies: { staticPolicies: policies },
    entities,
  });
  return answer.type === "success" ? answer.response.decision : "failure";
}
