include "Validator.dfy"
// Level validation (RFC 76): how many entities have to be looked up, one behind the other, to evaluate a policy.
module Levels {
  import opened Values
  import opened Expressions
  import opened Types
  import opened Schemas
  import opened OperatorTypes
  import opened TypeChecker
  import opened Policies
  import opened Validator

  // A valid policy that looks up nothing further than `level` look-ups away from the request.
  predicate method ValidatePolicyAtLevel(p: Policy, level: nat, schema: Schema) {
    ValidatePolicy(p, schema) && IsAtLevelEverywhere(Condition(p), level, schema)
  }

  predicate method ValidateTemplateAtLevel(t: Template, level: nat, schema: Schema) {
    ValidateTemplate(t, schema) && IsAtLevelEverywhere(TemplateCondition(t), level, schema)
  }

  predicate method IsAtLevelEverywhere(e: Expr, level: nat, schema: Schema) {
    forall action, principal, resource :: action in schema.actions &&
      principal in schema.actions[action].principals && resource in schema.actions[action].resources ==>
      IsAtLevel(e, level, {}, EnvironmentFor(principal, action, resource, schema), schema)
  }

  // Whether all look-ups in an expression are within the level. What is never evaluated is not looked at.
  predicate method IsAtLevel(e: Expr, level: nat, known: Capabilities, environment: Environment, schema: Schema)
    decreases e, 0
  {
    match e
    case BoolE(b) => true case LongE(i) => true case StringE(s) => true case EntityE(uid) => true
    case VariableE(variable) => true
    case And(left, right) =>
      var a := TypeOf(left, known, environment, schema);
      IsAtLevel(left, level, known, environment, schema) &&
      (IsAlways(false, a) || IsAtLevel(right, level, known + Shown(a), environment, schema))
    case Or(left, right) =>
      var a := TypeOf(left, known, environment, schema);
      IsAtLevel(left, level, known, environment, schema) &&
      (IsAlways(true, a) || IsAtLevel(right, level, known, environment, schema))
    case If(test, yes, no) =>
      var a := TypeOf(test, known, environment, schema);
      IsAtLevel(test, level, known, environment, schema) &&
      (IsAlways(false, a) || IsAtLevel(yes, level, known + Shown(a), environment, schema)) &&
      (IsAlways(true, a) || IsAtLevel(no, level, known, environment, schema))
    case Unary(op, arg) => IsAtLevel(arg, level, known, environment, schema)
    case Binary(op, left, right) =>
      (if LooksUp(op) then CanBeLookedUp(left, level, known, environment, schema)
        else IsAtLevel(left, level, known, environment, schema)) &&
      IsAtLevel(right, level, known, environment, schema)
    case LikeE(arg, pattern) => IsAtLevel(arg, level, known, environment, schema)
    case Is(arg, entityType) => IsAtLevel(arg, level, known, environment, schema)
    case HasAttribute(arg, name) => IsOwnerAtLevel(arg, level, known, environment, schema)
    case GetAttribute(arg, name) => IsOwnerAtLevel(arg, level, known, environment, schema)
    case SetE(elements) => AreAtLevel(elements, level, known, environment, schema)
    case RecordE(fields) => FieldsAreAtLevel(fields, level, known, environment, schema)
    case Call(fn, args) => AreAtLevel(args, level, known, environment, schema)
  }
  predicate method AreAtLevel(es: Exprs, level: nat, known: Capabilities, environment: Environment, schema: Schema)
    decreases es, 0
  {
    match es
    case NoExprs => true
    case MoreExprs(first, rest) =>
      IsAtLevel(first, level, known, environment, schema) && AreAtLevel(rest, level, known, environment, schema)
  }
  predicate method FieldsAreAtLevel(fields: Fields, level: nat, known: Capabilities, environment: Environment, schema: Schema)
    decreases fields, 0
  {
    match fields
    case NoFields => true
    case MoreFields(key, value, others) =>
      IsAtLevel(value, level, known, environment, schema) && FieldsAreAtLevel(others, level, known, environment, schema)
  }

  // Ancestors, tags and attributes are those of an entity, which is looked up for them. Records are there already.
  predicate method LooksUp(op: BinaryOp) { op == In || op == HasTag || op == GetTag }

  predicate method IsOwnerAtLevel(e: Expr, level: nat, known: Capabilities, environment: Environment, schema: Schema)
    decreases e, 2
  {
    var a := TypeOf(e, known, environment, schema);
    if a.Typed? && a.ty.RecordT? then IsAtLevel(e, level, known, environment, schema)
    else CanBeLookedUp(e, level, known, environment, schema)
  }

  predicate method CanBeLookedUp(e: Expr, level: nat, known: Capabilities, environment: Environment, schema: Schema)
    decreases e, 1
  {
    var distance := DistanceOf(e, [], level, known, environment, schema);
    distance.Steps? && distance.steps < level
  }

  predicate method IsAlways(b: bool, a: Checked) { a.Typed? && a.ty == Singleton(b) }
  function method Shown(a: Checked): Capabilities { if a.Typed? then a.shows else {} }

  // How many look-ups lead from the request to what stands in an expression's value, at a path of attributes of records.
  // None do if it is written there as a literal; and all is off if something else in the expression is beyond the level.
  datatype Distance = Steps(steps: nat) | Nowhere
  function method DistanceOf(e: Expr, path: seq<string>, level: nat, known: Capabilities, environment: Environment,
      schema: Schema): Distance
    decreases e, 0
  {
    match e
    case VariableE(variable) => Steps(0)
    case EntityE(uid) => if uid == environment.action then Steps(0) else Nowhere
    case If(test, yes, no) =>
      var a := TypeOf(test, known, environment, schema);
      if !IsAtLevel(test, level, known, environment, schema) then Nowhere
      else if IsAlways(true, a) then DistanceOf(yes, path, level, known + Shown(a), environment, schema)
      else if IsAlways(false, a) then DistanceOf(no, path, level, known, environment, schema)
      else Farther(
        DistanceOf(yes, path, level, known + Shown(a), environment, schema),
        DistanceOf(no, path, level, known, environment, schema))
    case GetAttribute(arg, name) =>
      var a := TypeOf(arg, known, environment, schema);
      if a.Typed? && a.ty.RecordT? then DistanceOf(arg, [name] + path, level, known, environment, schema)
      else Beyond(DistanceOf(arg, [], level, known, environment, schema))
    case Binary(op, left, right) =>
      if op != GetTag || !IsAtLevel(right, level, known, environment, schema) then Nowhere
      else Beyond(DistanceOf(left, [], level, known, environment, schema))
    case RecordE(fields) =>
      if path == [] then Nowhere else DistanceOfField(fields, path[0], path[1..], level, known, environment, schema)
    case BoolE(b) => Nowhere case LongE(i) => Nowhere case StringE(s) => Nowhere
    case And(left, right) => Nowhere case Or(left, right) => Nowhere
    case Unary(op, arg) => Nowhere case LikeE(arg, pattern) => Nowhere case Is(arg, entityType) => Nowhere
    case HasAttribute(arg, name) => Nowhere
    case SetE(elements) => Nowhere case Call(fn, args) => Nowhere
  }

  // Of a record only the one field counts, but the others are evaluated, too.
  function method DistanceOfField(fields: Fields, name: string, path: seq<string>, level: nat, known: Capabilities,
      environment: Environment, schema: Schema): Distance
    decreases fields, 0
  {
    match fields
    case NoFields => Steps(0)
    case MoreFields(key, value, others) =>
      var rest := DistanceOfField(others, name, path, level, known, environment, schema);
      if key == name then Farther(DistanceOf(value, path, level, known, environment, schema), rest)
      else if IsAtLevel(value, level, known, environment, schema) then rest
      else Nowhere
  }

  function method Beyond(distance: Distance): Distance {
    if distance.Steps? then Steps(distance.steps + 1) else Nowhere
  }
  function method Farther(a: Distance, b: Distance): Distance {
    if a.Nowhere? || b.Nowhere? then Nowhere else if a.steps < b.steps then b else a
  }
}
