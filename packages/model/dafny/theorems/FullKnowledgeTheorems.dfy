include "../PartialAuthorizer.dfy"
include "PartialAuthorizerTheorems.dfy"
module FullKnowledgeTheorems {
  import opened Values
  import opened Patterns
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
  import opened PartialEvaluationTheorems
  import opened PartialAuthorizerTheorems

  // All that there is to know: the request, all entities, and that there are no others.
  function FullRequest(request: Request): PartialRequest {
    PartialRequest(
      Exactly(EntityV(request.principal)), Exactly(EntityV(request.action)),
      Exactly(EntityV(request.resource)), Exactly(RecordV(request.context)))
  }
  function FullEntities(entities: Entities): PartialEntities {
    PartialEntities(map uid | uid in entities :: KnownEntity(uid, entities), {}, true)
  }
  function FullKnowledge(env: Env): Knowledge { Knowledge(FullRequest(env.request), FullEntities(env.entities), None) }

  // Theorem: data fits what is known if all of it is known: what is proven of all data that fits is not proven of none.
  lemma DataFitsItself(env: Env)
    ensures Completes(env, FullKnowledge(env))
  { }

  predicate IsDone(r: Residual) { r.ValueR? || r.ErrorR? }
  predicate AllDone(rs: ResidualList)
    decreases rs
  { match rs case NoResiduals => true case MoreResiduals(first, rest) => IsDone(first) && AllDone(rest) }
  predicate FieldsDone(fields: ResidualFields)
    decreases fields
  {
    match fields
    case NoResidualFields => true
    case MoreResidualFields(key, field, others) => IsDone(field) && FieldsDone(others)
  }

  lemma AttributesAreKnown(v: Value, name: string, env: Env)
    ensures var finding := FindAttribute(Exactly(v), name, FullKnowledge(env).entities);
      finding.Lacking? || (finding.Found? && finding.known.Exactly?)
  { }
  lemma TagsAreKnown(uid: EntityUid, tag: string, env: Env)
    ensures var finding := TagOf(uid, tag, FullKnowledge(env).entities);
      finding.Lacking? || (finding.Found? && finding.known.Exactly?)
  { }
  lemma AncestorsAreKnown(uid: EntityUid, env: Env)
    ensures AncestorsOf(uid, FullKnowledge(env).entities).Some?
  { }

  lemma KnownOperandsAreDone(op: BinaryOp, a: Residual, b: Residual, env: Env)
    requires IsDone(a) && IsDone(b)
    ensures IsDone(ReduceBinary(op, a, b, FullKnowledge(env)))
  {
    if a.ValueR? && b.ValueR? {
      if a.value.EntityV? { AncestorsAreKnown(a.value.uid, env); }
      if a.value.EntityV? && b.value.StringV? { TagsAreKnown(a.value.uid, b.value.s, env); }
    }
  }

  lemma GatheredIsDone(rs: ResidualList)
    requires AllDone(rs)
    ensures Gather(rs).Some?
    decreases rs
  { if rs.MoreResiduals? { GatheredIsDone(rs.rest); } }
  lemma GatheredFieldsAreDone(fields: ResidualFields, before: map<string, Value>)
    requires FieldsDone(fields)
    ensures GatherFields(fields, before).Some?
    decreases fields
  {
    if fields.MoreResidualFields? && fields.field.ValueR? {
      GatheredFieldsAreDone(fields.others, before[fields.key := fields.field.value]);
    }
  }

  lemma NothingIsLeft(r: Residual, env: Env)
    ensures IsDone(Reduce(r, FullKnowledge(env)))
    decreases r
  {
    var known := FullKnowledge(env);
    match r
    case ValueR(value) => case ErrorR(error) => case VariableR(variable) =>
    case AndR(left, right) => NothingIsLeft(left, env); NothingIsLeft(right, env);
    case OrR(left, right) => NothingIsLeft(left, env); NothingIsLeft(right, env);
    case IfR(test, yes, no) => NothingIsLeft(test, env); NothingIsLeft(yes, env); NothingIsLeft(no, env);
    case UnaryR(op, arg) => NothingIsLeft(arg, env);
    case BinaryR(op, left, right) =>
      NothingIsLeft(left, env);
      NothingIsLeft(right, env);
      KnownOperandsAreDone(op, Reduce(left, known), Reduce(right, known), env);
    case LikeR(arg, pattern) => NothingIsLeft(arg, env);
    case IsR(arg, entityType) => NothingIsLeft(arg, env);
    case HasR(arg, name) =>
      NothingIsLeft(arg, env);
      if Reduce(arg, known).ValueR? { AttributesAreKnown(Reduce(arg, known).value, name, env); }
    case GetR(arg, name) =>
      NothingIsLeft(arg, env);
      if Reduce(arg, known).ValueR? { AttributesAreKnown(Reduce(arg, known).value, name, env); }
    case SetR(elements) => NothingIsLeftOfLists(elements, env); GatheredIsDone(ReduceAll(elements, known));
    case RecordR(fields) => NothingIsLeftOfFields(fields, env); GatheredFieldsAreDone(ReduceFields(fields, known), map[]);
    case CallR(fn, args) => NothingIsLeftOfLists(args, env); GatheredIsDone(ReduceAll(args, known));
  }
  lemma NothingIsLeftOfLists(rs: ResidualList, env: Env)
    ensures AllDone(ReduceAll(rs, FullKnowledge(env)))
    decreases rs
  { if rs.MoreResiduals? { NothingIsLeft(rs.first, env); NothingIsLeftOfLists(rs.rest, env); } }
  lemma NothingIsLeftOfFields(fields: ResidualFields, env: Env)
    ensures FieldsDone(ReduceFields(fields, FullKnowledge(env)))
    decreases fields
  { if fields.MoreResidualFields? { NothingIsLeft(fields.field, env); NothingIsLeftOfFields(fields.others, env); } }

  // Theorem: partial evaluation with all there is to know is evaluation: nothing is left but the value or the error.
  lemma FullKnowledgeLeavesNothing(e: Expr, env: Env)
    ensures PartiallyEvaluate(e, FullKnowledge(env)) == Done(Evaluate(e, env))
  {
    NothingIsLeft(ResidualOf(e), env);
    DataFitsItself(env);
    PartialEvaluationIsSound(e, FullKnowledge(env), env);
  }

  lemma JudgingIsExact(effect: Effect, policies: seq<Policy>, env: Env)
    ensures Judged(effect, Open, ResidualPoliciesOf(policies, FullKnowledge(env))) == {}
    ensures Judged(effect, Holds, ResidualPoliciesOf(policies, FullKnowledge(env))) == Satisfied(effect, policies, env)
  {
    var residuals := ResidualPoliciesOf(policies, FullKnowledge(env));
    forall id | id in Judged(effect, Open, residuals) ensures false {
      var r :| r in residuals && r.effect == effect && Judge(r.condition) == Open && r.id == id;
      var p := EveryResidualHasItsPolicy(policies, r, FullKnowledge(env));
      FullKnowledgeLeavesNothing(Condition(p), env);
    }
    DataFitsItself(env);
    SatisfiedLiesBetween(effect, policies, FullKnowledge(env), env);
  }

  // Theorem: with all there is to know, the partial authorizer decides, as the authorizer does and by the same policies.
  lemma FullKnowledgeDecides(policies: seq<Policy>, env: Env)
    ensures var partial, full := IsAuthorizedPartially(policies, FullKnowledge(env)), IsAuthorized(policies, env);
      partial.decision == Some(full.decision) && partial.must == full.determining && partial.may == full.determining
  { JudgingIsExact(Permit, policies, env); JudgingIsExact(Forbid, policies, env); }
}
