include "../PartialAuthorizer.dfy"
include "PartialEvaluationTheorems.dfy"
module PartialAuthorizerTheorems {
  import opened Values
  import opened Expressions
  import opened Evaluator
  import opened Policies
  import opened Authorizer
  import opened Residuals
  import opened PartialData
  import opened Prospects
  import opened PartialEvaluation
  import opened PartialAuthorizer
  import opened ProspectTheorems
  import opened PartialEvaluationTheorems

  // ---- what is left of each policy ----

  lemma ResidualsAreOfPolicies(policies: seq<Policy>, known: Knowledge)
    ensures |ResidualPoliciesOf(policies, known)| == |policies|
    ensures forall i :: 0 <= i < |policies| ==>
      ResidualPoliciesOf(policies, known)[i] == ResidualPolicyOf(policies[i], known)
    decreases |policies|
  { if policies != [] { ResidualsAreOfPolicies(policies[1..], known); } }

  lemma EveryPolicyHasItsResidual(policies: seq<Policy>, p: Policy, known: Knowledge)
    requires p in policies
    ensures ResidualPolicyOf(p, known) in ResidualPoliciesOf(policies, known)
  {
    ResidualsAreOfPolicies(policies, known);
    var i :| 0 <= i < |policies| && policies[i] == p;
    assert ResidualPoliciesOf(policies, known)[i] == ResidualPolicyOf(p, known);
  }

  lemma EveryResidualHasItsPolicy(policies: seq<Policy>, r: ResidualPolicy, known: Knowledge) returns (p: Policy)
    requires r in ResidualPoliciesOf(policies, known)
    ensures p in policies && r == ResidualPolicyOf(p, known)
  {
    ResidualsAreOfPolicies(policies, known);
    var i :| 0 <= i < |policies| && ResidualPoliciesOf(policies, known)[i] == r;
    p := policies[i];
  }

  // Theorem: what is left of a policy has, once all is known, the outcome of the policy: satisfied, not satisfied, or
  // the same kind of error.
  lemma ResidualPoliciesKeepTheirOutcome(p: Policy, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures FinalOutcome(ResidualPolicyOf(p, known), env) == Outcome(p, env)
  { PartialEvaluationIsSound(Condition(p), known, env); }

  // Theorem: a verdict on a policy holds for all full data that fits what was known.
  lemma VerdictsAreFinal(p: Policy, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures var verdict := Judge(ResidualPolicyOf(p, known).condition);
      && (verdict == Holds ==> Outcome(p, env) == Ok(BoolV(true)))
      && (verdict == DoesNotHold ==> Outcome(p, env) == Ok(BoolV(false)))
      && (verdict == Fails ==> Outcome(p, env).Err?)
  { KnownResultsAreFinal(Condition(p), known, env); }

  // ---- deciding once all is known ----

  lemma SatisfiedOnceAllIsKnown(effect: Effect, policies: seq<Policy>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures SatisfiedResiduals(effect, ResidualPoliciesOf(policies, known), env) == Satisfied(effect, policies, env)
  {
    var residuals := ResidualPoliciesOf(policies, known);
    forall id | id in SatisfiedResiduals(effect, residuals, env) ensures id in Satisfied(effect, policies, env) {
      var r :| r in residuals && r.effect == effect && FinalOutcome(r, env) == Ok(BoolV(true)) && r.id == id;
      var p := EveryResidualHasItsPolicy(policies, r, known);
      ResidualPoliciesKeepTheirOutcome(p, known, env);
    }
    forall id | id in Satisfied(effect, policies, env) ensures id in SatisfiedResiduals(effect, residuals, env) {
      var p :| p in policies && p.effect == effect && IsSatisfied(p, env) && p.id == id;
      EveryPolicyHasItsResidual(policies, p, known);
      ResidualPoliciesKeepTheirOutcome(p, known, env);
    }
  }

  lemma ErroringOnceAllIsKnown(policies: seq<Policy>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures ErroringResiduals(ResidualPoliciesOf(policies, known), env) == Erroring(policies, env)
  {
    var residuals := ResidualPoliciesOf(policies, known);
    forall e | e in ErroringResiduals(residuals, env) ensures e in Erroring(policies, env) {
      var r :| r in residuals && FinalOutcome(r, env).Err? && e == PolicyError(r.id, FinalOutcome(r, env).error);
      var p := EveryResidualHasItsPolicy(policies, r, known);
      ResidualPoliciesKeepTheirOutcome(p, known, env);
    }
    forall e | e in Erroring(policies, env) ensures e in ErroringResiduals(residuals, env) {
      var p :| p in policies && Outcome(p, env).Err? && e == PolicyError(p.id, Outcome(p, env).error);
      EveryPolicyHasItsResidual(policies, p, known);
      ResidualPoliciesKeepTheirOutcome(p, known, env);
    }
  }

  // Theorem: re-authorizing is sound: deciding over what is left of the policies, once all is known, gives the whole
  // response of deciding over the policies themselves: the decision, the determining policies, and every error.
  lemma ReauthorizingIsSound(policies: seq<Policy>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Reauthorize(IsAuthorizedPartially(policies, known).residuals, env) == IsAuthorized(policies, env)
  {
    SatisfiedOnceAllIsKnown(Permit, policies, known, env);
    SatisfiedOnceAllIsKnown(Forbid, policies, known, env);
    ErroringOnceAllIsKnown(policies, known, env);
  }

  lemma ReducedPoliciesOneByOne(residuals: seq<ResidualPolicy>, known: Knowledge)
    ensures |ReducePolicies(residuals, known)| == |residuals|
    ensures forall i :: 0 <= i < |residuals| ==> ReducePolicies(residuals, known)[i] ==
      ResidualPolicy(residuals[i].id, residuals[i].effect, Reduce(residuals[i].condition, known))
    decreases |residuals|
  { if residuals != [] { ReducedPoliciesOneByOne(residuals[1..], known); } }

  lemma ReducedPoliciesFinishAlike(residuals: seq<ResidualPolicy>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures |ReducePolicies(residuals, known)| == |residuals|
    ensures forall i :: 0 <= i < |residuals| ==>
      var reduced := ReducePolicies(residuals, known)[i];
      && reduced.id == residuals[i].id && reduced.effect == residuals[i].effect
      && FinalOutcome(reduced, env) == FinalOutcome(residuals[i], env)
  {
    ReducedPoliciesOneByOne(residuals, known);
    forall i | 0 <= i < |residuals|
      ensures FinalOutcome(ReducePolicies(residuals, known)[i], env) == FinalOutcome(residuals[i], env)
    { ReducingChangesNothing(residuals[i].condition, known, env); }
  }

  lemma SatisfiedAlike(effect: Effect, some: seq<ResidualPolicy>, others: seq<ResidualPolicy>, env: Env)
    requires |some| == |others|
    requires forall i :: 0 <= i < |some| ==> some[i].id == others[i].id && some[i].effect == others[i].effect
      && FinalOutcome(some[i], env) == FinalOutcome(others[i], env)
    ensures SatisfiedResiduals(effect, some, env) <= SatisfiedResiduals(effect, others, env)
  {
    forall id | id in SatisfiedResiduals(effect, some, env) ensures id in SatisfiedResiduals(effect, others, env) {
      var i :| 0 <= i < |some| && some[i].effect == effect && FinalOutcome(some[i], env) == Ok(BoolV(true)) && some[i].id == id;
      assert others[i] in others;
    }
  }

  lemma ErroringAlike(some: seq<ResidualPolicy>, others: seq<ResidualPolicy>, env: Env)
    requires |some| == |others|
    requires forall i :: 0 <= i < |some| ==> some[i].id == others[i].id && some[i].effect == others[i].effect
      && FinalOutcome(some[i], env) == FinalOutcome(others[i], env)
    ensures ErroringResiduals(some, env) <= ErroringResiduals(others, env)
  {
    forall e | e in ErroringResiduals(some, env) ensures e in ErroringResiduals(others, env) {
      var i :| 0 <= i < |some| && FinalOutcome(some[i], env).Err? &&
        e == PolicyError(some[i].id, FinalOutcome(some[i], env).error);
      assert others[i] in others;
    }
  }

  // Theorem: what is left of the policies can be reduced step by step, as more comes to be known, without any change to
  // the response in the end.
  lemma ReducingPoliciesChangesNothing(residuals: seq<ResidualPolicy>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Reauthorize(ReducePolicies(residuals, known), env) == Reauthorize(residuals, env)
  {
    var reduced := ReducePolicies(residuals, known);
    ReducedPoliciesFinishAlike(residuals, known, env);
    SatisfiedAlike(Permit, reduced, residuals, env); SatisfiedAlike(Permit, residuals, reduced, env);
    SatisfiedAlike(Forbid, reduced, residuals, env); SatisfiedAlike(Forbid, residuals, reduced, env);
    ErroringAlike(reduced, residuals, env); ErroringAlike(residuals, reduced, env);
  }

  // ---- deciding before all is known ----

  // What holds is satisfied, and what is satisfied holds or is open.
  lemma SatisfiedLiesBetween(effect: Effect, policies: seq<Policy>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Judged(effect, Holds, ResidualPoliciesOf(policies, known)) <= Satisfied(effect, policies, env)
    ensures Satisfied(effect, policies, env) <=
      Judged(effect, Holds, ResidualPoliciesOf(policies, known)) + Judged(effect, Open, ResidualPoliciesOf(policies, known))
  {
    var residuals := ResidualPoliciesOf(policies, known);
    forall id | id in Judged(effect, Holds, residuals) ensures id in Satisfied(effect, policies, env) {
      var r :| r in residuals && r.effect == effect && Judge(r.condition) == Holds && r.id == id;
      var p := EveryResidualHasItsPolicy(policies, r, known);
      VerdictsAreFinal(p, known, env);
    }
    forall id | id in Satisfied(effect, policies, env)
      ensures id in Judged(effect, Holds, residuals) + Judged(effect, Open, residuals)
    {
      var p :| p in policies && p.effect == effect && IsSatisfied(p, env) && p.id == id;
      EveryPolicyHasItsResidual(policies, p, known);
      VerdictsAreFinal(p, known, env);
    }
  }

  // Theorem: a decision that is given before all is known is the decision, whatever full data turns out to fit.
  lemma PartialDecisionsAreFinal(policies: seq<Policy>, known: Knowledge, env: Env)
    requires Completes(env, known) && IsAuthorizedPartially(policies, known).decision.Some?
    ensures IsAuthorized(policies, env).decision == IsAuthorizedPartially(policies, known).decision.value
  {
    SatisfiedLiesBetween(Permit, policies, known, env);
    SatisfiedLiesBetween(Forbid, policies, known, env);
  }

  // Theorem: the policies that must be determining are, whatever full data turns out to fit, and no others are than those
  // that may be.
  lemma DeterminingLiesBetweenMustAndMay(policies: seq<Policy>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures IsAuthorizedPartially(policies, known).must <= IsAuthorized(policies, env).determining
    ensures IsAuthorized(policies, env).determining <= IsAuthorizedPartially(policies, known).may
  {
    SatisfiedLiesBetween(Permit, policies, known, env);
    SatisfiedLiesBetween(Forbid, policies, known, env);
  }

  // Theorem: a policy that is said to be erroring before all is known fails, whatever full data turns out to fit; and
  // one that fails in the end was said to, or was still open.
  lemma ErroringPoliciesAreFinal(policies: seq<Policy>, p: Policy, known: Knowledge, env: Env)
    requires Completes(env, known) && p in policies
    ensures Judge(ResidualPolicyOf(p, known).condition) == Fails ==>
      p.id in IsAuthorizedPartially(policies, known).erroring && Outcome(p, env).Err?
    ensures Outcome(p, env).Err? ==>
      Judge(ResidualPolicyOf(p, known).condition) == Fails || Judge(ResidualPolicyOf(p, known).condition) == Open
  { EveryPolicyHasItsResidual(policies, p, known); VerdictsAreFinal(p, known, env); }
}
