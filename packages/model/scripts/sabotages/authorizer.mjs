// Wrong changes to authorization.
import { changesTo } from "./changes-to.mjs";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const authorizerSabotages = [
  ...changesTo("Authorizer.dfy", "theorems/AuthorizerTheorems.dfy", [
    [
      "allow when nothing permits",
      "permits != {} && forbids == {}",
      "forbids == {}",
      "AllowedIffPermittedAndNotForbidden",
    ],
    [
      "allow what is forbidden",
      "permits != {} && forbids == {}",
      "permits != {}",
      "AllowedIffPermittedAndNotForbidden",
    ],
    [
      "permits as reasons to deny",
      "Response(Deny, forbids, errors)",
      "Response(Deny, permits, errors)",
      "DeterminingAreTheSatisfied",
    ],
    ["permits and forbids mixed up", "p.effect == effect && IsSatisfied", "IsSatisfied", "SomeIffSatisfied"],
    [
      "an error counts as satisfied",
      "Outcome(p, env) == Ok(BoolV(true))",
      "Outcome(p, env) != Ok(BoolV(false))",
      "ErroringPolicyDecidesNothing",
    ],
    [
      "errors of forbids hidden",
      "Outcome(p, env).Err? ::",
      "Outcome(p, env).Err? && p.effect == Permit ::",
      "ErroringAreTheFailed",
    ],
    [
      "the wrong error reported",
      "PolicyError(p.id, Outcome(p, env).error)",
      "PolicyError(p.id, TypeError)",
      "ErroringAreTheFailed",
    ],
  ]),
];
