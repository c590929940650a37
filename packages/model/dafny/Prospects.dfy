include "PartialData.dfy"
include "Residuals.dfy"
// What is known beforehand of the values that residuals will give.
module Prospects {
  import opened Values
  import opened Expressions
  import opened Types
  import opened Schemas
  import opened Residuals
  import opened PartialData

  // What is known of the residual's value. Unless that is nothing, it is also known that there is one.
  function method Look(r: Residual, known: Knowledge): PartialValue
    decreases r
  {
    match r
    case ValueR(value) => Exactly(value)
    case VariableR(variable) => PartOf(variable, known.request)
    case GetR(arg, name) =>
      var finding := FindAttribute(Look(arg, known), name, known.entities);
      if finding.Found? then finding.known else Anything
    case BinaryR(op, left, right) =>
      if op != GetTag then Anything else
      var finding := FindTag(Look(left, known), Look(right, known), known.entities);
      if finding.Found? then finding.known else Anything
    case ErrorR(error) => Anything case AndR(left, right) => Anything case OrR(left, right) => Anything
    case IfR(test, yes, no) => Anything case UnaryR(op, arg) => Anything case LikeR(arg, pattern) => Anything
    case IsR(arg, entityType) => Anything case HasR(arg, name) => Anything case SetR(elements) => Anything
    case RecordR(fields) => Anything case CallR(fn, args) => Anything
  }

  // The attribute of a value, an entity's or a record's.
  function method FindAttribute(owner: PartialValue, name: string, entities: PartialEntities): Finding {
    if owner.Exactly? && owner.value.EntityV? then AttributeOf(owner.value.uid, name, entities)
    else FieldOf(owner, name, MissingAttribute)
  }

  function method FindTag(owner: PartialValue, tag: PartialValue, entities: PartialEntities): Finding {
    if owner.Exactly? && owner.value.EntityV? && tag.Exactly? && tag.value.StringV?
    then TagOf(owner.value.uid, tag.value.s, entities) else Untold
  }

  // ---- types ----

  // The type of the residual's value, if it gives a value and if its type can be told.
  function method TypeFor(r: Residual, known: Knowledge): Option<Type>
    decreases r
  {
    match r
    case ValueR(value) => TypeOfValue(value)
    case ErrorR(error) => None
    case VariableR(variable) =>
      var part := PartOf(variable, known.request);
      if part.SomeEntity? then Some(EntityT(part.entityType))
      else if part.Exactly? then TypeOfValue(part.value)
      else if variable == Context then ContextType(known) else None
    case AndR(left, right) => Some(BoolT(AnyBool)) case OrR(left, right) => Some(BoolT(AnyBool))
    case IfR(test, yes, no) => if TypeFor(yes, known) == TypeFor(no, known) then TypeFor(yes, known) else None
    case UnaryR(op, arg) => if op == Negate then Some(LongT) else Some(BoolT(AnyBool))
    case BinaryR(op, left, right) =>
      if op == GetTag then TagType(TypeFor(left, known), known.schema)
      else if op == Add || op == Subtract || op == Multiply then Some(LongT)
      else Some(BoolT(AnyBool))
    case LikeR(arg, pattern) => Some(BoolT(AnyBool)) case IsR(arg, entityType) => Some(BoolT(AnyBool))
    case HasR(arg, name) => Some(BoolT(AnyBool))
    case GetR(arg, name) =>
      var declared := Declared(TypeFor(arg, known), name, known.schema);
      if declared.Some? then Some(declared.value.ty) else None
    case SetR(elements) =>
      var element := CommonType(elements, known);
      if element.Some? then Some(SetT(element.value)) else None
    case RecordR(fields) => None
    case CallR(fn, args) => if Asks(fn) then Some(BoolT(AnyBool)) else None
  }

  // The type that all of them have.
  function method CommonType(rs: ResidualList, known: Knowledge): Option<Type>
    decreases rs
  {
    match rs
    case NoResiduals => None
    case MoreResiduals(first, rest) =>
      if rest.NoResiduals? || CommonType(rest, known) == TypeFor(first, known) then TypeFor(first, known) else None
  }

  function method TypeOfValue(v: Value): Option<Type> {
    if v.BoolV? then Some(BoolT(AnyBool)) else if v.LongV? then Some(LongT) else if v.StringV? then Some(StringT)
    else if v.EntityV? then Some(EntityT(v.uid.ty)) else if v.DatetimeV? then Some(DatetimeT)
    else if v.DurationV? then Some(DurationT) else None
  }

  function method ContextType(known: Knowledge): Option<Type> {
    var action := known.request.action;
    if known.schema.Some? && action.Exactly? && action.value.EntityV? && action.value.uid in known.schema.value.actions
    then Some(RecordT(known.schema.value.actions[action.value.uid].context)) else None
  }

  // What a schema declares of an attribute.
  function method Declared(owner: Option<Type>, name: string, schema: Option<Schema>): Option<AttributeType> {
    var attributes :=
      if owner.Some? && owner.value.RecordT? then owner.value.attributes
      else if owner.Some? && owner.value.EntityT? && schema.Some? then AttributesOf(owner.value.ty, schema.value)
      else map[];
    if name in attributes then Some(attributes[name]) else None
  }

  function method TagType(owner: Option<Type>, schema: Option<Schema>): Option<Type> {
    if owner.Some? && owner.value.EntityT? && schema.Some? then TagsOf(owner.value.ty, schema.value) else None
  }

  // The extension functions that give a boolean.
  predicate method Asks(fn: ExtensionFunction) {
    || fn.LessThan? || fn.LessThanOrEqual? || fn.GreaterThan? || fn.GreaterThanOrEqual?
    || fn.IsIpv4? || fn.IsIpv6? || fn.IsLoopbackFn? || fn.IsMulticastFn? || fn.IsInRangeFn?
  }

  // ---- whether there will be a value ----

  predicate method GivesBool(r: Residual, known: Knowledge) {
    TypeFor(r, known).Some? && TypeFor(r, known).value.BoolT?
  }
  predicate method GivesString(r: Residual, known: Knowledge) { TypeFor(r, known) == Some(StringT) }
  predicate method GivesEntity(r: Residual, known: Knowledge) {
    || (r.VariableR? && r.variable != Context)
    || (TypeFor(r, known).Some? && TypeFor(r, known).value.EntityT?)
  }
  predicate method GivesRecord(r: Residual, known: Knowledge) {
    || r == VariableR(Context) || r.RecordR?
    || (TypeFor(r, known).Some? && TypeFor(r, known).value.RecordT?)
  }
  predicate method GivesSet(r: Residual, known: Knowledge) {
    if r.ValueR? then r.value.SetV? else r.SetR? || (TypeFor(r, known).Some? && TypeFor(r, known).value.SetT?)
  }
  // An entity or a set of entities.
  predicate method GivesContainers(r: Residual, known: Knowledge) {
    if r.ValueR? then IsContainer(r.value) else
    || GivesEntity(r, known)
    || (TypeFor(r, known).Some? && TypeFor(r, known).value.SetT? && TypeFor(r, known).value.element.EntityT?)
  }
  predicate method GiveComparable(left: Residual, right: Residual, known: Knowledge) {
    var t := TypeFor(left, known);
    t == TypeFor(right, known) && (t == Some(LongT) || t == Some(DatetimeT) || t == Some(DurationT))
  }
  predicate method IsContainer(v: Value) { v.EntityV? || (v.SetV? && forall x :: x in v.elements ==> x.EntityV?) }

  // Whether the residual gives a value, whatever its variables and the entities turn out to be.
  predicate method CannotFail(r: Residual, known: Knowledge)
    decreases r
  {
    match r
    case ValueR(value) => true
    case ErrorR(error) => false
    case VariableR(variable) => true
    case AndR(left, right) =>
      CannotFail(left, known) && CannotFail(right, known) && GivesBool(left, known) && GivesBool(right, known)
    case OrR(left, right) =>
      CannotFail(left, known) && CannotFail(right, known) && GivesBool(left, known) && GivesBool(right, known)
    case IfR(test, yes, no) =>
      CannotFail(test, known) && CannotFail(yes, known) && CannotFail(no, known) && GivesBool(test, known)
    case UnaryR(op, arg) => CannotFail(arg, known) && UnaryCannotFail(op, arg, known)
    case BinaryR(op, left, right) =>
      CannotFail(left, known) && CannotFail(right, known) && BinaryCannotFail(op, left, right, known)
    case LikeR(arg, pattern) => CannotFail(arg, known) && GivesString(arg, known)
    case IsR(arg, entityType) => CannotFail(arg, known) && GivesEntity(arg, known)
    case HasR(arg, name) => CannotFail(arg, known) && (GivesEntity(arg, known) || GivesRecord(arg, known))
    case GetR(arg, name) =>
      || !Look(r, known).Anything?
      || (CannotFail(arg, known) && AlwaysHas(TypeFor(arg, known), name))
    case SetR(elements) => NoneCanFail(elements, known)
    case RecordR(fields) => NoFieldCanFail(fields, known)
    case CallR(fn, args) => false
  }
  predicate method NoneCanFail(rs: ResidualList, known: Knowledge)
    decreases rs
  { match rs case NoResiduals => true case MoreResiduals(first, rest) => CannotFail(first, known) && NoneCanFail(rest, known) }
  predicate method NoFieldCanFail(fields: ResidualFields, known: Knowledge)
    decreases fields
  {
    match fields
    case NoResidualFields => true
    case MoreResidualFields(key, field, others) => CannotFail(field, known) && NoFieldCanFail(others, known)
  }

  predicate method UnaryCannotFail(op: UnaryOp, arg: Residual, known: Knowledge) {
    match op
    case Not => GivesBool(arg, known)
    case Negate => false
    case IsEmpty => GivesSet(arg, known)
  }

  predicate method BinaryCannotFail(op: BinaryOp, left: Residual, right: Residual, known: Knowledge) {
    match op
    case Equal => true
    case Less => GiveComparable(left, right, known)
    case LessOrEqual => GiveComparable(left, right, known)
    case Add => false case Subtract => false case Multiply => false
    case In => GivesEntity(left, known) && GivesContainers(right, known)
    case Contains => GivesSet(left, known)
    case ContainsAll => GivesSet(left, known) && GivesSet(right, known)
    case ContainsAny => GivesSet(left, known) && GivesSet(right, known)
    case HasTag => GivesEntity(left, known) && GivesString(right, known)
    case GetTag => false
  }

  // A required attribute of a record is there; that of an entity only if the entity is.
  predicate method AlwaysHas(owner: Option<Type>, name: string) {
    owner.Some? && owner.value.RecordT? && name in owner.value.attributes && owner.value.attributes[name].required
  }
}
