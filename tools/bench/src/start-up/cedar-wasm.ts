import { action, entities, now, policies, principal, report, resource } from "./first-decision.ts";

const entry = now();
const { isAuthorized } = await import("@cedar-policy/cedar-wasm/nodejs");
const answer = isAuthorized({
  principal,
  action,
  resource,
  context: {},
  policies: { staticPolicies: policies },
  entities,
});
report(entry, answer.type === "success" ? answer.response.decision : "failure");
