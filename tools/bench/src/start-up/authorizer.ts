import { isAuthorized, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { action, entities, policies, principal, resource } from "./first-decision.ts";

export function decide(): string {
  return isAuthorized({
    request: unwrap(requestFromPlain({ principal, action, resource })),
    policies: unwrap(policySetFromText(policies)),
    entities: unwrap(Entities.fromPlain(entities)),
  }).decision;
}
