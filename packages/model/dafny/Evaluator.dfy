include "Expressions.dfy"
include "Hierarchy.dfy"
include "Extensions.dfy"
// What expressions evaluate to.
module Evaluator {
  import opened Values
  import opened Patterns
  import opened Expressions
  import opened Hierarchy
  import opened Extensions

  datatype Request =
    Request(principal: EntityUid, action: EntityUid, resource: EntityUid, context: map<string, Value>)

  // All that an evaluation can look at.
  datatype Env = Env(request: Request, entities: Entities)

  function method Evaluate(e: Expr, env: Env): Result
    decreases e
  {
    match e
    case BoolE(b) => Ok(BoolV(b))
    case LongE(i) => Ok(LongV(i))
    case StringE(s) => Ok(StringV(s))
    case EntityE(uid) => Ok(EntityV(uid))
    case VariableE(variable) => ValueOf(variable, env.request)
    case And(left, right) =>
      // The right operand is evaluated only if the left is true.
      var a := AsBool(Evaluate(left, env));
      if a == Ok(BoolV(true)) then AsBool(Evaluate(right, env)) else a
    case Or(left, right) =>
      var a := AsBool(Evaluate(left, env));
      if a == Ok(BoolV(false)) then AsBool(Evaluate(right, env)) else a
    case If(test, yes, no) =>
      var a := AsBool(Evaluate(test, env));
      if a.Err? then a else if a.value.b then Evaluate(yes, env) else Evaluate(no, env)
    case Unary(op, arg) =>
      var a := Evaluate(arg, env);
      if a.Err? then a else ApplyUnary(op, a.value)
    case Binary(op, left, right) =>
      var a := Evaluate(left, env);
      if a.Err? then a else
      var b := Evaluate(right, env);
      if b.Err? then b else ApplyBinary(op, a.value, b.value, env.entities)
    case LikeE(arg, pattern) =>
      var a := Evaluate(arg, env);
      if a.Err? then a else if a.value.StringV? then Ok(BoolV(Like(a.value.s, pattern))) else Err(TypeError)
    case Is(arg, entityType) =>
      var a := Evaluate(arg, env);
      if a.Err? then a else if a.value.EntityV? then Ok(BoolV(a.value.uid.ty == entityType)) else Err(TypeError)
    case HasAttribute(arg, name) =>
      var a := Evaluate(arg, env);
      if a.Err? then a else Has(a.value, name, env.entities)
    case GetAttribute(arg, name) =>
      var a := Evaluate(arg, env);
      if a.Err? then a else Get(a.value, name, env.entities)
    case SetE(elements) =>
      var all := EvaluateAll(elements, env);
      if all.ErrAny? then Err(all.error) else Ok(SetV(set v | v in all.values))
    case RecordE(fields) => EvaluateFields(fields, map[], env)
    case Call(fn, args) =>
      var all := EvaluateAll(args, env);
      if all.ErrAny? then Err(all.error) else CallExtension(fn, all.values)
  }

  // The operands in order, up to the first error.
  function method EvaluateAll(es: Exprs, env: Env): Results
    decreases es
  {
    match es
    case NoExprs => OkAll([])
    case MoreExprs(first, rest) =>
      var a := Evaluate(first, env);
      if a.Err? then ErrAny(a.error) else
      var b := EvaluateAll(rest, env);
      if b.ErrAny? then b else OkAll([a.value] + b.values)
  }

  function method EvaluateFields(fields: Fields, before: map<string, Value>, env: Env): Result
    decreases fields
  {
    match fields
    case NoFields => Ok(RecordV(before))
    case MoreFields(key, value, others) =>
      var a := Evaluate(value, env);
      if a.Err? then a else EvaluateFields(others, before[key := a.value], env)
  }

  function method AsBool(r: Result): Result { if r.Ok? && !r.value.BoolV? then Err(TypeError) else r }

  function method ValueOf(variable: Variable, request: Request): Result {
    match variable
    case Principal => Ok(EntityV(request.principal))
    case Action => Ok(EntityV(request.action))
    case Resource => Ok(EntityV(request.resource))
    case Context => Ok(RecordV(request.context))
  }

  function method ApplyUnary(op: UnaryOp, v: Value): Result {
    match op
    case Not => if v.BoolV? then Ok(BoolV(!v.b)) else Err(TypeError)
    case Negate => if v.LongV? then CheckedLong(-v.i) else Err(TypeError)
    case IsEmpty => if v.SetV? then Ok(BoolV(v.elements == {})) else Err(TypeError)
  }

  function method ApplyBinary(op: BinaryOp, v: Value, w: Value, entities: Entities): Result {
    match op
    case Equal => Ok(BoolV(v == w))          // of any types; never an error
    case Less => Compare(v, w, false)
    case LessOrEqual => Compare(v, w, true)
    case Add => if v.LongV? && w.LongV? then CheckedLong(v.i + w.i) else Err(TypeError)
    case Subtract => if v.LongV? && w.LongV? then CheckedLong(v.i - w.i) else Err(TypeError)
    case Multiply => if v.LongV? && w.LongV? then CheckedLong(v.i * w.i) else Err(TypeError)
    case In => ApplyIn(v, w, entities)
    case Contains => if v.SetV? then Ok(BoolV(w in v.elements)) else Err(TypeError)
    case ContainsAll => if v.SetV? && w.SetV? then Ok(BoolV(w.elements <= v.elements)) else Err(TypeError)
    case ContainsAny => if v.SetV? && w.SetV? then Ok(BoolV(!(w.elements !! v.elements))) else Err(TypeError)
    case HasTag =>
      if v.EntityV? && w.StringV? then Ok(BoolV(v.uid in entities && w.s in entities[v.uid].tags)) else Err(TypeError)
    case GetTag =>
      if !v.EntityV? || !w.StringV? then Err(TypeError)
      else if v.uid !in entities then Err(MissingEntity)
      else if w.s !in entities[v.uid].tags then Err(MissingTag)
      else Ok(entities[v.uid].tags[w.s])
  }

  // Longs, datetimes and durations can be compared, each with its own kind.
  function method Compare(v: Value, w: Value, orEqual: bool): Result {
    if v.LongV? && w.LongV? then Ok(BoolV(Before(v.i, w.i, orEqual)))
    else if v.DatetimeV? && w.DatetimeV? then Ok(BoolV(Before(v.epoch, w.epoch, orEqual)))
    else if v.DurationV? && w.DurationV? then Ok(BoolV(Before(v.millis, w.millis, orEqual)))
    else Err(TypeError)
  }
  predicate method Before(a: int, b: int, orEqual: bool) { a < b || (orEqual && a == b) }

  // An entity in an entity, or in any of a set of entities. All elements must be entities, looked at or not.
  function method ApplyIn(v: Value, w: Value, entities: Entities): Result {
    if v.EntityV? && w.EntityV? then Ok(BoolV(w.uid in Containers(v.uid, entities)))
    else if v.EntityV? && w.SetV? && (forall x :: x in w.elements ==> x.EntityV?) then
      var containers := Containers(v.uid, entities);
      Ok(BoolV(exists x :: x in w.elements && x.uid in containers))
    else Err(TypeError)
  }

  // An entity that is not there has no attributes, but to read one of them is an error of its own kind.
  function method Has(v: Value, name: string, entities: Entities): Result {
    if v.RecordV? then Ok(BoolV(name in v.fields))
    else if v.EntityV? then Ok(BoolV(v.uid in entities && name in entities[v.uid].attributes))
    else Err(TypeError)
  }

  function method Get(v: Value, name: string, entities: Entities): Result {
    if v.RecordV? then if name in v.fields then Ok(v.fields[name]) else Err(MissingAttribute)
    else if !v.EntityV? then Err(TypeError)
    else if v.uid !in entities then Err(MissingEntity)
    else if name !in entities[v.uid].attributes then Err(MissingAttribute)
    else Ok(entities[v.uid].attributes[name])
  }
}
