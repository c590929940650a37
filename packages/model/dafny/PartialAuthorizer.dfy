include "PartialEvaluation.dfy"
include "Authorizer.dfy"
// The authorizer for requests of which not all is known: the decision if it is certain, and what is left of each policy.
module PartialAuthorizer {
  import opened Values
  import opened Evaluator
  import opened Policies
  import opened Authorizer
  import opened Residuals
  import opened PartialData
  import opened PartialEvaluation

  // What is left of a policy: its scope and its clauses in one.
  datatype ResidualPolicy = ResidualPolicy(id: string, effect: Effect, condition: Residual)

  // What is certain of a policy: that it is satisfied, is not, or fails; or nothing yet.
  datatype Verdict = Holds | DoesNotHold | Fails | Open

  // `must` has the policies that determine the decision whatever is still to be known, `may` those that can. No decision
  // means that it depends on what is still to be known.
  datatype PartialResponse = PartialResponse(
    decision: Option<Decision>, must: set<string>, may: set<string>, erroring: set<string>, residuals: seq<ResidualPolicy>)

  function method ResidualPolicyOf(p: Policy, known: Knowledge): ResidualPolicy {
    ResidualPolicy(p.id, p.effect, PartiallyEvaluate(Condition(p), known))
  }

  function method Judge(condition: Residual): Verdict {
    if condition == ValueR(BoolV(true)) then Holds
    else if condition == ValueR(BoolV(false)) then DoesNotHold
    else if condition.ValueR? || MustFail(condition) then Fails
    else Open
  }

  // The ids of the policies with this effect and verdict.
  function method Judged(effect: Effect, verdict: Verdict, residuals: seq<ResidualPolicy>): set<string> {
    set r | r in residuals && r.effect == effect && Judge(r.condition) == verdict :: r.id
  }

  function method IsAuthorizedPartially(policies: seq<Policy>, known: Knowledge): PartialResponse {
    PartiallyRespond(ResidualPoliciesOf(policies, known))
  }

  function method ResidualPoliciesOf(policies: seq<Policy>, known: Knowledge): seq<ResidualPolicy>
    decreases |policies|
  {
    if policies == [] then []
    else [ResidualPolicyOf(policies[0], known)] + ResidualPoliciesOf(policies[1..], known)
  }

  function method PartiallyRespond(residuals: seq<ResidualPolicy>): PartialResponse {
    var permits, forbids := Judged(Permit, Holds, residuals), Judged(Forbid, Holds, residuals);
    var mayPermit, mayForbid := Judged(Permit, Open, residuals), Judged(Forbid, Open, residuals);
    PartialResponse(
      Decide(permits, mayPermit, forbids, mayForbid),
      if forbids != {} then forbids else if mayForbid != {} then {} else permits,
      if forbids != {} then forbids + mayForbid else permits + mayPermit + mayForbid,
      Judged(Permit, Fails, residuals) + Judged(Forbid, Fails, residuals),
      residuals)
  }

  // Deny if a forbid holds or no permit can; allow if a permit holds and no forbid can.
  function method Decide(
    permits: set<string>, mayPermit: set<string>, forbids: set<string>, mayForbid: set<string>): Option<Decision>
  {
    if forbids != {} || (permits == {} && mayPermit == {}) then Some(Deny)
    else if permits != {} && mayForbid == {} then Some(Allow)
    else None
  }

  // ---- once more is known ----

  // What is left of the policies, reduced further.
  function method ReducePolicies(residuals: seq<ResidualPolicy>, known: Knowledge): seq<ResidualPolicy>
    decreases |residuals|
  {
    if residuals == [] then [] else
    var first := residuals[0];
    [ResidualPolicy(first.id, first.effect, Reduce(first.condition, known))] + ReducePolicies(residuals[1..], known)
  }

  // Once everything is known, what is left of the policies decides the request.
  function method Reauthorize(residuals: seq<ResidualPolicy>, env: Env): Response {
    Respond(
      SatisfiedResiduals(Permit, residuals, env),
      SatisfiedResiduals(Forbid, residuals, env),
      ErroringResiduals(residuals, env))
  }
  function method FinalOutcome(r: ResidualPolicy, env: Env): Result { AsBool(Finish(r.condition, env)) }

  function method SatisfiedResiduals(effect: Effect, residuals: seq<ResidualPolicy>, env: Env): set<string> {
    set r | r in residuals && r.effect == effect && FinalOutcome(r, env) == Ok(BoolV(true)) :: r.id
  }
  function method ErroringResiduals(residuals: seq<ResidualPolicy>, env: Env): set<PolicyError> {
    set r | r in residuals && FinalOutcome(r, env).Err? :: PolicyError(r.id, FinalOutcome(r, env).error)
  }
}
