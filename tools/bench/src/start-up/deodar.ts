import { Entities, isAuthorized, policySetFromText, requestFromPlain, unwrap } from "deodar";
import { action, entities, policies, principal, resource } from "./first-decision.ts";

export function decide(): string {
  return isAuthorized({
    request: unwrap(requestFromPlain({ principal, action, resource })),
    policies: unwrap(policySetFromText(policies)),
    entities: unwrap(Entities.fromPlain(entities)),
  }).decision;
}
