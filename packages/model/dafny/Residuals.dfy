include "Evaluator.dfy"
// What is left of an expression after a part of it has been evaluated.
module Residuals {
  import opened Values
  import opened Patterns
  import opened Expressions
  import opened Hierarchy
  import opened Extensions
  import opened Evaluator

  // An expression that may hold values and errors that have been found already.
  datatype Residual =
    | ValueR(value: Value)
    | ErrorR(error: Error)
    | VariableR(variable: Variable)
    | AndR(left: Residual, right: Residual)
    | OrR(left: Residual, right: Residual)
    | IfR(test: Residual, yes: Residual, no: Residual)
    | UnaryR(unary: UnaryOp, arg: Residual)
    | BinaryR(binary: BinaryOp, left: Residual, right: Residual)
    | LikeR(arg: Residual, pattern: Pattern)
    | IsR(arg: Residual, entityType: string)
    | HasR(arg: Residual, name: string)
    | GetR(arg: Residual, name: string)
    | SetR(elements: ResidualList)
    | RecordR(fields: ResidualFields)
    | CallR(fn: ExtensionFunction, args: ResidualList)
  datatype ResidualList = NoResiduals | MoreResiduals(first: Residual, rest: ResidualList)
  datatype ResidualFields = NoResidualFields | MoreResidualFields(key: string, field: Residual, others: ResidualFields)

  // ---- nothing evaluated yet ----

  function method ResidualOf(e: Expr): Residual
    decreases e
  {
    match e
    case BoolE(b) => ValueR(BoolV(b))
    case LongE(i) => ValueR(LongV(i))
    case StringE(s) => ValueR(StringV(s))
    case EntityE(uid) => ValueR(EntityV(uid))
    case VariableE(variable) => VariableR(variable)
    case And(left, right) => AndR(ResidualOf(left), ResidualOf(right))
    case Or(left, right) => OrR(ResidualOf(left), ResidualOf(right))
    case If(test, yes, no) => IfR(ResidualOf(test), ResidualOf(yes), ResidualOf(no))
    case Unary(op, arg) => UnaryR(op, ResidualOf(arg))
    case Binary(op, left, right) => BinaryR(op, ResidualOf(left), ResidualOf(right))
    case LikeE(arg, pattern) => LikeR(ResidualOf(arg), pattern)
    case Is(arg, entityType) => IsR(ResidualOf(arg), entityType)
    case HasAttribute(arg, name) => HasR(ResidualOf(arg), name)
    case GetAttribute(arg, name) => GetR(ResidualOf(arg), name)
    case SetE(elements) => SetR(ResidualsOf(elements))
    case RecordE(fields) => RecordR(ResidualFieldsOf(fields))
    case Call(fn, args) => CallR(fn, ResidualsOf(args))
  }
  function method ResidualsOf(es: Exprs): ResidualList
    decreases es
  {
    match es
    case NoExprs => NoResiduals
    case MoreExprs(first, rest) => MoreResiduals(ResidualOf(first), ResidualsOf(rest))
  }
  function method ResidualFieldsOf(fields: Fields): ResidualFields
    decreases fields
  {
    match fields
    case NoFields => NoResidualFields
    case MoreFields(key, value, others) => MoreResidualFields(key, ResidualOf(value), ResidualFieldsOf(others))
  }

  // ---- everything evaluated ----

  // What a residual comes to, once all is known. Like `Evaluate`, with values and errors that are there already.
  function method Finish(r: Residual, env: Env): Result
    decreases r
  {
    match r
    case ValueR(value) => Ok(value)
    case ErrorR(error) => Err(error)
    case VariableR(variable) => ValueOf(variable, env.request)
    case AndR(left, right) =>
      var a := AsBool(Finish(left, env));
      if a == Ok(BoolV(true)) then AsBool(Finish(right, env)) else a
    case OrR(left, right) =>
      var a := AsBool(Finish(left, env));
      if a == Ok(BoolV(false)) then AsBool(Finish(right, env)) else a
    case IfR(test, yes, no) =>
      var a := AsBool(Finish(test, env));
      if a.Err? then a else if a.value.b then Finish(yes, env) else Finish(no, env)
    case UnaryR(op, arg) =>
      var a := Finish(arg, env);
      if a.Err? then a else ApplyUnary(op, a.value)
    case BinaryR(op, left, right) =>
      var a := Finish(left, env);
      if a.Err? then a else
      var b := Finish(right, env);
      if b.Err? then b else ApplyBinary(op, a.value, b.value, env.entities)
    case LikeR(arg, pattern) =>
      var a := Finish(arg, env);
      if a.Err? then a else if a.value.StringV? then Ok(BoolV(Like(a.value.s, pattern))) else Err(TypeError)
    case IsR(arg, entityType) =>
      var a := Finish(arg, env);
      if a.Err? then a else if a.value.EntityV? then Ok(BoolV(a.value.uid.ty == entityType)) else Err(TypeError)
    case HasR(arg, name) =>
      var a := Finish(arg, env);
      if a.Err? then a else Has(a.value, name, env.entities)
    case GetR(arg, name) =>
      var a := Finish(arg, env);
      if a.Err? then a else Get(a.value, name, env.entities)
    case SetR(elements) =>
      var all := FinishAll(elements, env);
      if all.ErrAny? then Err(all.error) else Ok(SetV(set v | v in all.values))
    case RecordR(fields) => FinishFields(fields, map[], env)
    case CallR(fn, args) =>
      var all := FinishAll(args, env);
      if all.ErrAny? then Err(all.error) else CallExtension(fn, all.values)
  }
  function method FinishAll(rs: ResidualList, env: Env): Results
    decreases rs
  {
    match rs
    case NoResiduals => OkAll([])
    case MoreResiduals(first, rest) =>
      var a := Finish(first, env);
      if a.Err? then ErrAny(a.error) else
      var b := FinishAll(rest, env);
      if b.ErrAny? then b else OkAll([a.value] + b.values)
  }
  function method FinishFields(fields: ResidualFields, before: map<string, Value>, env: Env): Result
    decreases fields
  {
    match fields
    case NoResidualFields => Ok(RecordV(before))
    case MoreResidualFields(key, field, others) =>
      var a := Finish(field, env);
      if a.Err? then a else FinishFields(others, before[key := a.value], env)
  }

  // ---- whatever is evaluated later ----

  // Whether the residual cannot but fail, whatever its variables and the entities turn out to be.
  predicate method MustFail(r: Residual)
    decreases r
  {
    match r
    case ValueR(value) => false
    case ErrorR(error) => true
    case VariableR(variable) => false
    case AndR(left, right) => MustFail(left) || (left == ValueR(BoolV(true)) && MustFail(right))
    case OrR(left, right) => MustFail(left) || (left == ValueR(BoolV(false)) && MustFail(right))
    case IfR(test, yes, no) => MustFail(test) || (MustFail(yes) && MustFail(no))
    case UnaryR(op, arg) => MustFail(arg)
    case BinaryR(op, left, right) => MustFail(left) || MustFail(right)
    case LikeR(arg, pattern) => MustFail(arg)
    case IsR(arg, entityType) => MustFail(arg)
    case HasR(arg, name) => MustFail(arg)
    case GetR(arg, name) => MustFail(arg)
    case SetR(elements) => SomeMustFail(elements)
    case RecordR(fields) => SomeFieldMustFail(fields)
    case CallR(fn, args) => SomeMustFail(args)
  }
  predicate method SomeMustFail(rs: ResidualList)
    decreases rs
  { match rs case NoResiduals => false case MoreResiduals(first, rest) => MustFail(first) || SomeMustFail(rest) }
  predicate method SomeFieldMustFail(fields: ResidualFields)
    decreases fields
  {
    match fields
    case NoResidualFields => false
    case MoreResidualFields(key, field, others) => MustFail(field) || SomeFieldMustFail(others)
  }
}
