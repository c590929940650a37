include "Prospects.dfy"
// Type-aware partial evaluation: evaluates what is known already, and leaves the rest for later.
module PartialEvaluation {
  import opened Values
  import opened Patterns
  import opened Expressions
  import opened Schemas
  import opened Extensions
  import opened Evaluator
  import opened Residuals
  import opened PartialData
  import opened Prospects

  function method PartiallyEvaluate(e: Expr, known: Knowledge): Residual { Reduce(ResidualOf(e), known) }

  // The residual with all evaluated in it that can be. Once more is known, what is left can be reduced further.
  function method Reduce(r: Residual, known: Knowledge): Residual
    decreases r
  {
    match r
    case ValueR(value) => r
    case ErrorR(error) => r
    case VariableR(variable) => ReduceVariable(variable, known)
    case AndR(left, right) => ReduceAnd(Reduce(left, known), Reduce(right, known), known)
    case OrR(left, right) => ReduceOr(Reduce(left, known), Reduce(right, known), known)
    case IfR(test, yes, no) => ReduceIf(Reduce(test, known), Reduce(yes, known), Reduce(no, known))
    case UnaryR(op, arg) => ReduceUnary(op, Reduce(arg, known))
    case BinaryR(op, left, right) => ReduceBinary(op, Reduce(left, known), Reduce(right, known), known)
    case LikeR(arg, pattern) => ReduceLike(Reduce(arg, known), pattern)
    case IsR(arg, entityType) => ReduceIs(Reduce(arg, known), entityType, known)
    case HasR(arg, name) => ReduceHas(Reduce(arg, known), name, known)
    case GetR(arg, name) => ReduceGet(Reduce(arg, known), name, known)
    case SetR(elements) => ReduceSet(ReduceAll(elements, known))
    case RecordR(fields) => ReduceRecord(ReduceFields(fields, known))
    case CallR(fn, args) => ReduceCall(fn, ReduceAll(args, known))
  }
  function method ReduceAll(rs: ResidualList, known: Knowledge): ResidualList
    decreases rs
  {
    match rs
    case NoResiduals => NoResiduals
    case MoreResiduals(first, rest) => MoreResiduals(Reduce(first, known), ReduceAll(rest, known))
  }
  function method ReduceFields(fields: ResidualFields, known: Knowledge): ResidualFields
    decreases fields
  {
    match fields
    case NoResidualFields => NoResidualFields
    case MoreResidualFields(key, field, others) => MoreResidualFields(key, Reduce(field, known), ReduceFields(others, known))
  }

  function method Done(result: Result): Residual { if result.Ok? then ValueR(result.value) else ErrorR(result.error) }

  // ---- each operator, its operands reduced ----

  function method ReduceVariable(variable: Variable, known: Knowledge): Residual {
    var part := PartOf(variable, known.request);
    if part.Exactly? then ValueR(part.value) else VariableR(variable)
  }

  function method ReduceAnd(a: Residual, b: Residual, known: Knowledge): Residual {
    if a.ErrorR? then a
    else if a.ValueR? then
      if !a.value.BoolV? then ErrorR(TypeError) else if a.value.b then ReduceToBool(b, true, known) else a
    // The right operand must not hide that the left may fail, or not be a boolean.
    else if b == ValueR(BoolV(true)) && GivesBool(a, known) then a
    else if b == ValueR(BoolV(false)) && GivesBool(a, known) && CannotFail(a, known) then b
    else AndR(a, b)
  }

  function method ReduceOr(a: Residual, b: Residual, known: Knowledge): Residual {
    if a.ErrorR? then a
    else if a.ValueR? then
      if !a.value.BoolV? then ErrorR(TypeError) else if a.value.b then a else ReduceToBool(b, false, known)
    else if b == ValueR(BoolV(false)) && GivesBool(a, known) then a
    else if b == ValueR(BoolV(true)) && GivesBool(a, known) && CannotFail(a, known) then b
    else OrR(a, b)
  }

  // The right operand, where the left is known and leaves it to the right. It still has to be a boolean.
  function method ReduceToBool(b: Residual, left: bool, known: Knowledge): Residual {
    if b.ErrorR? || GivesBool(b, known) then b
    else if b.ValueR? then ErrorR(TypeError)
    else if left then AndR(ValueR(BoolV(true)), b) else OrR(ValueR(BoolV(false)), b)
  }

  function method ReduceIf(test: Residual, yes: Residual, no: Residual): Residual {
    if test.ErrorR? then test
    else if !test.ValueR? then IfR(test, yes, no)
    else if !test.value.BoolV? then ErrorR(TypeError)
    else if test.value.b then yes else no
  }

  function method ReduceUnary(op: UnaryOp, a: Residual): Residual {
    if a.ErrorR? then a else if a.ValueR? then Done(ApplyUnary(op, a.value)) else UnaryR(op, a)
  }

  function method ReduceBinary(op: BinaryOp, a: Residual, b: Residual, known: Knowledge): Residual {
    if a.ErrorR? then a
    else if a.ValueR? && b.ErrorR? then b
    else if op == Equal && Differ(Look(a, known), Look(b, known)) then ValueR(BoolV(false))
    else if op == In && b.ValueR? && NeverIn(Look(a, known), b.value, known.schema) then ValueR(BoolV(false))
    else if a.ValueR? && b.ValueR? then ReduceKnown(op, a.value, b.value, known.entities)
    else BinaryR(op, a, b)
  }

  function method ReduceKnown(op: BinaryOp, v: Value, w: Value, entities: PartialEntities): Residual {
    if op == In then ReduceIn(v, w, entities)
    else if op == HasTag then ReduceHasTag(v, w, entities)
    else if op == GetTag then ReduceGetTag(v, w, entities)
    else Done(ApplyBinary(op, v, w, map[]))     // which does not look at entities
  }

  // Whether two values differ because one is an entity of another type than the other.
  predicate method Differ(x: PartialValue, y: PartialValue) {
    (x.SomeEntity? && !CanBeOf(x.entityType, y)) || (y.SomeEntity? && !CanBeOf(y.entityType, x))
  }
  predicate method CanBeOf(ty: string, known: PartialValue) {
    match known
    case Exactly(value) => value.EntityV? && value.uid.ty == ty
    case SomeEntity(entityType) => entityType == ty
    case SomeRecord(fields, closed) => false
    case Anything => true
  }

  function method UidsIn(v: Value): set<EntityUid> {
    if v.EntityV? then {v.uid} else if v.SetV? then set x | x in v.elements && x.EntityV? :: x.uid else {}
  }

  // Whether the schema has no entity of that type in any of these.
  predicate method NeverIn(a: PartialValue, container: Value, schema: Option<Schema>) {
    a.SomeEntity? && schema.Some? && IsContainer(container) &&
      forall uid :: uid in UidsIn(container) ==> !CanBeIn(a.entityType, uid.ty, schema.value)
  }

  // An entity is in itself even if nothing is known of it, and in nothing if there is nothing.
  function method ReduceIn(v: Value, w: Value, entities: PartialEntities): Residual {
    if !v.EntityV? || !IsContainer(w) then ErrorR(TypeError) else
    var containers := UidsIn(w);
    var ancestors := AncestorsOf(v.uid, entities);
    if v.uid in containers then ValueR(BoolV(true))
    else if containers == {} then ValueR(BoolV(false))
    else if ancestors.Some? then ValueR(BoolV(!(containers !! ancestors.value)))
    else BinaryR(In, ValueR(v), ValueR(w))
  }

  function method ReduceHasTag(v: Value, w: Value, entities: PartialEntities): Residual {
    if !v.EntityV? || !w.StringV? then ErrorR(TypeError) else
    match TagOf(v.uid, w.s, entities)
    case Found(known) => ValueR(BoolV(true))
    case Lacking(error) => ValueR(BoolV(false))
    case Untold => BinaryR(HasTag, ValueR(v), ValueR(w))
  }

  function method ReduceGetTag(v: Value, w: Value, entities: PartialEntities): Residual {
    if !v.EntityV? || !w.StringV? then ErrorR(TypeError)
    else OfFinding(TagOf(v.uid, w.s, entities), BinaryR(GetTag, ValueR(v), ValueR(w)))
  }

  // The value that was found or the error that it is not there; the residual as it was if neither is certain.
  function method OfFinding(finding: Finding, r: Residual): Residual {
    if finding.Found? && finding.known.Exactly? then ValueR(finding.known.value)
    else if finding.Lacking? then ErrorR(finding.error)
    else r
  }

  function method ReduceLike(a: Residual, pattern: Pattern): Residual {
    if a.ErrorR? then a
    else if !a.ValueR? then LikeR(a, pattern)
    else if a.value.StringV? then ValueR(BoolV(Like(a.value.s, pattern))) else ErrorR(TypeError)
  }

  function method ReduceIs(a: Residual, entityType: string, known: Knowledge): Residual {
    var seen := Look(a, known);
    if a.ErrorR? then a
    else if seen.SomeEntity? then ValueR(BoolV(seen.entityType == entityType))
    else if !a.ValueR? then IsR(a, entityType)
    else if a.value.EntityV? then ValueR(BoolV(a.value.uid.ty == entityType)) else ErrorR(TypeError)
  }

  function method ReduceHas(a: Residual, name: string, known: Knowledge): Residual {
    var finding := FindAttribute(Look(a, known), name, known.entities);
    if a.ErrorR? then a
    else if finding.Found? then ValueR(BoolV(true))
    else if finding.Untold? then HasR(a, name)
    else if finding.error == TypeError then ErrorR(TypeError) else ValueR(BoolV(false))
  }

  function method ReduceGet(a: Residual, name: string, known: Knowledge): Residual {
    if a.ErrorR? then a else OfFinding(FindAttribute(Look(a, known), name, known.entities), GetR(a, name))
  }

  function method ReduceSet(elements: ResidualList): Residual {
    var all := Gather(elements);
    if all.None? then SetR(elements)
    else if all.value.ErrAny? then ErrorR(all.value.error)
    else ValueR(SetV(set v | v in all.value.values))
  }

  function method ReduceCall(fn: ExtensionFunction, args: ResidualList): Residual {
    var all := Gather(args);
    if all.None? then CallR(fn, args)
    else if all.value.ErrAny? then ErrorR(all.value.error)
    else Done(CallExtension(fn, all.value.values))
  }

  // All values, or the first error; none if that is not known yet.
  function method Gather(rs: ResidualList): Option<Results>
    decreases rs
  {
    match rs
    case NoResiduals => Some(OkAll([]))
    case MoreResiduals(first, rest) =>
      if first.ErrorR? then Some(ErrAny(first.error))
      else if !first.ValueR? then None else
      var others := Gather(rest);
      if others.None? || others.value.ErrAny? then others else Some(OkAll([first.value] + others.value.values))
  }

  function method ReduceRecord(fields: ResidualFields): Residual {
    var all := GatherFields(fields, map[]);
    if all.None? then RecordR(fields) else Done(all.value)
  }
  function method GatherFields(fields: ResidualFields, before: map<string, Value>): Option<Result>
    decreases fields
  {
    match fields
    case NoResidualFields => Some(Ok(RecordV(before)))
    case MoreResidualFields(key, field, others) =>
      if field.ErrorR? then Some(Err(field.error))
      else if !field.ValueR? then None
      else GatherFields(others, before[key := field.value])
  }
}
