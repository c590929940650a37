include "../Authorizer.dfy"
module AuthorizerTheorems {
  import opened Values
  import opened Evaluator
  import opened Policies
  import opened Authorizer

  // Some policy with this effect is satisfied.
  predicate AnySatisfied(effect: Effect, policies: seq<Policy>, env: Env) {
    exists p :: p in policies && p.effect == effect && IsSatisfied(p, env)
  }

  lemma SomeIffSatisfied(effect: Effect, policies: seq<Policy>, env: Env)
    ensures AnySatisfied(effect, policies, env) <==> Satisfied(effect, policies, env) != {}
  {
    if AnySatisfied(effect, policies, env) {
      var p :| p in policies && p.effect == effect && IsSatisfied(p, env);
      assert p.id in Satisfied(effect, policies, env);
    }
    if Satisfied(effect, policies, env) != {} {
      var id :| id in Satisfied(effect, policies, env);
    }
  }

  // Theorem: a request is allowed if and only if some permit is satisfied and no forbid is.
  lemma AllowedIffPermittedAndNotForbidden(policies: seq<Policy>, env: Env)
    ensures IsAuthorized(policies, env).decision == Allow <==>
      AnySatisfied(Permit, policies, env) && !AnySatisfied(Forbid, policies, env)
  { SomeIffSatisfied(Permit, policies, env); SomeIffSatisfied(Forbid, policies, env); }

  // Theorem: a satisfied forbid always denies, whatever permits there are (forbid overrides permit).
  lemma ForbidOverridesPermit(policies: seq<Policy>, forbid: Policy, env: Env)
    requires forbid in policies && forbid.effect == Forbid && IsSatisfied(forbid, env)
    ensures IsAuthorized(policies, env).decision == Deny
  { AllowedIffPermittedAndNotForbidden(policies, env); }

  // Theorem: a request is allowed only if some permit is satisfied (explicit permit).
  lemma AllowedOnlyIfPermitted(policies: seq<Policy>, env: Env)
    requires IsAuthorized(policies, env).decision == Allow
    ensures exists p :: p in policies && p.effect == Permit && IsSatisfied(p, env)
  { AllowedIffPermittedAndNotForbidden(policies, env); }

  // Theorem: if no permit is satisfied, the request is denied (default deny).
  lemma DefaultDeny(policies: seq<Policy>, env: Env)
    requires forall p :: p in policies && p.effect == Permit ==> !IsSatisfied(p, env)
    ensures IsAuthorized(policies, env).decision == Deny
  { AllowedIffPermittedAndNotForbidden(policies, env); }

  // Theorem: without policies every request is denied, with no determining and no erroring policies.
  lemma NothingIsAllowedByNothing(env: Env)
    ensures IsAuthorized([], env) == Response(Deny, {}, {})
  {
    assert Satisfied(Permit, [], env) == {};
    assert Satisfied(Forbid, [], env) == {};
    assert Erroring([], env) == {};
  }

  // Theorem: the order of policies and whether they are given twice changes nothing in the response.
  lemma OrderAndDuplicatesDoNotMatter(policies: seq<Policy>, others: seq<Policy>, env: Env)
    requires forall p :: p in policies <==> p in others
    ensures IsAuthorized(policies, env) == IsAuthorized(others, env)
  {
    assert Satisfied(Permit, policies, env) == Satisfied(Permit, others, env);
    assert Satisfied(Forbid, policies, env) == Satisfied(Forbid, others, env);
    assert Erroring(policies, env) == Erroring(others, env);
  }

  // Theorem: adding a permit never turns an allow into a deny.
  lemma AddingAPermitKeepsAllow(policies: seq<Policy>, permit: Policy, env: Env)
    requires permit.effect == Permit && IsAuthorized(policies, env).decision == Allow
    ensures IsAuthorized(policies + [permit], env).decision == Allow
  {
    AllowedIffPermittedAndNotForbidden(policies, env);
    AllowedIffPermittedAndNotForbidden(policies + [permit], env);
    var p :| p in policies && p.effect == Permit && IsSatisfied(p, env);
    assert p in policies + [permit];
  }

  // Theorem: adding a forbid never turns a deny into an allow.
  lemma AddingAForbidKeepsDeny(policies: seq<Policy>, forbid: Policy, env: Env)
    requires forbid.effect == Forbid && IsAuthorized(policies, env).decision == Deny
    ensures IsAuthorized(policies + [forbid], env).decision == Deny
  {
    AllowedIffPermittedAndNotForbidden(policies, env);
    AllowedIffPermittedAndNotForbidden(policies + [forbid], env);
    if AnySatisfied(Forbid, policies, env) {
      var p :| p in policies && p.effect == Forbid && IsSatisfied(p, env);
      assert p in policies + [forbid];
    }
  }

  // Theorem: the determining policies are the satisfied permits if the request is allowed, and the
  // satisfied forbids if it is denied: all of them and no others.
  lemma DeterminingAreTheSatisfied(policies: seq<Policy>, id: string, env: Env)
    ensures id in IsAuthorized(policies, env).determining <==>
      exists p :: p in policies && p.id == id && IsSatisfied(p, env) &&
        p.effect == if IsAuthorized(policies, env).decision == Allow then Permit else Forbid
  { }

  // Theorem: the erroring policies are exactly those whose evaluation fails, each with its error.
  lemma ErroringAreTheFailed(policies: seq<Policy>, id: string, error: Error, env: Env)
    ensures PolicyError(id, error) in IsAuthorized(policies, env).erroring <==>
      exists p :: p in policies && p.id == id && Outcome(p, env) == Err(error)
  { }

  predicate DistinctIds(policies: seq<Policy>) {
    forall p, q :: p in policies && q in policies && p.id == q.id ==> p == q
  }

  // Theorem: no policy is both determining and erroring.
  lemma DeterminingAndErroringAreDisjoint(policies: seq<Policy>, id: string, error: Error, env: Env)
    requires DistinctIds(policies)
    ensures !(id in IsAuthorized(policies, env).determining && PolicyError(id, error) in IsAuthorized(policies, env).erroring)
  {
    DeterminingAreTheSatisfied(policies, id, env);
    ErroringAreTheFailed(policies, id, error, env);
  }

  // Theorem: an erroring policy determines nothing: without it, decision and determining policies are the same.
  lemma ErroringPolicyDecidesNothing(policies: seq<Policy>, broken: Policy, env: Env)
    requires Outcome(broken, env).Err?
    ensures IsAuthorized(policies + [broken], env).decision == IsAuthorized(policies, env).decision
    ensures IsAuthorized(policies + [broken], env).determining == IsAuthorized(policies, env).determining
  {
    assert Satisfied(Permit, policies + [broken], env) == Satisfied(Permit, policies, env);
    assert Satisfied(Forbid, policies + [broken], env) == Satisfied(Forbid, policies, env);
  }

  // Theorem: adding a policy never hides another policy's error.
  lemma AddingAPolicyKeepsErrors(policies: seq<Policy>, p: Policy, env: Env)
    ensures IsAuthorized(policies, env).erroring <= IsAuthorized(policies + [p], env).erroring
  {
    forall x | x in Erroring(policies, env) ensures x in Erroring(policies + [p], env) {
      var q :| q in policies && Outcome(q, env).Err? && x == PolicyError(q.id, Outcome(q, env).error);
      assert q in policies + [p];
    }
  }

  // Theorem: every policy is satisfied, not satisfied, or erroring: its outcome is true, false or an error.
  lemma EveryPolicyHasOneOutcome(p: Policy, env: Env)
    ensures Outcome(p, env).Err? || Outcome(p, env) == Ok(BoolV(true)) || Outcome(p, env) == Ok(BoolV(false))
  { }
}
