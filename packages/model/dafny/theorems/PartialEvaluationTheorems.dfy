include "../PartialEvaluation.dfy"
include "ProspectTheorems.dfy"
module PartialEvaluationTheorems {
  import opened Values
  import opened Patterns
  import opened Expressions
  import opened Hierarchy
  import opened Schemas
  import opened Conformance
  import opened Extensions
  import opened Evaluator
  import opened Residuals
  import opened PartialData
  import opened Prospects
  import opened PartialEvaluation
  import opened ProspectTheorems

  // ---- each operator ----

  lemma ReduceToBoolIsRight(b: Residual, left: bool, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceToBool(b, left, known), env) == AsBool(Finish(b, env))
  { if Finish(b, env).Ok? { KindsAreRight(b, known, env); } }

  lemma ReduceAndIsRight(a: Residual, b: Residual, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceAnd(a, b, known), env) == Finish(AndR(a, b), env)
  {
    ReduceToBoolIsRight(b, true, known, env);
    if CannotFail(a, known) { WhatCannotFailGivesAValue(a, known, env); }
    if Finish(a, env).Ok? { KindsAreRight(a, known, env); }
  }

  lemma ReduceOrIsRight(a: Residual, b: Residual, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceOr(a, b, known), env) == Finish(OrR(a, b), env)
  {
    ReduceToBoolIsRight(b, false, known, env);
    if CannotFail(a, known) { WhatCannotFailGivesAValue(a, known, env); }
    if Finish(a, env).Ok? { KindsAreRight(a, known, env); }
  }

  lemma ReduceIfIsRight(test: Residual, yes: Residual, no: Residual, env: Env)
    ensures Finish(ReduceIf(test, yes, no), env) == Finish(IfR(test, yes, no), env)
  { }

  lemma ReduceUnaryIsRight(op: UnaryOp, a: Residual, env: Env)
    ensures Finish(ReduceUnary(op, a), env) == Finish(UnaryR(op, a), env)
  { }

  lemma DifferIsRight(a: Residual, b: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && Differ(Look(a, known), Look(b, known))
    ensures Finish(BinaryR(Equal, a, b), env) == Ok(BoolV(false))
  { LooksAreRight(a, known, env); LooksAreRight(b, known, env); }

  // An entity is only in entities of types that the schema allows for it.
  lemma ContainersHaveDeclaredTypes(uid: EntityUid, container: EntityUid, schema: Schema, entities: Entities)
    requires EntitiesConform(entities, schema) && container in Containers(uid, entities)
    ensures CanBeIn(uid.ty, container.ty, schema)
  {
    if uid != container {
      if uid !in entities { NothingIsAboveTheMissing(uid, entities); }
      assert EntityConforms(uid, entities, schema);
    }
  }
  lemma NothingIsAboveTheMissing(uid: EntityUid, entities: Entities)
    requires uid !in entities
    ensures Ancestors(uid, entities) == {}
  { assert ParentsOfAll({uid}, entities) == {}; }

  lemma NeverInIsRight(a: Residual, container: Value, known: Knowledge, env: Env)
    requires Completes(env, known) && NeverIn(Look(a, known), container, known.schema)
    ensures Finish(BinaryR(In, a, ValueR(container)), env) == Ok(BoolV(false))
  {
    LooksAreRight(a, known, env);
    var uid := Finish(a, env).value.uid;
    forall other | other in Containers(uid, env.entities) ensures other !in UidsIn(container) {
      ContainersHaveDeclaredTypes(uid, other, known.schema.value, env.entities);
    }
    InIsMeeting(uid, container, env.entities);
  }

  // `in` asks whether the containers of an entity and the uids on the right have one in common.
  lemma InIsMeeting(uid: EntityUid, w: Value, entities: Entities)
    requires IsContainer(w)
    ensures ApplyIn(EntityV(uid), w, entities) == Ok(BoolV(!(Containers(uid, entities) !! UidsIn(w))))
  {
    if w.SetV? {
      var containers := Containers(uid, entities);
      if x :| x in w.elements && x.uid in containers { assert x.uid in UidsIn(w); }
      if other :| other in containers && other in UidsIn(w) { assert EntityV(other) in w.elements; }
    }
  }

  lemma AncestorsOfIsRight(uid: EntityUid, known: Knowledge, env: Env)
    requires Completes(env, known) && AncestorsOf(uid, known.entities).Some?
    ensures AncestorsOf(uid, known.entities).value == Ancestors(uid, env.entities)
  {
    if uid in known.entities.listed { assert EntityFits(uid, known.entities.listed[uid], env.entities); }
    else { NothingIsAboveTheMissing(uid, env.entities); }
  }

  lemma ReduceInIsRight(v: Value, w: Value, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceIn(v, w, known.entities), env) == ApplyIn(v, w, env.entities)
  {
    if v.EntityV? && IsContainer(w) {
      InIsMeeting(v.uid, w, env.entities);
      if AncestorsOf(v.uid, known.entities).Some? { AncestorsOfIsRight(v.uid, known, env); }
    }
  }

  lemma ReduceTagsIsRight(v: Value, w: Value, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceHasTag(v, w, known.entities), env) == ApplyBinary(HasTag, v, w, env.entities)
    ensures Finish(ReduceGetTag(v, w, known.entities), env) == ApplyBinary(GetTag, v, w, env.entities)
  { if v.EntityV? && w.StringV? { TagsAreRight(v.uid, w.s, known, env); } }

  lemma OthersLookAtNoEntities(op: BinaryOp, v: Value, w: Value, entities: Entities)
    requires op != In && op != HasTag && op != GetTag
    ensures ApplyBinary(op, v, w, map[]) == ApplyBinary(op, v, w, entities)
  { }

  lemma ReduceKnownIsRight(op: BinaryOp, v: Value, w: Value, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceKnown(op, v, w, known.entities), env) == ApplyBinary(op, v, w, env.entities)
  {
    if op == In { ReduceInIsRight(v, w, known, env); }
    else if op == HasTag || op == GetTag { ReduceTagsIsRight(v, w, known, env); }
    else { OthersLookAtNoEntities(op, v, w, env.entities); }
  }

  lemma ReduceBinaryIsRight(op: BinaryOp, a: Residual, b: Residual, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceBinary(op, a, b, known), env) == Finish(BinaryR(op, a, b), env)
  {
    if op == Equal && Differ(Look(a, known), Look(b, known)) { DifferIsRight(a, b, known, env); }
    else if op == In && b.ValueR? && NeverIn(Look(a, known), b.value, known.schema) { NeverInIsRight(a, b.value, known, env); }
    else if a.ValueR? && b.ValueR? { ReduceKnownIsRight(op, a.value, b.value, known, env); }
  }

  lemma ReduceLikeIsRight(a: Residual, pattern: Pattern, env: Env)
    ensures Finish(ReduceLike(a, pattern), env) == Finish(LikeR(a, pattern), env)
  { }

  lemma ReduceIsIsRight(a: Residual, entityType: string, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceIs(a, entityType, known), env) == Finish(IsR(a, entityType), env)
  { if Look(a, known).SomeEntity? { LooksAreRight(a, known, env); } }

  lemma ReduceHasIsRight(a: Residual, name: string, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceHas(a, name, known), env) == Finish(HasR(a, name), env)
  {
    if !Look(a, known).Anything? {
      LooksAreRight(a, known, env);
      AttributesAreRight(Finish(a, env).value, Look(a, known), name, known, env);
    }
  }

  lemma ReduceGetIsRight(a: Residual, name: string, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(ReduceGet(a, name, known), env) == Finish(GetR(a, name), env)
  {
    if !Look(a, known).Anything? {
      LooksAreRight(a, known, env);
      AttributesAreRight(Finish(a, env).value, Look(a, known), name, known, env);
    }
  }

  lemma GatherIsRight(rs: ResidualList, env: Env)
    requires Gather(rs).Some?
    ensures Gather(rs).value == FinishAll(rs, env)
    decreases rs
  { if rs.MoreResiduals? && rs.first.ValueR? { GatherIsRight(rs.rest, env); } }

  lemma GatherFieldsIsRight(fields: ResidualFields, before: map<string, Value>, env: Env)
    requires GatherFields(fields, before).Some?
    ensures GatherFields(fields, before).value == FinishFields(fields, before, env)
    decreases fields
  {
    if fields.MoreResidualFields? && fields.field.ValueR? {
      GatherFieldsIsRight(fields.others, before[fields.key := fields.field.value], env);
    }
  }

  lemma ReduceSetIsRight(rs: ResidualList, env: Env)
    ensures Finish(ReduceSet(rs), env) == Finish(SetR(rs), env)
  { if Gather(rs).Some? { GatherIsRight(rs, env); } }

  lemma ReduceCallIsRight(fn: ExtensionFunction, rs: ResidualList, env: Env)
    ensures Finish(ReduceCall(fn, rs), env) == Finish(CallR(fn, rs), env)
  { if Gather(rs).Some? { GatherIsRight(rs, env); } }

  lemma ReduceRecordIsRight(fields: ResidualFields, env: Env)
    ensures Finish(ReduceRecord(fields), env) == Finish(RecordR(fields), env)
  { if GatherFields(fields, map[]).Some? { GatherFieldsIsRight(fields, map[], env); } }

  // ---- all operators ----

  // Theorem: reducing a residual changes nothing in what it comes to: whatever full data turns out to fit what was
  // known, the reduced residual gives the same value or the same error.
  lemma ReducingChangesNothing(r: Residual, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(Reduce(r, known), env) == Finish(r, env)
    decreases r
  {
    match r
    case ValueR(value) => case ErrorR(error) => case VariableR(variable) =>
    case AndR(left, right) =>
      ReducingChangesNothing(left, known, env);
      ReducingChangesNothing(right, known, env);
      ReduceAndIsRight(Reduce(left, known), Reduce(right, known), known, env);
    case OrR(left, right) =>
      ReducingChangesNothing(left, known, env);
      ReducingChangesNothing(right, known, env);
      ReduceOrIsRight(Reduce(left, known), Reduce(right, known), known, env);
    case IfR(test, yes, no) =>
      ReducingChangesNothing(test, known, env);
      ReducingChangesNothing(yes, known, env);
      ReducingChangesNothing(no, known, env);
      ReduceIfIsRight(Reduce(test, known), Reduce(yes, known), Reduce(no, known), env);
    case UnaryR(op, arg) =>
      ReducingChangesNothing(arg, known, env);
      ReduceUnaryIsRight(op, Reduce(arg, known), env);
    case BinaryR(op, left, right) =>
      ReducingChangesNothing(left, known, env);
      ReducingChangesNothing(right, known, env);
      ReduceBinaryIsRight(op, Reduce(left, known), Reduce(right, known), known, env);
    case LikeR(arg, pattern) =>
      ReducingChangesNothing(arg, known, env);
      ReduceLikeIsRight(Reduce(arg, known), pattern, env);
    case IsR(arg, entityType) =>
      ReducingChangesNothing(arg, known, env);
      ReduceIsIsRight(Reduce(arg, known), entityType, known, env);
    case HasR(arg, name) =>
      ReducingChangesNothing(arg, known, env);
      ReduceHasIsRight(Reduce(arg, known), name, known, env);
    case GetR(arg, name) =>
      ReducingChangesNothing(arg, known, env);
      ReduceGetIsRight(Reduce(arg, known), name, known, env);
    case SetR(elements) =>
      ReducingListsChangesNothing(elements, known, env);
      ReduceSetIsRight(ReduceAll(elements, known), env);
    case RecordR(fields) =>
      ReducingFieldsChangesNothing(fields, map[], known, env);
      ReduceRecordIsRight(ReduceFields(fields, known), env);
    case CallR(fn, args) =>
      ReducingListsChangesNothing(args, known, env);
      ReduceCallIsRight(fn, ReduceAll(args, known), env);
  }
  lemma ReducingListsChangesNothing(rs: ResidualList, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures FinishAll(ReduceAll(rs, known), env) == FinishAll(rs, env)
    decreases rs
  { if rs.MoreResiduals? { ReducingChangesNothing(rs.first, known, env); ReducingListsChangesNothing(rs.rest, known, env); } }
  lemma ReducingFieldsChangesNothing(fields: ResidualFields, before: map<string, Value>, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures FinishFields(ReduceFields(fields, known), before, env) == FinishFields(fields, before, env)
    decreases fields
  {
    if fields.MoreResidualFields? {
      ReducingChangesNothing(fields.field, known, env);
      var a := Finish(fields.field, env);
      if a.Ok? { ReducingFieldsChangesNothing(fields.others, before[fields.key := a.value], known, env); }
    }
  }

  // Theorem: partial evaluation loses nothing: whatever full data turns out to fit what was known, evaluating what is
  // left gives the same value or the same kind of error as evaluating the whole expression.
  lemma PartialEvaluationIsSound(e: Expr, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures Finish(PartiallyEvaluate(e, known), env) == Evaluate(e, env)
  { ReducingChangesNothing(ResidualOf(e), known, env); ResidualsMeanTheirExpressions(e, env); }

  // Theorem: a value that partial evaluation gives is the value of the expression for all full data that fits, and so is
  // an error.
  lemma KnownResultsAreFinal(e: Expr, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures PartiallyEvaluate(e, known).ValueR? ==> Evaluate(e, env) == Ok(PartiallyEvaluate(e, known).value)
    ensures PartiallyEvaluate(e, known).ErrorR? ==> Evaluate(e, env) == Err(PartiallyEvaluate(e, known).error)
    ensures MustFail(PartiallyEvaluate(e, known)) ==> Evaluate(e, env).Err?
  {
    PartialEvaluationIsSound(e, known, env);
    if MustFail(PartiallyEvaluate(e, known)) { WhatMustFailFails(PartiallyEvaluate(e, known), env); }
  }

  // Theorem: partial evaluation can go step by step: reducing with what is known first and what is known later loses
  // nothing either.
  lemma KnowledgeCanComeInSteps(e: Expr, earlier: Knowledge, later: Knowledge, env: Env)
    requires Completes(env, earlier) && Completes(env, later)
    ensures Finish(Reduce(PartiallyEvaluate(e, earlier), later), env) == Evaluate(e, env)
  {
    PartialEvaluationIsSound(e, earlier, env);
    ReducingChangesNothing(PartiallyEvaluate(e, earlier), later, env);
  }
}
