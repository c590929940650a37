include "../Loading.dfy"
include "PartialAuthorizerTheorems.dfy"
module LoadingTheorems {
  import opened Values
  import opened Expressions
  import opened Hierarchy
  import opened Extensions
  import opened Evaluator
  import opened Policies
  import opened Authorizer
  import opened Residuals
  import opened PartialData
  import opened Prospects
  import opened PartialEvaluation
  import opened PartialAuthorizer
  import opened Loading
  import opened ProspectTheorems
  import opened PartialAuthorizerTheorems

  // Theorem: what has been loaded is true: full data that fitted what was known before fits what is known then.
  lemma LoadingTellsTheTruth(known: Knowledge, uids: set<EntityUid>, env: Env)
    requires Completes(env, known)
    ensures Completes(env, Load(known, uids, env.entities))
  {
    var loaded := Load(known, uids, env.entities).entities;
    forall uid | uid in loaded.listed ensures EntityFits(uid, loaded.listed[uid], env.entities) {
      if uid !in uids { assert EntityFits(uid, known.entities.listed[uid], env.entities); }
    }
    forall uid | uid in env.entities ensures !IsMissing(uid, loaded) {
      assert !IsMissing(uid, known.entities);
    }
  }

  // What is judged of residual policies is so once all is known.
  lemma JudgedLiesBetween(effect: Effect, residuals: seq<ResidualPolicy>, env: Env)
    ensures Judged(effect, Holds, residuals) <= SatisfiedResiduals(effect, residuals, env)
    ensures SatisfiedResiduals(effect, residuals, env) <= Judged(effect, Holds, residuals) + Judged(effect, Open, residuals)
  {
    forall r | r in residuals && Judge(r.condition) == Fails ensures FinalOutcome(r, env).Err? {
      if MustFail(r.condition) { WhatMustFailFails(r.condition, env); }
    }
  }

  lemma CertainDecisionsAreFinal(residuals: seq<ResidualPolicy>, env: Env)
    requires PartiallyRespond(residuals).decision.Some?
    ensures PartiallyRespond(residuals).decision.value == Reauthorize(residuals, env).decision
  { JudgedLiesBetween(Permit, residuals, env); JudgedLiesBetween(Forbid, residuals, env); }

  lemma DecidingByLoadingIsReauthorizing(residuals: seq<ResidualPolicy>, known: Knowledge, env: Env, rounds: nat)
    requires Completes(env, known)
    requires DecideByLoading(residuals, known, env.entities, rounds).Some?
    ensures DecideByLoading(residuals, known, env.entities, rounds).value == Reauthorize(residuals, env).decision
    decreases rounds
  {
    var reduced := ReducePolicies(residuals, known);
    ReducingPoliciesChangesNothing(residuals, known, env);
    if PartiallyRespond(reduced).decision.Some? { CertainDecisionsAreFinal(reduced, env); }
    else {
      LoadingTellsTheTruth(known, NeededByPolicies(reduced), env);
      DecidingByLoadingIsReauthorizing(reduced, Load(known, NeededByPolicies(reduced), env.entities), env, rounds - 1);
    }
  }

  // Theorem: a decision that comes of loading only the entities that are needed is the decision over all entities.
  lemma DecidingByLoadingIsSound(policies: seq<Policy>, known: Knowledge, env: Env, rounds: nat)
    requires Completes(env, known)
    requires DecideByLoading(IsAuthorizedPartially(policies, known).residuals, known, env.entities, rounds).Some?
    ensures DecideByLoading(IsAuthorizedPartially(policies, known).residuals, known, env.entities, rounds).value ==
      IsAuthorized(policies, env).decision
  {
    DecidingByLoadingIsReauthorizing(IsAuthorizedPartially(policies, known).residuals, known, env, rounds);
    ReauthorizingIsSound(policies, known, env);
  }

  // ---- no round is in vain ----

  predicate RequestIsKnown(known: Knowledge) {
    var request := known.request;
    request.principal.Exactly? && request.action.Exactly? && request.resource.Exactly? && request.context.Exactly?
  }

  // Whether all is known of an entity, if only that it is not there.
  predicate IsLoaded(uid: EntityUid, entities: PartialEntities) {
    if uid in entities.listed
    then entities.listed[uid].attributes.Exactly? && entities.listed[uid].tags.Exactly? && entities.listed[uid].ancestors.Some?
    else IsMissing(uid, entities)
  }

  predicate IsDone(r: Residual) { r.ValueR? || r.ErrorR? }
  predicate Waits(r: Residual, known: Knowledge) { exists uid :: uid in Needed(r) && !IsLoaded(uid, known.entities) }
  predicate DoneOrWaits(r: Residual, known: Knowledge) { IsDone(r) || Waits(r, known) }

  // A residual waits if a part of it does.
  lemma WaitingIsPassedOn(part: Residual, whole: Residual, known: Knowledge)
    requires Waits(part, known) && Needed(part) <= Needed(whole)
    ensures Waits(whole, known)
  { }

  lemma AndWaits(a: Residual, b: Residual, known: Knowledge)
    requires DoneOrWaits(a, known) && DoneOrWaits(b, known)
    ensures DoneOrWaits(ReduceAnd(a, b, known), known)
  {
    if !IsDone(a) { WaitingIsPassedOn(a, AndR(a, b), known); }
    else if !IsDone(b) { WaitingIsPassedOn(b, AndR(ValueR(BoolV(true)), b), known); }
  }
  lemma OrWaits(a: Residual, b: Residual, known: Knowledge)
    requires DoneOrWaits(a, known) && DoneOrWaits(b, known)
    ensures DoneOrWaits(ReduceOr(a, b, known), known)
  {
    if !IsDone(a) { WaitingIsPassedOn(a, OrR(a, b), known); }
    else if !IsDone(b) { WaitingIsPassedOn(b, OrR(ValueR(BoolV(false)), b), known); }
  }

  lemma AttributesWait(a: Residual, name: string, known: Knowledge)
    requires DoneOrWaits(a, known)
    ensures DoneOrWaits(ReduceHas(a, name, known), known)
    ensures DoneOrWaits(ReduceGet(a, name, known), known)
  {
    if !IsDone(a) { WaitingIsPassedOn(a, HasR(a, name), known); WaitingIsPassedOn(a, GetR(a, name), known); }
    else if a.ValueR? && a.value.EntityV? {
      assert a.value.uid in Needed(HasR(a, name)) && a.value.uid in Needed(GetR(a, name));
    }
  }

  lemma KnownOperandsWait(op: BinaryOp, v: Value, w: Value, known: Knowledge)
    ensures DoneOrWaits(ReduceKnown(op, v, w, known.entities), known)
  {
    if v.EntityV? && (op == In || op == HasTag || op == GetTag) {
      assert v.uid in Needed(BinaryR(op, ValueR(v), ValueR(w)));
    }
  }

  lemma BinaryWaits(op: BinaryOp, a: Residual, b: Residual, known: Knowledge)
    requires DoneOrWaits(a, known) && DoneOrWaits(b, known)
    ensures DoneOrWaits(ReduceBinary(op, a, b, known), known)
  {
    if !IsDone(a) { WaitingIsPassedOn(a, BinaryR(op, a, b), known); }
    else if !IsDone(b) { WaitingIsPassedOn(b, BinaryR(op, a, b), known); }
    else if a.ValueR? && b.ValueR? { KnownOperandsWait(op, a.value, b.value, known); }
  }

  predicate AllDoneOrWaits(rs: ResidualList, known: Knowledge) {
    Gather(rs).Some? || exists uid :: uid in NeededByAll(rs) && !IsLoaded(uid, known.entities)
  }
  predicate FieldsDoneOrWait(fields: ResidualFields, before: map<string, Value>, known: Knowledge) {
    GatherFields(fields, before).Some? || exists uid :: uid in NeededByFields(fields) && !IsLoaded(uid, known.entities)
  }

  lemma EverythingWaits(r: Residual, known: Knowledge)
    requires RequestIsKnown(known)
    ensures DoneOrWaits(Reduce(r, known), known)
    decreases r
  {
    match r
    case ValueR(value) => case ErrorR(error) => case VariableR(variable) =>
    case AndR(left, right) =>
      EverythingWaits(left, known); EverythingWaits(right, known);
      AndWaits(Reduce(left, known), Reduce(right, known), known);
    case OrR(left, right) =>
      EverythingWaits(left, known); EverythingWaits(right, known);
      OrWaits(Reduce(left, known), Reduce(right, known), known);
    case IfR(test, yes, no) =>
      EverythingWaits(test, known); EverythingWaits(yes, known); EverythingWaits(no, known);
      var a := Reduce(test, known);
      if !IsDone(a) { WaitingIsPassedOn(a, IfR(a, Reduce(yes, known), Reduce(no, known)), known); }
    case UnaryR(op, arg) =>
      EverythingWaits(arg, known);
      if !IsDone(Reduce(arg, known)) { WaitingIsPassedOn(Reduce(arg, known), UnaryR(op, Reduce(arg, known)), known); }
    case BinaryR(op, left, right) =>
      EverythingWaits(left, known); EverythingWaits(right, known);
      BinaryWaits(op, Reduce(left, known), Reduce(right, known), known);
    case LikeR(arg, pattern) =>
      EverythingWaits(arg, known);
      if !IsDone(Reduce(arg, known)) { WaitingIsPassedOn(Reduce(arg, known), LikeR(Reduce(arg, known), pattern), known); }
    case IsR(arg, entityType) =>
      EverythingWaits(arg, known);
      if !IsDone(Reduce(arg, known)) { WaitingIsPassedOn(Reduce(arg, known), IsR(Reduce(arg, known), entityType), known); }
    case HasR(arg, name) => EverythingWaits(arg, known); AttributesWait(Reduce(arg, known), name, known);
    case GetR(arg, name) => EverythingWaits(arg, known); AttributesWait(Reduce(arg, known), name, known);
    case SetR(elements) => ListsWait(elements, known);
    case RecordR(fields) => FieldsWait(fields, map[], known);
    case CallR(fn, args) => ListsWait(args, known);
  }
  lemma ListsWait(rs: ResidualList, known: Knowledge)
    requires RequestIsKnown(known)
    ensures AllDoneOrWaits(ReduceAll(rs, known), known)
    decreases rs
  { if rs.MoreResiduals? { EverythingWaits(rs.first, known); ListsWait(rs.rest, known); } }
  lemma FieldsWait(fields: ResidualFields, before: map<string, Value>, known: Knowledge)
    requires RequestIsKnown(known)
    ensures FieldsDoneOrWait(ReduceFields(fields, known), before, known)
    decreases fields
  {
    if fields.MoreResidualFields? {
      EverythingWaits(fields.field, known);
      var a := Reduce(fields.field, known);
      if a.ValueR? { FieldsWait(fields.others, before[fields.key := a.value], known); }
    }
  }

  // Theorem: no round of loading is in vain: if a policy is still open although the request is known, it needs an entity
  // that has not been loaded.
  lemma OpenPoliciesNeedMore(r: ResidualPolicy, known: Knowledge)
    requires RequestIsKnown(known) && Judge(Reduce(r.condition, known)) == Open
    ensures exists uid :: uid in Needed(Reduce(r.condition, known)) && !IsLoaded(uid, known.entities)
  { EverythingWaits(r.condition, known); }
}
