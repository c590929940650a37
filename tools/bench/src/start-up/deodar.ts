import { action, entities, now, policies, principal, report, resource } from "./first-decision.ts";

const entry = now();
const { Entities, isAuthorized, policySetFromText, requestFromPlain, unwrap } = await import("deodar");
const { decision } = isAuthorized({
  request: unwrap(requestFromPlain({ principal, action, resource })),
  policies: unwrap(policySetFromText(policies)),
  entities: unwrap(Entities.fromPlain(entities)),
});
report(entry, decision);
