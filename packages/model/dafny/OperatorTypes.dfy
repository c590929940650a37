include "Expressions.dfy"
include "Schemas.dfy"
// What is known of an expression beforehand, by what is known of its operands.
module OperatorTypes {
  import opened Values
  import opened Expressions
  import opened Types
  import opened Schemas

  // Something that makes an access safe: the attribute or the tag is known to be there.
  datatype Capability = AttributeIsThere(e: Expr, name: string) | TagIsThere(e: Expr, tag: Expr)
  type Capabilities = set<Capability>

  // An expression's type, and the capabilities that hold where it is true; or no type, if it could go wrong.
  datatype Checked = Typed(ty: Type, shows: Capabilities) | Untyped
  datatype CheckedFields = TypedFields(attributes: map<string, AttributeType>) | UntypedFields

  // ---- types and capabilities ----

  function method Only(t: Type): Checked { Typed(t, {}) }
  function method Singleton(b: bool): Type { BoolT(if b then AlwaysTrue else AlwaysFalse) }
  predicate method IsBoolean(a: Checked) { a.Typed? && a.ty.BoolT? }
  function method AsBoolean(a: Checked): Checked { if IsBoolean(a) then a else Untyped }
  function method Showing(more: Capabilities, a: Checked): Checked {
    if a.Untyped? then Untyped else Typed(a.ty, a.shows + more)
  }

  // Where `a && b` is true, both are.
  function method TypeOfAnd(a: Checked, b: Checked): Checked
    requires IsBoolean(a)
  {
    if !IsBoolean(b) then Untyped
    else if b.ty == BoolT(AlwaysFalse) then Only(b.ty)
    else Typed(if b.ty == BoolT(AlwaysTrue) then a.ty else if a.ty == BoolT(AlwaysTrue) then b.ty else BoolT(AnyBool),
      a.shows + b.shows)
  }

  // Where `a || b` is true, one of them is, but which is not known, unless one is always or never true.
  function method TypeOfOr(a: Checked, b: Checked): Checked
    requires IsBoolean(a)
  {
    if !IsBoolean(b) then Untyped
    else if b.ty == BoolT(AlwaysTrue) then Only(b.ty)
    else if a.ty == BoolT(AlwaysFalse) then b
    else if b.ty == BoolT(AlwaysFalse) then a
    else Typed(BoolT(AnyBool), a.shows * b.shows)
  }

  function method JoinBranches(a: Checked, b: Checked): Checked {
    if a.Untyped? || b.Untyped? then Untyped else
    var t := Join(a.ty, b.ty);
    if t.None? then Untyped else Typed(t.value, a.shows * b.shows)
  }

  // ---- leaves and operators ----

  function method TypeOfVariable(variable: Variable, environment: Environment): Type {
    match variable
    case Principal => EntityT(environment.principal)
    case Action => EntityT(environment.action.ty)
    case Resource => EntityT(environment.resource)
    case Context => RecordT(environment.context)
  }

  function method TypeOfUnary(op: UnaryOp, t: Type): Checked {
    match op
    case Not => if t.BoolT? then Only(BoolT(Opposite(t.truth))) else Untyped
    case Negate => if t.LongT? then Only(LongT) else Untyped
    case IsEmpty => if t.SetT? then Only(BoolT(AnyBool)) else Untyped
  }
  function method Opposite(t: BoolType): BoolType {
    match t case AnyBool => AnyBool case AlwaysTrue => AlwaysFalse case AlwaysFalse => AlwaysTrue
  }

  function method TypeOfBinary(op: BinaryOp, left: Expr, t: Type, right: Expr, u: Type,
      known: Capabilities, environment: Environment, schema: Schema): Checked
  {
    match op
    case Equal => TypeOfEqual(left, t, right, u, environment)
    case Less => if t == u && IsOrdered(t) then Only(BoolT(AnyBool)) else Untyped
    case LessOrEqual => if t == u && IsOrdered(t) then Only(BoolT(AnyBool)) else Untyped
    case Add => if t.LongT? && u.LongT? then Only(LongT) else Untyped
    case Subtract => if t.LongT? && u.LongT? then Only(LongT) else Untyped
    case Multiply => if t.LongT? && u.LongT? then Only(LongT) else Untyped
    case In => TypeOfIn(left, t, right, u, environment, schema)
    case Contains => if t.SetT? && Join(t.element, u).Some? then Only(BoolT(AnyBool)) else Untyped
    case ContainsAll => if t.SetT? && u.SetT? && Join(t, u).Some? then Only(BoolT(AnyBool)) else Untyped
    case ContainsAny => if t.SetT? && u.SetT? && Join(t, u).Some? then Only(BoolT(AnyBool)) else Untyped
    case HasTag =>
      if !t.EntityT? || !u.StringT? then Untyped
      else if TagsOf(t.ty, schema).None? then Only(BoolT(AlwaysFalse))
      else IsThere(TagIsThere(left, right), false, known)
    case GetTag =>
      if t.EntityT? && u.StringT? && TagsOf(t.ty, schema).Some? && TagIsThere(left, right) in known
      then Only(TagsOf(t.ty, schema).value) else Untyped
  }

  predicate method IsOrdered(t: Type) { t.LongT? || t.DatetimeT? || t.DurationT? }

  // The action of the environment is known, so that the variable is as good as a literal.
  function method WithAction(e: Expr, environment: Environment): Expr {
    if e == VariableE(Action) then EntityE(environment.action) else e
  }
  predicate method IsLiteral(e: Expr) { e.BoolE? || e.LongE? || e.StringE? || e.EntityE? }

  // Entities of different types are never equal, and literals are compared at once.
  function method TypeOfEqual(left: Expr, t: Type, right: Expr, u: Type, environment: Environment): Checked {
    var l, r := WithAction(left, environment), WithAction(right, environment);
    if t.EntityT? && u.EntityT? && t != u then Only(BoolT(AlwaysFalse))
    else if IsLiteral(l) && IsLiteral(r) then Only(Singleton(l == r))
    else if Join(t, u).Some? then Only(BoolT(AnyBool))
    else Untyped
  }

  // Of a known action and known containers the schema says the answer; else it says which types can be in which.
  function method TypeOfIn(left: Expr, t: Type, right: Expr, u: Type, environment: Environment, schema: Schema): Checked {
    if !t.EntityT? || !(u.EntityT? || (u.SetT? && u.element.EntityT?)) then Untyped else
    var member := WithAction(left, environment);
    var containers := KnownEntities(right, environment);
    if member.EntityE? && member.uid in schema.actions && containers.Some? then
      var ancestors := schema.actions[member.uid].ancestors;
      Only(Singleton(exists uid :: uid in containers.value && (uid == member.uid || uid in ancestors)))
    else if CanBeIn(t.ty, if u.EntityT? then u.ty else u.element.ty, schema) then Only(BoolT(AnyBool))
    else Only(BoolT(AlwaysFalse))
  }

  // The entities that an expression stands for, if it is a literal, or a set of literals.
  function method KnownEntities(e: Expr, environment: Environment): Option<set<EntityUid>> {
    var single := WithAction(e, environment);
    if single.EntityE? then Some({single.uid}) else if e.SetE? then AllKnown(e.elements, environment) else None
  }
  function method AllKnown(es: Exprs, environment: Environment): Option<set<EntityUid>>
    decreases es
  {
    match es
    case NoExprs => Some({})
    case MoreExprs(first, rest) =>
      var single := WithAction(first, environment);
      var others := AllKnown(rest, environment);
      if single.EntityE? && others.Some? then Some({single.uid} + others.value) else None
  }

  // ---- attributes ----

  // What is asked for is there for sure, or one has to look, and then knows.
  function method IsThere(what: Capability, sure: bool, known: Capabilities): Checked {
    if sure || what in known then Typed(BoolT(AlwaysTrue), {what}) else Typed(BoolT(AnyBool), {what})
  }

  // A required attribute is in every record; but an entity need not be there, and then has no attributes.
  function method TypeOfHas(e: Expr, t: Type, name: string, known: Capabilities, schema: Schema): Checked {
    if !t.RecordT? && !t.EntityT? then Untyped else
    var attributes := AttributesOfType(t, schema);
    if name !in attributes then Only(BoolT(AlwaysFalse))
    else IsThere(AttributeIsThere(e, name), t.RecordT? && attributes[name].required, known)
  }

  // An optional attribute can be read only where it is known to be there.
  function method TypeOfGet(e: Expr, t: Type, name: string, known: Capabilities, schema: Schema): Checked {
    if !t.RecordT? && !t.EntityT? then Untyped else
    var attributes := AttributesOfType(t, schema);
    if name in attributes && (attributes[name].required || AttributeIsThere(e, name) in known)
    then Only(attributes[name].ty) else Untyped
  }

  function method AttributesOfType(t: Type, schema: Schema): map<string, AttributeType>
    requires t.RecordT? || t.EntityT?
  { if t.RecordT? then t.attributes else AttributesOf(t.ty, schema) }
}
