include "../TypeChecker.dfy"
include "../Conformance.dfy"
include "TypeTheorems.dfy"
include "HierarchyTheorems.dfy"
// That well-typed expressions evaluate to values of their type.
module TypeSoundness {
  import opened Values
  import opened Expressions
  import opened Extensions
  import opened Hierarchy
  import opened Evaluator
  import opened Types
  import opened Schemas
  import opened Signatures
  import opened OperatorTypes
  import opened TypeChecker
  import opened Conformance
  import opened TypeTheorems
  import opened HierarchyTheorems

  // What the validator promises nothing about, since it depends on data: entities that are not there, numbers and
  // extension values that grow too large.
  predicate IsExcused(e: Error) { e == MissingEntity || e == IntegerOverflow || e == ExtensionError }

  // A value of this type, or an error that is excused.
  predicate HasType(r: Result, t: Type) { if r.Ok? then InstanceOf(r.value, t) else IsExcused(r.error) }

  // A capability holds if the test that it comes from is true.
  function TestOf(c: Capability): Expr {
    match c
    case AttributeIsThere(e, name) => HasAttribute(e, name)
    case TagIsThere(e, tag) => Binary(HasTag, e, tag)
  }
  // What it makes safe to read.
  function ReadOf(c: Capability): Expr {
    match c
    case AttributeIsThere(e, name) => GetAttribute(e, name)
    case TagIsThere(e, tag) => Binary(GetTag, e, tag)
  }
  predicate Holds(c: Capability, env: Env) { Evaluate(TestOf(c), env) == Ok(BoolV(true)) }
  predicate AllHold(cs: Capabilities, env: Env) { forall c :: c in cs ==> Holds(c, env) }

  // What is said of an expression is right: its value has the type, and where it is true the capabilities hold.
  predicate IsRight(e: Expr, said: Checked, env: Env)
    requires said.Typed?
  {
    HasType(Evaluate(e, env), said.ty) && (Evaluate(e, env) == Ok(BoolV(true)) ==> AllHold(said.shows, env))
  }

  // What the validator relies on: the request is of this environment, and the entities conform to the schema.
  predicate Conforms(env: Env, environment: Environment, schema: Schema) {
    IsSchema(schema) && IsOfEnvironment(env.request, environment) && EntitiesConform(env.entities, schema)
  }

  // ---- membership ----

  // Theorem: an entity is only in such entities as the schema allows.
  lemma EntitiesAreWhereTheyCanBe(uid: EntityUid, container: EntityUid, entities: Entities, schema: Schema)
    requires EntitiesConform(entities, schema) && container in Containers(uid, entities)
    ensures CanBeIn(uid.ty, container.ty, schema)
  {
    if uid !in entities {
      MissingEntityIsAlone(uid, entities);
    } else if container != uid {
      assert EntityConforms(uid, entities, schema);
    }
  }

  // Theorem: a declared action is in itself and in the actions that the schema says, and in nothing else.
  lemma ActionsAreWhereTheyAreDeclared(action: EntityUid, container: EntityUid, entities: Entities, schema: Schema)
    requires IsSchema(schema) && EntitiesConform(entities, schema) && action in schema.actions
    ensures container in Containers(action, entities) <==>
      container == action || container in schema.actions[action].ancestors
  {
    assert EntityConforms(action, entities, schema);
  }

  lemma ActionIsItself(e: Expr, environment: Environment, env: Env)
    requires IsOfEnvironment(env.request, environment)
    ensures Evaluate(WithAction(e, environment), env) == Evaluate(e, env)
  { }

  lemma AllKnownAreTheElements(es: Exprs, environment: Environment, env: Env)
    requires IsOfEnvironment(env.request, environment) && AllKnown(es, environment).Some?
    ensures EvaluateAll(es, env).OkAll?
    ensures forall v :: v in EvaluateAll(es, env).values <==> v.EntityV? && v.uid in AllKnown(es, environment).value
    decreases es
  {
    if es.MoreExprs? {
      AllKnownAreTheElements(es.rest, environment, env);
      ActionIsItself(es.first, environment, env);
      var uid := WithAction(es.first, environment).uid;
      assert EvaluateAll(es, env).values == [EntityV(uid)] + EvaluateAll(es.rest, env).values;
    }
  }

  // Where the containers are known, `in` asks whether one of them contains the entity.
  lemma InKnownEntities(uid: EntityUid, right: Expr, environment: Environment, env: Env)
    requires IsOfEnvironment(env.request, environment) && KnownEntities(right, environment).Some?
    ensures Evaluate(right, env).Ok?
    ensures ApplyIn(EntityV(uid), Evaluate(right, env).value, env.entities) == Ok(BoolV(
      exists w :: w in KnownEntities(right, environment).value && w in Containers(uid, env.entities)))
  {
    ActionIsItself(right, environment, env);
    if !WithAction(right, environment).EntityE? {
      AllKnownAreTheElements(right.elements, environment, env);
      var known := KnownEntities(right, environment).value;
      var elements := Evaluate(right, env).value.elements;
      assert forall v :: v in elements <==> v.EntityV? && v.uid in known;
      forall w | w in known ensures EntityV(w) in elements { }
    }
  }

  lemma InKnownIsRight(left: Expr, right: Expr, action: EntityUid, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema)
    requires WithAction(left, environment) == EntityE(action) && action in schema.actions
    requires KnownEntities(right, environment).Some?
    ensures Evaluate(Binary(In, left, right), env) == Ok(BoolV(exists uid :: uid in KnownEntities(right, environment).value
      && (uid == action || uid in schema.actions[action].ancestors)))
  {
    ActionIsItself(left, environment, env);
    InKnownEntities(action, right, environment, env);
    forall w { ActionsAreWhereTheyAreDeclared(action, w, env.entities, schema); }
  }

  lemma InIsRight(left: Expr, t: Type, right: Expr, u: Type, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema)
    requires HasType(Evaluate(left, env), t) && HasType(Evaluate(right, env), u)
    requires TypeOfIn(left, t, right, u, environment, schema).Typed?
    ensures IsRight(Binary(In, left, right), TypeOfIn(left, t, right, u, environment, schema), env)
  {
    var member := WithAction(left, environment);
    if member.EntityE? && member.uid in schema.actions && KnownEntities(right, environment).Some? {
      InKnownIsRight(left, right, member.uid, environment, schema, env);
    } else if Evaluate(left, env).Ok? && Evaluate(right, env).Ok? {
      InByTypeIsRight(Evaluate(left, env).value, t, Evaluate(right, env).value, u, schema, env);
    }
  }

  lemma InByTypeIsRight(v: Value, t: Type, w: Value, u: Type, schema: Schema, env: Env)
    requires EntitiesConform(env.entities, schema)
    requires t.EntityT? && (u.EntityT? || (u.SetT? && u.element.EntityT?)) && InstanceOf(v, t) && InstanceOf(w, u)
    ensures ApplyIn(v, w, env.entities).Ok? && ApplyIn(v, w, env.entities).value.BoolV?
    ensures ApplyIn(v, w, env.entities).value.b ==>
      CanBeIn(t.ty, if u.EntityT? then u.ty else u.element.ty, schema)
  {
    if w.SetV? {
      forall x | x in w.elements ensures x.EntityV? && x.uid.ty == u.element.ty { assert InstanceOf(x, u.element); }
    }
    forall x | x in Containers(v.uid, env.entities) ensures CanBeIn(t.ty, x.ty, schema) {
      EntitiesAreWhereTheyCanBe(v.uid, x, env.entities, schema);
    }
  }

  // ---- operators ----

  lemma EqualIsRight(left: Expr, t: Type, right: Expr, u: Type, environment: Environment, env: Env)
    requires IsOfEnvironment(env.request, environment)
    requires HasType(Evaluate(left, env), t) && HasType(Evaluate(right, env), u)
    requires TypeOfEqual(left, t, right, u, environment).Typed?
    ensures IsRight(Binary(Equal, left, right), TypeOfEqual(left, t, right, u, environment), env)
  {
    ActionIsItself(left, environment, env);
    ActionIsItself(right, environment, env);
  }

  lemma TagIsRight(op: BinaryOp, left: Expr, t: Type, right: Expr, u: Type,
      known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires op == HasTag || op == GetTag
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires HasType(Evaluate(left, env), t) && HasType(Evaluate(right, env), u)
    requires TypeOfBinary(op, left, t, right, u, known, environment, schema).Typed?
    ensures IsRight(Binary(op, left, right), TypeOfBinary(op, left, t, right, u, known, environment, schema), env)
  {
    var a, b := Evaluate(left, env), Evaluate(right, env);
    if a.Ok? && b.Ok? {
      if TagIsThere(left, right) in known { assert Holds(TagIsThere(left, right), env); }
      if a.value.uid in env.entities { assert EntityConforms(a.value.uid, env.entities, schema); }
    }
  }

  lemma BinaryIsRight(op: BinaryOp, left: Expr, t: Type, right: Expr, u: Type,
      known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires HasType(Evaluate(left, env), t) && HasType(Evaluate(right, env), u)
    requires TypeOfBinary(op, left, t, right, u, known, environment, schema).Typed?
    ensures IsRight(Binary(op, left, right), TypeOfBinary(op, left, t, right, u, known, environment, schema), env)
  {
    match op
    case Equal => EqualIsRight(left, t, right, u, environment, env);
    case In => InIsRight(left, t, right, u, environment, schema, env);
    case HasTag => TagIsRight(op, left, t, right, u, known, environment, schema, env);
    case GetTag => TagIsRight(op, left, t, right, u, known, environment, schema, env);
    case Less => case LessOrEqual => case Add => case Subtract => case Multiply =>
    case Contains => case ContainsAll => case ContainsAny =>
  }

  lemma HasIsRight(e: Expr, t: Type, name: string, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires HasType(Evaluate(e, env), t) && TypeOfHas(e, t, name, known, schema).Typed?
    ensures IsRight(HasAttribute(e, name), TypeOfHas(e, t, name, known, schema), env)
  {
    var a := Evaluate(e, env);
    if AttributeIsThere(e, name) in known { assert Holds(AttributeIsThere(e, name), env); }
    if a.Ok? && a.value.EntityV? && a.value.uid in env.entities {
      assert EntityConforms(a.value.uid, env.entities, schema);
    }
  }

  lemma GetIsRight(e: Expr, t: Type, name: string, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires HasType(Evaluate(e, env), t) && TypeOfGet(e, t, name, known, schema).Typed?
    ensures IsRight(GetAttribute(e, name), TypeOfGet(e, t, name, known, schema), env)
  {
    var a := Evaluate(e, env);
    if AttributeIsThere(e, name) in known { assert Holds(AttributeIsThere(e, name), env); }
    if a.Ok? && a.value.EntityV? && a.value.uid in env.entities {
      assert EntityConforms(a.value.uid, env.entities, schema);
    }
  }

  // ---- sets, records, calls ----

  lemma ElementsAreRight(es: Exprs, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOfElements(es, known, environment, schema).Some?
    ensures var all := EvaluateAll(es, env);
      if all.ErrAny? then IsExcused(all.error)
      else forall v :: v in all.values ==> InstanceOf(v, TypeOfElements(es, known, environment, schema).value)
    decreases es
  {
    TypesAreRight(es.first, known, environment, schema, env);
    var a := Evaluate(es.first, env);
    var t := TypeOf(es.first, known, environment, schema).ty;
    if es.rest.NoExprs? {
      assert EvaluateAll(es.rest, env) == OkAll([]);
    } else {
      ElementsAreRight(es.rest, known, environment, schema, env);
      var all := EvaluateAll(es.rest, env);
      var u := TypeOfElements(es.rest, known, environment, schema).value;
      if a.Ok? && all.OkAll? {
        JoinIsAbove(a.value, t, u);
        forall v | v in all.values ensures InstanceOf(v, Join(t, u).value) { JoinIsAbove(v, t, u); }
      }
    }
  }

  lemma FieldsAreRight(fields: Fields, before: map<string, AttributeType>, values: map<string, Value>,
      known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires InstanceOf(RecordV(values), RecordT(before))
    requires TypeOfFields(fields, before, known, environment, schema).TypedFields?
    ensures HasType(EvaluateFields(fields, values, env),
      RecordT(TypeOfFields(fields, before, known, environment, schema).attributes))
    decreases fields
  {
    if fields.MoreFields? {
      TypesAreRight(fields.value, known, environment, schema, env);
      var a := Evaluate(fields.value, env);
      if a.Ok? {
        var t := TypeOf(fields.value, known, environment, schema).ty;
        FieldsAreRight(fields.others, before[fields.key := AttributeType(t, true)], values[fields.key := a.value],
          known, environment, schema, env);
      }
    }
  }

  lemma ArgumentsAreRight(es: Exprs, types: seq<Type>, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires HaveTypes(es, types, known, environment, schema)
    ensures var all := EvaluateAll(es, env);
      if all.ErrAny? then IsExcused(all.error)
      else |all.values| == |types| && forall i :: 0 <= i < |types| ==> InstanceOf(all.values[i], types[i])
    decreases es
  {
    if es.MoreExprs? {
      TypesAreRight(es.first, known, environment, schema, env);
      ArgumentsAreRight(es.rest, types[1..], known, environment, schema, env);
    }
  }

  lemma CallIsRight(fn: ExtensionFunction, args: Exprs, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(Call(fn, args), known, environment, schema).Typed?
    ensures HasType(Evaluate(Call(fn, args), env), ResultType(fn))
    decreases Call(fn, args), 0
  {
    if IsConstructor(fn) {
      assert EvaluateAll(args.rest, env) == OkAll([]);
      assert EvaluateAll(args, env) == OkAll([StringV(args.first.s)]);
      ConstructorsHaveTheirType(fn, args.first.s);
    } else {
      ArgumentsAreRight(args, ParameterTypes(fn), known, environment, schema, env);
      var all := EvaluateAll(args, env);
      if all.OkAll? { CallsHaveTheirType(fn, all.values); }
    }
  }

  // ---- all expressions ----

  // Theorem: a well-typed expression evaluates to a value of its type, or fails only with a missing entity, an integer
  // overflow or an extension error; and where it is true, the capabilities hold that the type checker goes on with.
  lemma TypesAreRight(e: Expr, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(e, known, environment, schema).Typed?
    ensures IsRight(e, TypeOf(e, known, environment, schema), env)
    decreases e, 1
  {
    match e
    case BoolE(b) => case LongE(i) => case StringE(s) => case EntityE(uid) => case VariableE(variable) =>
    case And(left, right) => AndIsRight(left, right, known, environment, schema, env);
    case Or(left, right) => OrIsRight(left, right, known, environment, schema, env);
    case If(test, yes, no) => IfIsRight(test, yes, no, known, environment, schema, env);
    case Unary(op, arg) => TypesAreRight(arg, known, environment, schema, env);
    case Binary(op, left, right) =>
      TypesAreRight(left, known, environment, schema, env);
      TypesAreRight(right, known, environment, schema, env);
      BinaryIsRight(op, left, TypeOf(left, known, environment, schema).ty, right,
        TypeOf(right, known, environment, schema).ty, known, environment, schema, env);
    case LikeE(arg, pattern) => TypesAreRight(arg, known, environment, schema, env);
    case Is(arg, entityType) => TypesAreRight(arg, known, environment, schema, env);
    case HasAttribute(arg, name) =>
      TypesAreRight(arg, known, environment, schema, env);
      HasIsRight(arg, TypeOf(arg, known, environment, schema).ty, name, known, environment, schema, env);
    case GetAttribute(arg, name) =>
      TypesAreRight(arg, known, environment, schema, env);
      GetIsRight(arg, TypeOf(arg, known, environment, schema).ty, name, known, environment, schema, env);
    case SetE(elements) => ElementsAreRight(elements, known, environment, schema, env);
    case RecordE(fields) => FieldsAreRight(fields, map[], map[], known, environment, schema, env);
    case Call(fn, args) => CallIsRight(fn, args, known, environment, schema, env);
  }

  // Theorem: where a well-typed expression is true, everything can be read that it shows to be there: the attributes and
  // tags that it tests for.
  lemma ShownCanBeRead(e: Expr, c: Capability, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && TypeOf(e, {}, environment, schema).Typed?
    requires c in TypeOf(e, {}, environment, schema).shows && Evaluate(e, env) == Ok(BoolV(true))
    ensures Evaluate(ReadOf(c), env).Ok?
  {
    TypesAreRight(e, {}, environment, schema, env);
    WhatHoldsCanBeRead(c, env);
  }

  lemma WhatHoldsCanBeRead(c: Capability, env: Env)
    requires Holds(c, env)
    ensures Evaluate(ReadOf(c), env).Ok?
  { }

  lemma AndIsRight(left: Expr, right: Expr, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(And(left, right), known, environment, schema).Typed?
    ensures IsRight(And(left, right), TypeOf(And(left, right), known, environment, schema), env)
    decreases And(left, right), 0
  {
    TypesAreRight(left, known, environment, schema, env);
    var a := TypeOf(left, known, environment, schema);
    if a.ty != BoolT(AlwaysFalse) && Evaluate(left, env) == Ok(BoolV(true)) {
      TypesAreRight(right, known + a.shows, environment, schema, env);
    }
  }

  lemma OrIsRight(left: Expr, right: Expr, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(Or(left, right), known, environment, schema).Typed?
    ensures IsRight(Or(left, right), TypeOf(Or(left, right), known, environment, schema), env)
    decreases Or(left, right), 0
  {
    TypesAreRight(left, known, environment, schema, env);
    if TypeOf(left, known, environment, schema).ty != BoolT(AlwaysTrue) {
      TypesAreRight(right, known, environment, schema, env);
    }
  }

  lemma IfIsRight(test: Expr, yes: Expr, no: Expr, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(If(test, yes, no), known, environment, schema).Typed?
    ensures IsRight(If(test, yes, no), TypeOf(If(test, yes, no), known, environment, schema), env)
    decreases If(test, yes, no), 0
  {
    TypesAreRight(test, known, environment, schema, env);
    var a := TypeOf(test, known, environment, schema);
    var ifYes := Showing(a.shows, TypeOf(yes, known + a.shows, environment, schema));
    var ifNo := TypeOf(no, known, environment, schema);
    if Evaluate(test, env) == Ok(BoolV(true)) {
      assert Evaluate(If(test, yes, no), env) == Evaluate(yes, env);
      TypesAreRight(yes, known + a.shows, environment, schema, env);
      ShowingMoreIsRight(yes, TypeOf(yes, known + a.shows, environment, schema), a.shows, env);
      if a.ty == BoolT(AnyBool) { JoinedIsRight(ifYes, ifNo, yes, env); }
    } else if Evaluate(test, env) == Ok(BoolV(false)) {
      assert Evaluate(If(test, yes, no), env) == Evaluate(no, env);
      TypesAreRight(no, known, environment, schema, env);
      if a.ty == BoolT(AnyBool) { JoinedIsRight(ifYes, ifNo, no, env); }
    }
  }

  lemma ShowingMoreIsRight(e: Expr, said: Checked, more: Capabilities, env: Env)
    requires said.Typed? && IsRight(e, said, env) && AllHold(more, env)
    ensures IsRight(e, Showing(more, said), env)
  { }

  // What is said of both branches together is right of the branch that is taken.
  lemma JoinedIsRight(a: Checked, b: Checked, taken: Expr, env: Env)
    requires JoinBranches(a, b).Typed?
    requires IsRight(taken, a, env) || IsRight(taken, b, env)
    ensures IsRight(taken, JoinBranches(a, b), env)
  {
    var r := Evaluate(taken, env);
    if r.Ok? { JoinIsAbove(r.value, a.ty, b.ty); }
  }
}
