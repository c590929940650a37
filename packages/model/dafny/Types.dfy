include "Values.dfy"
// The types that the validator gives to expressions, and that schemas give to attributes.
module Types {
  import opened Values

  // A boolean that is known beforehand has a type of its own: such an expression need not be evaluated.
  datatype BoolType = AnyBool | AlwaysTrue | AlwaysFalse

  datatype Type =
    | BoolT(truth: BoolType)
    | LongT | StringT
    | EntityT(ty: string)                                // an entity of this entity type
    | SetT(element: Type)
    | RecordT(attributes: map<string, AttributeType>)    // these attributes and no others
    | DecimalT | IpT | DatetimeT | DurationT
  datatype AttributeType = AttributeType(ty: Type, required: bool)

  // Whether a value has a type.
  predicate method InstanceOf(v: Value, t: Type)
    decreases t
  {
    match t
    case BoolT(b) => v.BoolV? && InstanceOfBool(v.b, b)
    case LongT => v.LongV?
    case StringT => v.StringV?
    case EntityT(ty) => v.EntityV? && v.uid.ty == ty
    case SetT(element) => v.SetV? && forall x :: x in v.elements ==> InstanceOf(x, element)
    case RecordT(attributes) => v.RecordV?
      && (forall k :: k in v.fields ==> k in attributes && InstanceOf(v.fields[k], attributes[k].ty))
      && (forall k :: k in attributes && attributes[k].required ==> k in v.fields)
    case DecimalT => v.DecimalV?
    case IpT => v.IpV? && IsIp(v.ip)
    case DatetimeT => v.DatetimeV?
    case DurationT => v.DurationV?
  }
  predicate method InstanceOfBool(b: bool, t: BoolType) {
    match t case AnyBool => true case AlwaysTrue => b case AlwaysFalse => !b
  }

  // The least type that values of both types have; none if they are of different kinds. Entities of different types
  // have none, nor have records whose attributes differ in name or in being required.
  function method Join(t: Type, u: Type): Option<Type>
    decreases t
  {
    if t.BoolT? && u.BoolT? then Some(BoolT(if t.truth == u.truth then t.truth else AnyBool))
    else if t.SetT? && u.SetT? then
      var element := Join(t.element, u.element);
      if element.Some? then Some(SetT(element.value)) else None
    else if t.RecordT? && u.RecordT? then
      if t.attributes.Keys == u.attributes.Keys && (forall k :: k in t.attributes ==>
          t.attributes[k].required == u.attributes[k].required && Join(t.attributes[k].ty, u.attributes[k].ty).Some?)
      then Some(RecordT(map k | k in t.attributes ::
        AttributeType(Join(t.attributes[k].ty, u.attributes[k].ty).value, t.attributes[k].required)))
      else None
    else if t == u then Some(t) else None
  }
}
