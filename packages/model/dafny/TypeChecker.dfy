include "Signatures.dfy"
include "OperatorTypes.dfy"
// Strict type checking: the type of every expression, and what it shows when it is true.
module TypeChecker {
  import opened Values
  import opened Expressions
  import opened Types
  import opened Schemas
  import opened Signatures
  import opened OperatorTypes

  // The type of an expression in a request environment, with the capabilities that hold at its place.
  function method TypeOf(e: Expr, known: Capabilities, environment: Environment, schema: Schema): Checked
    decreases e
  {
    match e
    case BoolE(b) => Only(Singleton(b))
    case LongE(i) => Only(LongT)
    case StringE(s) => Only(StringT)
    case EntityE(uid) => if IsDeclared(uid, schema) then Only(EntityT(uid.ty)) else Untyped
    case VariableE(variable) => Only(TypeOfVariable(variable, environment))
    case And(left, right) =>
      var a := TypeOf(left, known, environment, schema);
      if !IsBoolean(a) then Untyped
      else if a.ty == BoolT(AlwaysFalse) then Only(a.ty)         // the right operand is never evaluated
      else TypeOfAnd(a, TypeOf(right, known + a.shows, environment, schema))
    case Or(left, right) =>
      var a := TypeOf(left, known, environment, schema);
      if !IsBoolean(a) || a.ty == BoolT(AlwaysTrue) then AsBoolean(a)
      else TypeOfOr(a, TypeOf(right, known, environment, schema))
    case If(test, yes, no) =>
      var a := TypeOf(test, known, environment, schema);
      if !IsBoolean(a) then Untyped
      else if a.ty == BoolT(AlwaysTrue) then Showing(a.shows, TypeOf(yes, known + a.shows, environment, schema))
      else if a.ty == BoolT(AlwaysFalse) then TypeOf(no, known, environment, schema)
      else JoinBranches(
        Showing(a.shows, TypeOf(yes, known + a.shows, environment, schema)),
        TypeOf(no, known, environment, schema))
    case Unary(op, arg) =>
      var a := TypeOf(arg, known, environment, schema);
      if a.Untyped? then Untyped else TypeOfUnary(op, a.ty)
    case Binary(op, left, right) =>
      var a := TypeOf(left, known, environment, schema);
      var b := TypeOf(right, known, environment, schema);
      if a.Untyped? || b.Untyped? then Untyped else
      TypeOfBinary(op, left, a.ty, right, b.ty, known, environment, schema)
    case LikeE(arg, pattern) =>
      var a := TypeOf(arg, known, environment, schema);
      if a.Typed? && a.ty.StringT? then Only(BoolT(AnyBool)) else Untyped
    case Is(arg, entityType) =>
      var a := TypeOf(arg, known, environment, schema);
      if a.Typed? && a.ty.EntityT? then Only(Singleton(a.ty.ty == entityType)) else Untyped
    case HasAttribute(arg, name) =>
      var a := TypeOf(arg, known, environment, schema);
      if a.Untyped? then Untyped else TypeOfHas(arg, a.ty, name, known, schema)
    case GetAttribute(arg, name) =>
      var a := TypeOf(arg, known, environment, schema);
      if a.Untyped? then Untyped else TypeOfGet(arg, a.ty, name, known, schema)
    case SetE(elements) =>
      var element := TypeOfElements(elements, known, environment, schema);
      if element.Some? then Only(SetT(element.value)) else Untyped
    case RecordE(fields) =>
      var all := TypeOfFields(fields, map[], known, environment, schema);
      if all.TypedFields? then Only(RecordT(all.attributes)) else Untyped
    case Call(fn, args) =>
      if IsConstructor(fn) then if IsReadable(fn, args) then Only(ResultType(fn)) else Untyped
      else if HaveTypes(args, ParameterTypes(fn), known, environment, schema) then Only(ResultType(fn))
      else Untyped
  }

  // The common type of a set's elements. The empty set has none.
  function method TypeOfElements(es: Exprs, known: Capabilities, environment: Environment, schema: Schema): Option<Type>
    decreases es
  {
    match es
    case NoExprs => None
    case MoreExprs(first, rest) =>
      var a := TypeOf(first, known, environment, schema);
      if a.Untyped? then None else if rest.NoExprs? then Some(a.ty) else
      var b := TypeOfElements(rest, known, environment, schema);
      if b.None? then None else Join(a.ty, b.value)
  }

  function method TypeOfFields(fields: Fields, before: map<string, AttributeType>,
      known: Capabilities, environment: Environment, schema: Schema): CheckedFields
    decreases fields
  {
    match fields
    case NoFields => TypedFields(before)
    case MoreFields(key, value, others) =>
      var a := TypeOf(value, known, environment, schema);
      if a.Untyped? then UntypedFields else
      TypeOfFields(others, before[key := AttributeType(a.ty, true)], known, environment, schema)
  }

  // Whether these are as many expressions as types, each of its type.
  predicate method HaveTypes(es: Exprs, types: seq<Type>, known: Capabilities, environment: Environment, schema: Schema)
    decreases es
  {
    match es
    case NoExprs => types == []
    case MoreExprs(first, rest) =>
      var a := TypeOf(first, known, environment, schema);
      types != [] && a.Typed? && a.ty == types[0] && HaveTypes(rest, types[1..], known, environment, schema)
  }
}
