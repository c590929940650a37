include "../Prospects.dfy"
module ProspectTheorems {
  import opened Values
  import opened Expressions
  import opened Hierarchy
  import opened Extensions
  import opened Evaluator
  import opened Types
  import opened Schemas
  import opened Conformance
  import opened Residuals
  import opened PartialData
  import opened Prospects

  // Theorem: an expression of which nothing has been evaluated yet comes to what the expression evaluates to.
  lemma ResidualsMeanTheirExpressions(e: Expr, env: Env)
    ensures Finish(ResidualOf(e), env) == Evaluate(e, env)
    decreases e
  {
    match e
    case BoolE(b) => case LongE(i) => case StringE(s) => case EntityE(uid) => case VariableE(variable) =>
    case And(left, right) => ResidualsMeanTheirExpressions(left, env); ResidualsMeanTheirExpressions(right, env);
    case Or(left, right) => ResidualsMeanTheirExpressions(left, env); ResidualsMeanTheirExpressions(right, env);
    case If(test, yes, no) =>
      ResidualsMeanTheirExpressions(test, env);
      ResidualsMeanTheirExpressions(yes, env);
      ResidualsMeanTheirExpressions(no, env);
    case Unary(op, arg) => ResidualsMeanTheirExpressions(arg, env);
    case Binary(op, left, right) => ResidualsMeanTheirExpressions(left, env); ResidualsMeanTheirExpressions(right, env);
    case LikeE(arg, pattern) => ResidualsMeanTheirExpressions(arg, env);
    case Is(arg, entityType) => ResidualsMeanTheirExpressions(arg, env);
    case HasAttribute(arg, name) => ResidualsMeanTheirExpressions(arg, env);
    case GetAttribute(arg, name) => ResidualsMeanTheirExpressions(arg, env);
    case SetE(elements) => ListsMeanTheirExpressions(elements, env);
    case RecordE(fields) => FieldsMeanTheirExpressions(fields, map[], env);
    case Call(fn, args) => ListsMeanTheirExpressions(args, env);
  }
  lemma ListsMeanTheirExpressions(es: Exprs, env: Env)
    ensures FinishAll(ResidualsOf(es), env) == EvaluateAll(es, env)
    decreases es
  { if es.MoreExprs? { ResidualsMeanTheirExpressions(es.first, env); ListsMeanTheirExpressions(es.rest, env); } }
  lemma FieldsMeanTheirExpressions(fields: Fields, before: map<string, Value>, env: Env)
    ensures FinishFields(ResidualFieldsOf(fields), before, env) == EvaluateFields(fields, before, env)
    decreases fields
  {
    if fields.MoreFields? {
      ResidualsMeanTheirExpressions(fields.value, env);
      var a := Evaluate(fields.value, env);
      if a.Ok? { FieldsMeanTheirExpressions(fields.others, before[fields.key := a.value], env); }
    }
  }

  // Theorem: a residual that cannot but fail does fail.
  lemma WhatMustFailFails(r: Residual, env: Env)
    requires MustFail(r)
    ensures Finish(r, env).Err?
    decreases r
  {
    match r
    case ValueR(value) => case ErrorR(error) => case VariableR(variable) =>
    case AndR(left, right) => if MustFail(left) { WhatMustFailFails(left, env); } else { WhatMustFailFails(right, env); }
    case OrR(left, right) => if MustFail(left) { WhatMustFailFails(left, env); } else { WhatMustFailFails(right, env); }
    case IfR(test, yes, no) =>
      if MustFail(test) { WhatMustFailFails(test, env); }
      else { WhatMustFailFails(yes, env); WhatMustFailFails(no, env); }
    case UnaryR(op, arg) => WhatMustFailFails(arg, env);
    case BinaryR(op, left, right) =>
      if MustFail(left) { WhatMustFailFails(left, env); } else { WhatMustFailFails(right, env); }
    case LikeR(arg, pattern) => WhatMustFailFails(arg, env);
    case IsR(arg, entityType) => WhatMustFailFails(arg, env);
    case HasR(arg, name) => WhatMustFailFails(arg, env);
    case GetR(arg, name) => WhatMustFailFails(arg, env);
    case SetR(elements) => ListThatMustFailFails(elements, env);
    case RecordR(fields) => FieldsThatMustFailFail(fields, map[], env);
    case CallR(fn, args) => ListThatMustFailFails(args, env);
  }
  lemma ListThatMustFailFails(rs: ResidualList, env: Env)
    requires SomeMustFail(rs)
    ensures FinishAll(rs, env).ErrAny?
    decreases rs
  { if MustFail(rs.first) { WhatMustFailFails(rs.first, env); } else { ListThatMustFailFails(rs.rest, env); } }
  lemma FieldsThatMustFailFail(fields: ResidualFields, before: map<string, Value>, env: Env)
    requires SomeFieldMustFail(fields)
    ensures FinishFields(fields, before, env).Err?
    decreases fields
  {
    if MustFail(fields.field) { WhatMustFailFails(fields.field, env); }
    else {
      var a := Finish(fields.field, env);
      if a.Ok? { FieldsThatMustFailFail(fields.others, before[fields.key := a.value], env); }
    }
  }

  // ---- what is known of values is right ----

  // Theorem: a record of which every field is known is a known value: just the values that fit the one fit the other.
  lemma RecordsOfKnownFieldsAreKnown(v: Value, fields: map<string, PartialValue>, closed: bool)
    ensures Fits(v, RecordOf(fields, closed)) <==> Fits(v, SomeRecord(fields, closed))
  {
    if RecordOf(fields, closed).Exactly? && Fits(v, SomeRecord(fields, closed)) {
      assert forall k :: k in fields ==> Fits(v.fields[k], fields[k]);
      assert v.fields == RecordOf(fields, closed).value.fields;
    }
  }

  // Theorem: what a schema tells of its actions is true of all data that conforms to it.
  lemma SchemasTellTheTruthOfActions(known: Knowledge, env: Env)
    requires Completes(env, known) && (known.schema.Some? ==> IsSchema(known.schema.value))
    ensures Completes(env, WithActions(known))
  {
    if known.schema.Some? {
      var schema, listed := known.schema.value, WithActions(known).entities.listed;
      forall uid | uid in listed ensures EntityFits(uid, listed[uid], env.entities) {
        if uid !in known.entities.listed { assert EntityConforms(uid, env.entities, schema); }
      }
    }
  }

  lemma FieldsAreRight(v: Value, record: PartialValue, name: string, missing: Error)
    requires Fits(v, record)
    ensures FieldOf(record, name, missing).Found? ==>
      v.RecordV? && name in v.fields && Fits(v.fields[name], FieldOf(record, name, missing).known)
    ensures FieldOf(record, name, missing).Lacking? ==>
      FieldOf(record, name, missing).error == if v.RecordV? then missing else TypeError
    ensures FieldOf(record, name, missing).Lacking? && v.RecordV? ==> name !in v.fields
  { }

  // The attribute that is found is the entity's or record's; that which is lacking is not there.
  lemma AttributesAreRight(v: Value, owner: PartialValue, name: string, known: Knowledge, env: Env)
    requires Completes(env, known) && Fits(v, owner)
    ensures FindAttribute(owner, name, known.entities).Found? ==>
      && Has(v, name, env.entities) == Ok(BoolV(true))
      && Get(v, name, env.entities).Ok?
      && Fits(Get(v, name, env.entities).value, FindAttribute(owner, name, known.entities).known)
    ensures FindAttribute(owner, name, known.entities).Lacking? ==>
      var error := FindAttribute(owner, name, known.entities).error;
      && Get(v, name, env.entities) == Err(error)
      && Has(v, name, env.entities) == if error == TypeError then Err(TypeError) else Ok(BoolV(false))
  {
    if owner.Exactly? && owner.value.EntityV? {
      var uid := owner.value.uid;
      if uid in known.entities.listed {
        assert EntityFits(uid, known.entities.listed[uid], env.entities);
        FieldsAreRight(RecordV(env.entities[uid].attributes), known.entities.listed[uid].attributes, name, MissingAttribute);
      }
    } else {
      FieldsAreRight(v, owner, name, MissingAttribute);
    }
  }

  lemma TagsAreRight(uid: EntityUid, tag: string, known: Knowledge, env: Env)
    requires Completes(env, known)
    ensures TagOf(uid, tag, known.entities).Found? ==>
      && uid in env.entities && tag in env.entities[uid].tags
      && Fits(env.entities[uid].tags[tag], TagOf(uid, tag, known.entities).known)
    ensures TagOf(uid, tag, known.entities).Lacking? ==>
      && !(uid in env.entities && tag in env.entities[uid].tags)
      && TagOf(uid, tag, known.entities).error == if uid in env.entities then MissingTag else MissingEntity
  {
    if uid in known.entities.listed {
      assert EntityFits(uid, known.entities.listed[uid], env.entities);
      FieldsAreRight(RecordV(env.entities[uid].tags), known.entities.listed[uid].tags, tag, MissingTag);
    }
  }

  // Theorem: of what a residual will give, nothing is known beforehand that turns out wrong.
  lemma LooksAreRight(r: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && !Look(r, known).Anything?
    ensures Finish(r, env).Ok?
    ensures Fits(Finish(r, env).value, Look(r, known))
    decreases r
  {
    match r
    case ValueR(value) => case VariableR(variable) =>
    case GetR(arg, name) =>
      LooksAreRight(arg, known, env);
      AttributesAreRight(Finish(arg, env).value, Look(arg, known), name, known, env);
    case BinaryR(op, left, right) =>
      LooksAreRight(left, known, env);
      LooksAreRight(right, known, env);
      TagsAreRight(Look(left, known).value.uid, Look(right, known).value.s, known, env);
    case ErrorR(error) => case AndR(left, right) => case OrR(left, right) =>
    case IfR(test, yes, no) => case UnaryR(op, arg) => case LikeR(arg, pattern) =>
    case IsR(arg, entityType) => case HasR(arg, name) => case SetR(elements) =>
    case RecordR(fields) => case CallR(fn, args) =>
  }

  // ---- types are right ----

  lemma DeclaredAttributesHaveTheirType(owner: Value, t: Type, name: string, known: Knowledge, env: Env)
    requires Completes(env, known) && InstanceOf(owner, t) && Get(owner, name, env.entities).Ok?
    requires Declared(Some(t), name, known.schema).Some?
    ensures InstanceOf(Get(owner, name, env.entities).value, Declared(Some(t), name, known.schema).value.ty)
  {
    if t.EntityT? {
      assert EntityConforms(owner.uid, env.entities, known.schema.value);
    }
  }

  lemma DeclaredTagsHaveTheirType(owner: Value, tag: string, known: Knowledge, env: Env)
    requires Completes(env, known) && owner.EntityV? && owner.uid in env.entities && tag in env.entities[owner.uid].tags
    requires known.schema.Some? && TagsOf(owner.uid.ty, known.schema.value).Some?
    ensures InstanceOf(env.entities[owner.uid].tags[tag], TagsOf(owner.uid.ty, known.schema.value).value)
  { assert EntityConforms(owner.uid, env.entities, known.schema.value); }

  lemma AskingGivesBooleans(fn: ExtensionFunction, args: seq<Value>)
    requires Asks(fn) && CallExtension(fn, args).Ok?
    ensures CallExtension(fn, args).value.BoolV?
  { }

  lemma VariablesHaveTheirType(variable: Variable, known: Knowledge, env: Env)
    requires Completes(env, known) && TypeFor(VariableR(variable), known).Some?
    ensures InstanceOf(Finish(VariableR(variable), env).value, TypeFor(VariableR(variable), known).value)
  { }

  // Theorem: if a residual gives a value, it is of the type that was told for it beforehand.
  lemma ToldTypesAreRight(r: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && TypeFor(r, known).Some? && Finish(r, env).Ok?
    ensures InstanceOf(Finish(r, env).value, TypeFor(r, known).value)
    decreases r
  {
    match r
    case ValueR(value) => case ErrorR(error) =>
    case VariableR(variable) => VariablesHaveTheirType(variable, known, env);
    case AndR(left, right) => case OrR(left, right) =>
    case IfR(test, yes, no) =>
      if Finish(test, env) == Ok(BoolV(true)) { ToldTypesAreRight(yes, known, env); } else { ToldTypesAreRight(no, known, env); }
    case UnaryR(op, arg) =>
    case BinaryR(op, left, right) =>
      if op == GetTag {
        ToldTypesAreRight(left, known, env);
        DeclaredTagsHaveTheirType(Finish(left, env).value, Finish(right, env).value.s, known, env);
      }
    case LikeR(arg, pattern) => case IsR(arg, entityType) => case HasR(arg, name) =>
    case GetR(arg, name) =>
      ToldTypesAreRight(arg, known, env);
      DeclaredAttributesHaveTheirType(Finish(arg, env).value, TypeFor(arg, known).value, name, known, env);
    case SetR(elements) =>
      CommonTypesAreRight(elements, known, env);
    case RecordR(fields) =>
    case CallR(fn, args) => AskingGivesBooleans(fn, FinishAll(args, env).values);
  }
  lemma CommonTypesAreRight(rs: ResidualList, known: Knowledge, env: Env)
    requires Completes(env, known) && CommonType(rs, known).Some? && FinishAll(rs, env).OkAll?
    ensures forall v :: v in FinishAll(rs, env).values ==> InstanceOf(v, CommonType(rs, known).value)
    decreases rs
  {
    ToldTypesAreRight(rs.first, known, env);
    if rs.rest.MoreResiduals? { CommonTypesAreRight(rs.rest, known, env); }
    else { assert FinishAll(rs.rest, env) == OkAll([]); }
  }

  // ---- values are certain ----

  lemma ContainersAreRight(r: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && GivesContainers(r, known) && Finish(r, env).Ok?
    ensures IsContainer(Finish(r, env).value)
  {
    if !r.ValueR? && !(r.VariableR? && r.variable != Context) {
      ToldTypesAreRight(r, known, env);
      var v, t := Finish(r, env).value, TypeFor(r, known).value;
      if t.SetT? {
        forall x | x in v.elements ensures x.EntityV? { assert InstanceOf(x, t.element); }
      }
    }
  }

  lemma KindsAreRight(r: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && Finish(r, env).Ok?
    ensures GivesBool(r, known) ==> Finish(r, env).value.BoolV?
    ensures GivesString(r, known) ==> Finish(r, env).value.StringV?
    ensures GivesEntity(r, known) ==> Finish(r, env).value.EntityV?
    ensures GivesRecord(r, known) ==> Finish(r, env).value.RecordV?
    ensures GivesSet(r, known) ==> Finish(r, env).value.SetV?
  {
    if TypeFor(r, known).Some? { ToldTypesAreRight(r, known, env); }
    if r.RecordR? { RecordsAreRecords(r.fields, map[], env); }
  }
  lemma RecordsAreRecords(fields: ResidualFields, before: map<string, Value>, env: Env)
    requires FinishFields(fields, before, env).Ok?
    ensures FinishFields(fields, before, env).value.RecordV?
    decreases fields
  {
    if fields.MoreResidualFields? {
      RecordsAreRecords(fields.others, before[fields.key := Finish(fields.field, env).value], env);
    }
  }

  lemma ComparablesAreRight(left: Residual, right: Residual, orEqual: bool, known: Knowledge, env: Env)
    requires Completes(env, known) && GiveComparable(left, right, known) && Finish(left, env).Ok? && Finish(right, env).Ok?
    ensures Compare(Finish(left, env).value, Finish(right, env).value, orEqual).Ok?
  { ToldTypesAreRight(left, known, env); ToldTypesAreRight(right, known, env); }

  lemma UnariesGiveValues(op: UnaryOp, arg: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && UnaryCannotFail(op, arg, known) && Finish(arg, env).Ok?
    ensures Finish(UnaryR(op, arg), env).Ok?
  { KindsAreRight(arg, known, env); }

  lemma BinariesGiveValues(op: BinaryOp, left: Residual, right: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && BinaryCannotFail(op, left, right, known)
    requires Finish(left, env).Ok? && Finish(right, env).Ok?
    ensures Finish(BinaryR(op, left, right), env).Ok?
  {
    KindsAreRight(left, known, env);
    KindsAreRight(right, known, env);
    if op == Less { ComparablesAreRight(left, right, false, known, env); }
    if op == LessOrEqual { ComparablesAreRight(left, right, true, known, env); }
    if op == In { ContainersAreRight(right, known, env); }
  }

  lemma RequiredAttributesAreThere(owner: Residual, name: string, known: Knowledge, env: Env)
    requires Completes(env, known) && AlwaysHas(TypeFor(owner, known), name) && Finish(owner, env).Ok?
    ensures Finish(GetR(owner, name), env).Ok?
  { ToldTypesAreRight(owner, known, env); }

  // Theorem: a residual of which it is said that it cannot fail gives a value.
  lemma WhatCannotFailGivesAValue(r: Residual, known: Knowledge, env: Env)
    requires Completes(env, known) && CannotFail(r, known)
    ensures Finish(r, env).Ok?
    decreases r
  {
    match r
    case ValueR(value) => case ErrorR(error) => case VariableR(variable) =>
    case AndR(left, right) =>
      WhatCannotFailGivesAValue(left, known, env); KindsAreRight(left, known, env);
      WhatCannotFailGivesAValue(right, known, env); KindsAreRight(right, known, env);
    case OrR(left, right) =>
      WhatCannotFailGivesAValue(left, known, env); KindsAreRight(left, known, env);
      WhatCannotFailGivesAValue(right, known, env); KindsAreRight(right, known, env);
    case IfR(test, yes, no) =>
      WhatCannotFailGivesAValue(test, known, env);
      WhatCannotFailGivesAValue(yes, known, env);
      WhatCannotFailGivesAValue(no, known, env);
      KindsAreRight(test, known, env);
    case UnaryR(op, arg) => WhatCannotFailGivesAValue(arg, known, env); UnariesGiveValues(op, arg, known, env);
    case BinaryR(op, left, right) =>
      WhatCannotFailGivesAValue(left, known, env);
      WhatCannotFailGivesAValue(right, known, env);
      BinariesGiveValues(op, left, right, known, env);
    case LikeR(arg, pattern) => WhatCannotFailGivesAValue(arg, known, env); KindsAreRight(arg, known, env);
    case IsR(arg, entityType) => WhatCannotFailGivesAValue(arg, known, env); KindsAreRight(arg, known, env);
    case HasR(arg, name) => WhatCannotFailGivesAValue(arg, known, env); KindsAreRight(arg, known, env);
    case GetR(arg, name) =>
      if !Look(r, known).Anything? { LooksAreRight(r, known, env); }
      else { WhatCannotFailGivesAValue(arg, known, env); RequiredAttributesAreThere(arg, name, known, env); }
    case SetR(elements) => ListsGiveValues(elements, known, env);
    case RecordR(fields) => FieldsGiveValues(fields, map[], known, env);
    case CallR(fn, args) =>
  }
  lemma ListsGiveValues(rs: ResidualList, known: Knowledge, env: Env)
    requires Completes(env, known) && NoneCanFail(rs, known)
    ensures FinishAll(rs, env).OkAll?
    decreases rs
  { if rs.MoreResiduals? { WhatCannotFailGivesAValue(rs.first, known, env); ListsGiveValues(rs.rest, known, env); } }
  lemma FieldsGiveValues(fields: ResidualFields, before: map<string, Value>, known: Knowledge, env: Env)
    requires Completes(env, known) && NoFieldCanFail(fields, known)
    ensures FinishFields(fields, before, env).Ok?
    decreases fields
  {
    if fields.MoreResidualFields? {
      WhatCannotFailGivesAValue(fields.field, known, env);
      FieldsGiveValues(fields.others, before[fields.key := Finish(fields.field, env).value], known, env);
    }
  }
}
