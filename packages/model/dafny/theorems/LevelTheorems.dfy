include "../Levels.dfy"
include "../Slices.dfy"
include "TypeSoundness.dfy"
include "SoundnessTheorems.dfy"
include "HierarchyTheorems.dfy"
include "PolicyTheorems.dfy"
include "ValidationTheorems.dfy"
// A policy that is valid at a level needs only the entities within that level's reach.
module LevelTheorems {
  import opened Values
  import opened Expressions
  import opened Hierarchy
  import opened Evaluator
  import opened Types
  import opened Schemas
  import opened Signatures
  import opened OperatorTypes
  import opened TypeChecker
  import opened Conformance
  import opened Policies
  import opened Authorizer
  import opened Validator
  import opened Levels
  import opened Slices
  import opened TypeSoundness
  import opened SoundnessTheorems
  import opened HierarchyTheorems
  import opened PolicyTheorems
  import opened Declarations
  import opened ValidationTheorems

  // ---- what a slice keeps ----

  lemma MoreStepsReachMore(env: Env, few: nat, many: nat)
    requires few <= many
    ensures WithinReach(env, few) <= WithinReach(env, many)
    decreases many
  { if few < many { MoreStepsReachMore(env, few, many - 1); } }

  // An entity within reach is in the slice as it is, with its ancestors for parents.
  lemma SliceKeeps(env: Env, uid: EntityUid, steps: nat, level: nat)
    requires steps < level && uid in WithinReach(env, steps)
    ensures uid in Slice(env, level).entities <==> uid in env.entities
    ensures uid in env.entities ==> Slice(env, level).entities[uid] ==
      Entity(env.entities[uid].attributes, env.entities[uid].tags, Ancestors(uid, env.entities))
  { MoreStepsReachMore(env, steps, level - 1); }

  lemma WalksInSlicesGoToAncestors(walk: seq<EntityUid>, env: Env, level: nat, i: nat)
    requires IsWalk(walk, Slice(env, level).entities) && 1 <= i < |walk|
    ensures walk[i] in Ancestors(walk[0], env.entities)
    decreases i
  {
    var sliced := Slice(env, level).entities;
    assert walk[(i - 1) + 1] in Parents(walk[i - 1], sliced);
    assert walk[i] in Ancestors(walk[i - 1], env.entities);
    if i > 1 {
      WalksInSlicesGoToAncestors(walk, env, level, i - 1);
      AncestorsAreTransitive(walk[0], walk[i - 1], walk[i], env.entities);
    }
  }

  lemma SliceKeepsAncestors(env: Env, uid: EntityUid, steps: nat, level: nat)
    requires steps < level && uid in WithinReach(env, steps)
    ensures Containers(uid, Slice(env, level).entities) == Containers(uid, env.entities)
  {
    var sliced := Slice(env, level).entities;
    SliceKeeps(env, uid, steps, level);
    if uid in env.entities {
      forall above | above in Ancestors(uid, env.entities) ensures above in Ancestors(uid, sliced) {
        ParentsAreAncestors(uid, above, sliced);
      }
      forall above | above in Ancestors(uid, sliced) ensures above in Ancestors(uid, env.entities) {
        AncestorsAreReachable(uid, above, sliced);
        var walk :| IsWalk(walk, sliced) && walk[0] == uid && walk[|walk| - 1] == above;
        WalksInSlicesGoToAncestors(walk, env, level, |walk| - 1);
      }
    } else {
      MissingEntityIsAlone(uid, env.entities);
      MissingEntityIsAlone(uid, sliced);
    }
  }

  // ---- where values come from ----

  // The entities that a value mentions at a path of attributes.
  function UidsAt(v: Value, path: seq<string>): set<EntityUid>
    decreases |path|
  {
    if path == [] then UidsIn(v)
    else if v.RecordV? && path[0] in v.fields then UidsAt(v.fields[path[0]], path[1..])
    else {}
  }

  lemma UidsAtAreIn(v: Value, path: seq<string>)
    ensures UidsAt(v, path) <= UidsIn(v)
    decreases |path|
  {
    if path != [] && v.RecordV? && path[0] in v.fields { UidsAtAreIn(v.fields[path[0]], path[1..]); }
  }

  // A value whose entities at the path are within reach.
  predicate IsNear(r: Result, path: seq<string>, distance: Distance, env: Env) {
    r.Ok? && distance.Steps? ==> UidsAt(r.value, path) <= WithinReach(env, distance.steps)
  }

  lemma FartherIsNear(r: Result, path: seq<string>, a: Distance, b: Distance, env: Env)
    requires IsNear(r, path, a, env) || IsNear(r, path, b, env)
    requires a.Steps? && b.Steps?
    ensures IsNear(r, path, Farther(a, b), env)
  {
    MoreStepsReachMore(env, a.steps, Farther(a, b).steps);
    MoreStepsReachMore(env, b.steps, Farther(a, b).steps);
  }

  lemma MentionedIsOneStepOn(uid: EntityUid, v: Value, steps: nat, path: seq<string>, env: Env)
    requires uid in WithinReach(env, steps) && uid in env.entities
    requires UidsIn(v) <= UidsOf(uid, env.entities)
    ensures UidsAt(v, path) <= WithinReach(env, steps + 1)
  {
    UidsAtAreIn(v, path);
    forall other | other in UidsIn(v) ensures other in WithinReach(env, steps + 1) {
      assert other in UidsOf(uid, env.entities);
    }
  }

  lemma MembersAreMentioned(fields: map<string, Value>, name: string)
    requires name in fields
    ensures UidsIn(fields[name]) <= UidsIn(RecordV(fields))
  {
    var v := RecordV(fields);
    forall uid | uid in UidsIn(fields[name]) ensures uid in UidsIn(v) { assert name in v.fields && uid in UidsIn(v.fields[name]); }
  }

  // The value of an expression mentions, at a path, only entities that are within the expression's distance.
  lemma DistancesAreRight(e: Expr, path: seq<string>, level: nat, known: Capabilities, environment: Environment,
      schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(e, known, environment, schema).Typed?
    ensures IsNear(Evaluate(e, env), path, DistanceOf(e, path, level, known, environment, schema), env)
    decreases e, 1
  {
    if Evaluate(e, env).Ok? && DistanceOf(e, path, level, known, environment, schema).Steps? {
      match e
      case VariableE(variable) => UidsAtAreIn(Evaluate(e, env).value, path);
      case EntityE(uid) => UidsAtAreIn(Evaluate(e, env).value, path);
      case If(test, yes, no) => DistanceOfIfIsRight(test, yes, no, path, level, known, environment, schema, env);
      case GetAttribute(arg, name) => DistanceOfGetIsRight(arg, name, path, level, known, environment, schema, env);
      case Binary(op, left, right) => DistanceOfTagIsRight(left, right, path, level, known, environment, schema, env);
      case RecordE(fields) =>
        DistanceOfFieldIsRight(fields, map[], map[], path[0], path[1..], level, known, environment, schema, env);
      case BoolE(b) => case LongE(i) => case StringE(s) => case And(left, right) => case Or(left, right) =>
      case Unary(op, arg) => case LikeE(arg, pattern) => case Is(arg, entityType) => case HasAttribute(arg, name) =>
      case SetE(elements) => case Call(fn, args) =>
    }
  }

  lemma DistanceOfIfIsRight(test: Expr, yes: Expr, no: Expr, path: seq<string>, level: nat, known: Capabilities,
      environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(If(test, yes, no), known, environment, schema).Typed?
    requires DistanceOf(If(test, yes, no), path, level, known, environment, schema).Steps?
    ensures IsNear(Evaluate(If(test, yes, no), env), path,
      DistanceOf(If(test, yes, no), path, level, known, environment, schema), env)
    decreases If(test, yes, no), 0
  {
    var a := TypeOf(test, known, environment, schema);
    var more := known + Shown(a);
    TypesAreRight(test, known, environment, schema, env);
    var r := Evaluate(If(test, yes, no), env);
    if r.Ok? {
      if Evaluate(test, env) == Ok(BoolV(true)) {
        DistancesAreRight(yes, path, level, more, environment, schema, env);
      } else {
        DistancesAreRight(no, path, level, known, environment, schema, env);
      }
      if !IsAlways(true, a) && !IsAlways(false, a) {
        FartherIsNear(r, path, DistanceOf(yes, path, level, more, environment, schema),
          DistanceOf(no, path, level, known, environment, schema), env);
      }
    }
  }

  lemma DistanceOfGetIsRight(arg: Expr, name: string, path: seq<string>, level: nat, known: Capabilities,
      environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(GetAttribute(arg, name), known, environment, schema).Typed?
    requires DistanceOf(GetAttribute(arg, name), path, level, known, environment, schema).Steps?
    requires Evaluate(GetAttribute(arg, name), env).Ok?
    ensures IsNear(Evaluate(GetAttribute(arg, name), env), path,
      DistanceOf(GetAttribute(arg, name), path, level, known, environment, schema), env)
    decreases GetAttribute(arg, name), 0
  {
    TypesAreRight(arg, known, environment, schema, env);
    var a := TypeOf(arg, known, environment, schema);
    var v := Evaluate(arg, env).value;
    if a.ty.RecordT? {
      DistancesAreRight(arg, [name] + path, level, known, environment, schema, env);
      assert ([name] + path)[1..] == path;
      assert UidsAt(v, [name] + path) == UidsAt(v.fields[name], path);
    } else {
      DistancesAreRight(arg, [], level, known, environment, schema, env);
      var d := DistanceOf(arg, [], level, known, environment, schema);
      assert v.uid in UidsIn(v);
      MembersAreMentioned(env.entities[v.uid].attributes, name);
      MentionedIsOneStepOn(v.uid, env.entities[v.uid].attributes[name], d.steps, path, env);
    }
  }

  lemma DistanceOfTagIsRight(left: Expr, right: Expr, path: seq<string>, level: nat, known: Capabilities,
      environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(Binary(GetTag, left, right), known, environment, schema).Typed?
    requires DistanceOf(Binary(GetTag, left, right), path, level, known, environment, schema).Steps?
    requires Evaluate(Binary(GetTag, left, right), env).Ok?
    ensures IsNear(Evaluate(Binary(GetTag, left, right), env), path,
      DistanceOf(Binary(GetTag, left, right), path, level, known, environment, schema), env)
    decreases Binary(GetTag, left, right), 0
  {
    DistancesAreRight(left, [], level, known, environment, schema, env);
    var d := DistanceOf(left, [], level, known, environment, schema);
    var v := Evaluate(left, env).value;
    var tag := Evaluate(right, env).value.s;
    assert v.uid in UidsIn(v);
    MembersAreMentioned(env.entities[v.uid].tags, tag);
    MentionedIsOneStepOn(v.uid, env.entities[v.uid].tags[tag], d.steps, path, env);
  }

  // Of the fields that come, the one by the name is near; or there is none, and what was before stays.
  lemma DistanceOfFieldIsRight(fields: Fields, types: map<string, AttributeType>, before: map<string, Value>, name: string,
      path: seq<string>, level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOfFields(fields, types, known, environment, schema).TypedFields?
    requires DistanceOfField(fields, name, path, level, known, environment, schema).Steps?
    requires EvaluateFields(fields, before, env).Ok?
    ensures EvaluateFields(fields, before, env).value.RecordV?
    ensures var found := EvaluateFields(fields, before, env).value.fields;
      name in found ==>
        (name in before && found[name] == before[name]) ||
        IsNear(Ok(found[name]), path, DistanceOfField(fields, name, path, level, known, environment, schema), env)
    decreases fields, 0
  {
    if fields.MoreFields? {
      var a := Evaluate(fields.value, env);
      var t := TypeOf(fields.value, known, environment, schema);
      var later := types[fields.key := AttributeType(t.ty, true)];
      DistanceOfFieldIsRight(fields.others, later, before[fields.key := a.value], name, path, level,
        known, environment, schema, env);
      if fields.key == name {
        DistancesAreRight(fields.value, path, level, known, environment, schema, env);
        var found := EvaluateFields(fields, before, env).value.fields;
        if name in found {
          FartherIsNear(Ok(found[name]), path, DistanceOf(fields.value, path, level, known, environment, schema),
            DistanceOfField(fields.others, name, path, level, known, environment, schema), env);
        }
      }
    }
  }

  // ---- the same in the slice ----

  predicate IsSame(e: Expr, level: nat, env: Env) { Evaluate(e, Slice(env, level)) == Evaluate(e, env) }

  // An entity that may be looked up looks the same.
  predicate LooksSame(uid: EntityUid, level: nat, env: Env) {
    var sliced := Slice(env, level).entities;
    && (uid in sliced <==> uid in env.entities)
    && (uid in sliced ==> sliced[uid].attributes == env.entities[uid].attributes && sliced[uid].tags == env.entities[uid].tags)
    && Containers(uid, sliced) == Containers(uid, env.entities)
  }

  lemma NearEntitiesLookSame(e: Expr, level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(e, known, environment, schema).Typed? && Evaluate(e, env).Ok? && Evaluate(e, env).value.EntityV?
    requires DistanceOf(e, [], level, known, environment, schema).Steps?
    requires DistanceOf(e, [], level, known, environment, schema).steps < level
    ensures LooksSame(Evaluate(e, env).value.uid, level, env)
  {
    DistancesAreRight(e, [], level, known, environment, schema, env);
    var v := Evaluate(e, env).value;
    var d := DistanceOf(e, [], level, known, environment, schema);
    assert v.uid in UidsIn(v);
    SliceKeeps(env, v.uid, d.steps, level);
    SliceKeepsAncestors(env, v.uid, d.steps, level);
  }

  lemma OperatorsAreSame(op: BinaryOp, v: Value, w: Value, level: nat, env: Env)
    requires LooksUp(op) && v.EntityV? ==> LooksSame(v.uid, level, env)
    ensures ApplyBinary(op, v, w, Slice(env, level).entities) == ApplyBinary(op, v, w, env.entities)
  {
    var sliced := Slice(env, level).entities;
    if op == In && v.EntityV? {
      assert ApplyIn(v, w, sliced) == ApplyIn(v, w, env.entities);
    }
  }

  // Theorem: an expression that is valid at a level has the same value or error over the slice of that level as over all
  // entities.
  lemma SameInTheSlice(e: Expr, level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(e, known, environment, schema).Typed? && IsAtLevel(e, level, known, environment, schema)
    ensures Evaluate(e, Slice(env, level)) == Evaluate(e, env)
    decreases e, 1
  {
    match e
    case BoolE(b) => case LongE(i) => case StringE(s) => case EntityE(uid) => case VariableE(variable) =>
    case And(left, right) =>
      SameInTheSlice(left, level, known, environment, schema, env);
      TypesAreRight(left, known, environment, schema, env);
      var a := TypeOf(left, known, environment, schema);
      if Evaluate(left, env) == Ok(BoolV(true)) {
        SameInTheSlice(right, level, known + a.shows, environment, schema, env);
      }
    case Or(left, right) =>
      SameInTheSlice(left, level, known, environment, schema, env);
      TypesAreRight(left, known, environment, schema, env);
      if Evaluate(left, env) == Ok(BoolV(false)) {
        SameInTheSlice(right, level, known, environment, schema, env);
      }
    case If(test, yes, no) =>
      SameInTheSlice(test, level, known, environment, schema, env);
      TypesAreRight(test, known, environment, schema, env);
      var a := TypeOf(test, known, environment, schema);
      if Evaluate(test, env) == Ok(BoolV(true)) {
        SameInTheSlice(yes, level, known + a.shows, environment, schema, env);
      } else if Evaluate(test, env) == Ok(BoolV(false)) {
        SameInTheSlice(no, level, known, environment, schema, env);
      }
    case Unary(op, arg) => SameInTheSlice(arg, level, known, environment, schema, env);
    case Binary(op, left, right) =>
      SameInTheSlice(right, level, known, environment, schema, env);
      if LooksUp(op) {
        SameWhereFound(left, [], level, known, environment, schema, env);
        var a := Evaluate(left, env);
        if a.Ok? && a.value.EntityV? { NearEntitiesLookSame(left, level, known, environment, schema, env); }
        if a.Ok? && Evaluate(right, env).Ok? { OperatorsAreSame(op, a.value, Evaluate(right, env).value, level, env); }
      } else {
        SameInTheSlice(left, level, known, environment, schema, env);
      }
    case LikeE(arg, pattern) => SameInTheSlice(arg, level, known, environment, schema, env);
    case Is(arg, entityType) => SameInTheSlice(arg, level, known, environment, schema, env);
    case HasAttribute(arg, name) => OwnersAreSame(arg, level, known, environment, schema, env);
    case GetAttribute(arg, name) => OwnersAreSame(arg, level, known, environment, schema, env);
    case SetE(elements) => AllAreSame(elements, level, known, environment, schema, env);
    case RecordE(fields) => FieldsAreSame(fields, map[], map[], level, known, environment, schema, env);
    case Call(fn, args) => ArgumentsAreSame(fn, args, level, known, environment, schema, env);
  }

  // What has an attribute is a record, or an entity near enough.
  lemma OwnersAreSame(arg: Expr, level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(arg, known, environment, schema).Typed? && IsOwnerAtLevel(arg, level, known, environment, schema)
    ensures Evaluate(arg, Slice(env, level)) == Evaluate(arg, env)
    ensures Evaluate(arg, env).Ok? && Evaluate(arg, env).value.EntityV? ==>
      LooksSame(Evaluate(arg, env).value.uid, level, env)
    decreases arg, 2
  {
    TypesAreRight(arg, known, environment, schema, env);
    if TypeOf(arg, known, environment, schema).ty.RecordT? {
      SameInTheSlice(arg, level, known, environment, schema, env);
    } else {
      SameWhereFound(arg, [], level, known, environment, schema, env);
      var a := Evaluate(arg, env);
      if a.Ok? && a.value.EntityV? { NearEntitiesLookSame(arg, level, known, environment, schema, env); }
    }
  }

  // An expression whose distance is known is the same, since all on the way is nearer.
  lemma SameWhereFound(e: Expr, path: seq<string>, level: nat, known: Capabilities, environment: Environment,
      schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(e, known, environment, schema).Typed?
    requires DistanceOf(e, path, level, known, environment, schema).Steps?
    requires DistanceOf(e, path, level, known, environment, schema).steps <= level
    ensures Evaluate(e, Slice(env, level)) == Evaluate(e, env)
    decreases e, 1
  {
    match e
    case VariableE(variable) => case EntityE(uid) =>
    case If(test, yes, no) =>
      SameInTheSlice(test, level, known, environment, schema, env);
      TypesAreRight(test, known, environment, schema, env);
      var a := TypeOf(test, known, environment, schema);
      if Evaluate(test, env) == Ok(BoolV(true)) {
        SameWhereFound(yes, path, level, known + a.shows, environment, schema, env);
      } else if Evaluate(test, env) == Ok(BoolV(false)) {
        SameWhereFound(no, path, level, known, environment, schema, env);
      }
    case GetAttribute(arg, name) =>
      TypesAreRight(arg, known, environment, schema, env);
      if TypeOf(arg, known, environment, schema).ty.RecordT? {
        SameWhereFound(arg, [name] + path, level, known, environment, schema, env);
      } else {
        SameWhereFound(arg, [], level, known, environment, schema, env);
        var a := Evaluate(arg, env);
        if a.Ok? && a.value.EntityV? { NearEntitiesLookSame(arg, level, known, environment, schema, env); }
      }
    case Binary(op, left, right) =>
      SameInTheSlice(right, level, known, environment, schema, env);
      SameWhereFound(left, [], level, known, environment, schema, env);
      var a := Evaluate(left, env);
      if a.Ok? && a.value.EntityV? { NearEntitiesLookSame(left, level, known, environment, schema, env); }
      if a.Ok? && Evaluate(right, env).Ok? { OperatorsAreSame(op, a.value, Evaluate(right, env).value, level, env); }
    case RecordE(fields) =>
      FieldsAreSameWhereFound(fields, map[], map[], path[0], path[1..], level, known, environment, schema, env);
    case BoolE(b) => case LongE(i) => case StringE(s) => case And(left, right) => case Or(left, right) =>
    case Unary(op, arg) => case LikeE(arg, pattern) => case Is(arg, entityType) => case HasAttribute(arg, name) =>
    case SetE(elements) => case Call(fn, args) =>
  }

  predicate AllTyped(es: Exprs, known: Capabilities, environment: Environment, schema: Schema)
    decreases es
  {
    es.MoreExprs? ==>
      TypeOf(es.first, known, environment, schema).Typed? && AllTyped(es.rest, known, environment, schema)
  }

  lemma ElementsAreTyped(es: Exprs, known: Capabilities, environment: Environment, schema: Schema)
    requires TypeOfElements(es, known, environment, schema).Some?
    ensures AllTyped(es, known, environment, schema)
    decreases es
  { if es.rest.MoreExprs? { ElementsAreTyped(es.rest, known, environment, schema); } }

  lemma ArgumentsAreTyped(es: Exprs, types: seq<Type>, known: Capabilities, environment: Environment, schema: Schema)
    requires HaveTypes(es, types, known, environment, schema)
    ensures AllTyped(es, known, environment, schema)
    decreases es
  { if es.MoreExprs? { ArgumentsAreTyped(es.rest, types[1..], known, environment, schema); } }

  lemma ArgumentsAreSame(fn: ExtensionFunction, args: Exprs, level: nat, known: Capabilities, environment: Environment,
      schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOf(Call(fn, args), known, environment, schema).Typed?
    requires AreAtLevel(args, level, known, environment, schema)
    ensures EvaluateAll(args, Slice(env, level)) == EvaluateAll(args, env)
    decreases Call(fn, args), 0
  {
    if IsConstructor(fn) {
      assert TypeOf(args.first, known, environment, schema).Typed?;
      assert AllTyped(args.rest, known, environment, schema);
    } else {
      ArgumentsAreTyped(args, ParameterTypes(fn), known, environment, schema);
    }
    EachIsSame(args, level, known, environment, schema, env);
  }

  lemma AllAreSame(es: Exprs, level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOfElements(es, known, environment, schema).Some? && AreAtLevel(es, level, known, environment, schema)
    ensures EvaluateAll(es, Slice(env, level)) == EvaluateAll(es, env)
    decreases es, 1
  {
    ElementsAreTyped(es, known, environment, schema);
    EachIsSame(es, level, known, environment, schema, env);
  }

  lemma EachIsSame(es: Exprs, level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires AllTyped(es, known, environment, schema) && AreAtLevel(es, level, known, environment, schema)
    ensures EvaluateAll(es, Slice(env, level)) == EvaluateAll(es, env)
    decreases es, 0
  {
    if es.MoreExprs? {
      SameInTheSlice(es.first, level, known, environment, schema, env);
      EachIsSame(es.rest, level, known, environment, schema, env);
    }
  }

  lemma FieldsAreSame(fields: Fields, types: map<string, AttributeType>, before: map<string, Value>, level: nat,
      known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOfFields(fields, types, known, environment, schema).TypedFields?
    requires FieldsAreAtLevel(fields, level, known, environment, schema)
    ensures EvaluateFields(fields, before, Slice(env, level)) == EvaluateFields(fields, before, env)
    decreases fields, 0
  {
    if fields.MoreFields? {
      SameInTheSlice(fields.value, level, known, environment, schema, env);
      var a := Evaluate(fields.value, env);
      var later := types[fields.key := AttributeType(TypeOf(fields.value, known, environment, schema).ty, true)];
      if a.Ok? {
        FieldsAreSame(fields.others, later, before[fields.key := a.value], level, known, environment, schema, env);
      }
    }
  }

  lemma FieldsAreSameWhereFound(fields: Fields, types: map<string, AttributeType>, before: map<string, Value>, name: string,
      path: seq<string>, level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires TypeOfFields(fields, types, known, environment, schema).TypedFields?
    requires DistanceOfField(fields, name, path, level, known, environment, schema).Steps?
    requires DistanceOfField(fields, name, path, level, known, environment, schema).steps <= level
    ensures EvaluateFields(fields, before, Slice(env, level)) == EvaluateFields(fields, before, env)
    decreases fields, 0
  {
    if fields.MoreFields? {
      if fields.key == name {
        SameWhereFound(fields.value, path, level, known, environment, schema, env);
      } else {
        SameInTheSlice(fields.value, level, known, environment, schema, env);
      }
      var a := Evaluate(fields.value, env);
      var later := types[fields.key := AttributeType(TypeOf(fields.value, known, environment, schema).ty, true)];
      if a.Ok? {
        FieldsAreSameWhereFound(fields.others, later, before[fields.key := a.value], name, path, level,
          known, environment, schema, env);
      }
    }
  }

  // ---- policies ----

  // Theorem: a policy that is valid at a level has the same outcome over that level's slice as over all entities.
  lemma PoliciesAreSameInTheSlice(p: Policy, level: nat, schema: Schema, env: Env)
    requires ValidatePolicyAtLevel(p, level, schema) && DataConforms(env, schema)
    ensures Outcome(p, Slice(env, level)) == Outcome(p, env)
  {
    var environment := EnvironmentOf(env.request, schema);
    SameInTheSlice(Condition(p), level, {}, environment, schema, env);
  }

  // Theorem: policies that are valid at a level need only the entities of that level's slice: the response to a
  // conforming request is the same as with all entities, decision, determining and erroring policies.
  lemma ResponsesAreSameInTheSlice(policies: seq<Policy>, level: nat, schema: Schema, env: Env)
    requires forall p :: p in policies ==> ValidatePolicyAtLevel(p, level, schema)
    requires DataConforms(env, schema)
    ensures IsAuthorized(policies, Slice(env, level)) == IsAuthorized(policies, env)
  {
    forall p | p in policies ensures Outcome(p, Slice(env, level)) == Outcome(p, env) {
      PoliciesAreSameInTheSlice(p, level, schema, env);
    }
    var sliced := Slice(env, level);
    assert Satisfied(Permit, policies, sliced) == Satisfied(Permit, policies, env);
    assert Satisfied(Forbid, policies, sliced) == Satisfied(Forbid, policies, env);
    assert Erroring(policies, sliced) == Erroring(policies, env);
  }

  // Theorem: at level 0, policies are decided by the request alone.
  lemma LevelZeroNeedsNoEntities(policies: seq<Policy>, schema: Schema, env: Env)
    requires forall p :: p in policies ==> ValidatePolicyAtLevel(p, 0, schema)
    requires DataConforms(env, schema)
    ensures IsAuthorized(policies, Env(env.request, map[])) == IsAuthorized(policies, env)
  { ResponsesAreSameInTheSlice(policies, 0, schema, env); }

  // ---- links ----

  // The scope of a link asks no more of the slice than that of its template.
  lemma ScopesAreSame(variable: Variable, uid: EntityUid, c: Constraint<EntityOrSlot>, values: map<Slot, EntityUid>,
      level: nat, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires IsOfEnvironment(env.request, environment) && IsScopeVariable(variable, uid, env)
    requires FillConstraint(c, values).Some?
    requires IsAtLevel(TemplateScope(variable, c), level, known, environment, schema)
    ensures Evaluate(ScopeExpr(variable, FillConstraint(c, values).value), Slice(env, level)) ==
      Evaluate(ScopeExpr(variable, FillConstraint(c, values).value), env)
  {
    var filled := FillConstraint(c, values).value;
    var v := VariableE(variable);
    ScopeExprMeans(variable, uid, filled, env);
    ScopeExprMeans(variable, uid, filled, Slice(env, level));
    if c.InEntity? || (c.IsTypeIn? && c.ty == uid.ty) {
      if c.IsTypeIn? {
        assert TypeOf(v, known, environment, schema) == Only(EntityT(uid.ty));
        assert TypeOf(Is(v, c.ty), known, environment, schema) == Only(Singleton(true));
        assert known + {} == known;
      }
      assert CanBeLookedUp(v, level, known, environment, schema);
      assert uid in WithinReach(env, 0);
      SliceKeepsAncestors(env, uid, 0, level);
    }
  }

  lemma ResourcesOfLinksAreSame(t: Template, p: Policy, values: map<Slot, EntityUid>, level: nat, known: Capabilities,
      environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires p.clauses == t.clauses && FillConstraint(t.resource, values) == Some(p.resource)
    requires IsBoolean(TypeOf(And(TemplateScope(Resource, t.resource), Body(t.clauses)), known, environment, schema))
    requires IsAtLevel(And(TemplateScope(Resource, t.resource), Body(t.clauses)), level, known, environment, schema)
    ensures IsSame(And(ScopeExpr(Resource, p.resource), Body(p.clauses)), level, env)
  {
    var scope := TemplateScope(Resource, t.resource);
    ScopesAreSame(Resource, env.request.resource, t.resource, values, level, known, environment, schema, env);
    ScopeExprMeans(Resource, env.request.resource, p.resource, env);
    if Evaluate(ScopeExpr(Resource, p.resource), env) == Ok(BoolV(true)) {
      MatchingScopesAreChecked(Resource, env.request.resource, t.resource, values, known, environment, schema, env);
      RightIsChecked(scope, Body(t.clauses), known, environment, schema);
      SameInTheSlice(Body(t.clauses), level, known + TypeOf(scope, known, environment, schema).shows,
        environment, schema, env);
    }
  }

  lemma ActionsOfLinksAreSame(t: Template, p: Policy, values: map<Slot, EntityUid>, level: nat, known: Capabilities,
      environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires p.action == t.action && p.clauses == t.clauses && FillConstraint(t.resource, values) == Some(p.resource)
    requires var rest := And(ActionExpr(t.action), And(TemplateScope(Resource, t.resource), Body(t.clauses)));
      IsBoolean(TypeOf(rest, known, environment, schema)) && IsAtLevel(rest, level, known, environment, schema)
    ensures IsSame(And(ActionExpr(p.action), And(ScopeExpr(Resource, p.resource), Body(p.clauses))), level, env)
  {
    var action := ActionExpr(t.action);
    var rest := And(TemplateScope(Resource, t.resource), Body(t.clauses));
    TypesAreRight(action, known, environment, schema, env);
    SameInTheSlice(action, level, known, environment, schema, env);
    if Evaluate(action, env) == Ok(BoolV(true)) {
      RightIsChecked(action, rest, known, environment, schema);
      ResourcesOfLinksAreSame(t, p, values, level, known + TypeOf(action, known, environment, schema).shows,
        environment, schema, env);
    }
  }

  // Theorem: a link of a template that is valid at a level has the same outcome over that level's slice as over all
  // entities, whatever entities it puts into the slots.
  lemma LinksAreSameInTheSlice(t: Template, id: string, values: map<Slot, EntityUid>, level: nat, schema: Schema, env: Env)
    requires ValidateTemplateAtLevel(t, level, schema) && DataConforms(env, schema) && Link(t, id, values).Some?
    ensures Outcome(Link(t, id, values).value, Slice(env, level)) == Outcome(Link(t, id, values).value, env)
  {
    var p := Link(t, id, values).value;
    var environment := EnvironmentOf(env.request, schema);
    var scope := TemplateScope(Principal, t.principal);
    var rest := And(ActionExpr(t.action), And(TemplateScope(Resource, t.resource), Body(t.clauses)));
    assert TemplateCondition(t) == And(scope, rest);
    ScopesAreSame(Principal, env.request.principal, t.principal, values, level, {}, environment, schema, env);
    ScopeExprMeans(Principal, env.request.principal, p.principal, env);
    if Evaluate(ScopeExpr(Principal, p.principal), env) == Ok(BoolV(true)) {
      MatchingScopesAreChecked(Principal, env.request.principal, t.principal, values, {}, environment, schema, env);
      RightIsChecked(scope, rest, {}, environment, schema);
      ActionsOfLinksAreSame(t, p, values, level, {} + TypeOf(scope, {}, environment, schema).shows,
        environment, schema, env);
    }
  }

  // Theorem: if policies are valid at a level, and the request and the entities pass the checks that programs run, the
  // response over the level's slice is the response over all entities.
  lemma LevelValidationIsSound(policies: seq<Policy>, level: nat, types: EntityTypes, actions: Actions, request: Request,
      entities: Entities)
    requires forall p :: p in policies ==> ValidatePolicyAtLevel(p, level, SchemaOf(types, actions))
    requires AllChecked(types, actions, request, entities)
    ensures var env := CheckedEnv(types, actions, request, entities);
      IsAuthorized(policies, Slice(env, level)) == IsAuthorized(policies, env)
  {
    CheckedDataConform(types, actions, request, entities);
    ResponsesAreSameInTheSlice(policies, level, SchemaOf(types, actions), CheckedEnv(types, actions, request, entities));
  }
}
