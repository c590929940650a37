include "Policies.dfy"
// The authorizer: from what each policy evaluates to, one decision.
module Authorizer {
  import opened Values
  import opened Evaluator
  import opened Policies

  datatype Decision = Allow | Deny
  datatype PolicyError = PolicyError(id: string, error: Error)

  // Determining policies are those that the decision rests on. Erroring policies failed to evaluate.
  datatype Response = Response(decision: Decision, determining: set<string>, erroring: set<PolicyError>)

  function method Outcome(p: Policy, env: Env): Result { AsBool(Evaluate(Condition(p), env)) }

  predicate method IsSatisfied(p: Policy, env: Env) { Outcome(p, env) == Ok(BoolV(true)) }

  // The ids of the satisfied policies with this effect.
  function method Satisfied(effect: Effect, policies: seq<Policy>, env: Env): set<string> {
    set p | p in policies && p.effect == effect && IsSatisfied(p, env) :: p.id
  }

  // A policy that fails to evaluate is left out of the decision and reported.
  function method Erroring(policies: seq<Policy>, env: Env): set<PolicyError> {
    set p | p in policies && Outcome(p, env).Err? :: PolicyError(p.id, Outcome(p, env).error)
  }

  // Allow if some permit is satisfied and no forbid is; otherwise deny.
  function method Respond(permits: set<string>, forbids: set<string>, errors: set<PolicyError>): Response {
    if permits != {} && forbids == {} then Response(Allow, permits, errors) else Response(Deny, forbids, errors)
  }

  function method IsAuthorized(policies: seq<Policy>, env: Env): Response {
    Respond(Satisfied(Permit, policies, env), Satisfied(Forbid, policies, env), Erroring(policies, env))
  }
}
