include "Schemas.dfy"
include "Hierarchy.dfy"
// Whether entities are as a schema says.
module EntityValidation {
  import opened Values
  import opened Types
  import opened Schemas
  import opened Hierarchy

  // Entities of enumerated types have one of the listed ids, and actions are declared, wherever their uids stand.
  predicate method IsValidUid(uid: EntityUid, schema: Schema) {
    HasDeclaredId(uid, schema) && (IsActionType(uid.ty) ==> uid in schema.actions)
  }

  predicate method HasValidUids(v: Value, schema: Schema)
    decreases v
  {
    match v
    case EntityV(uid) => IsValidUid(uid, schema)
    case SetV(elements) => forall x :: x in elements ==> HasValidUids(x, schema)
    case RecordV(fields) => forall k :: k in fields ==> HasValidUids(fields[k], schema)
    case BoolV(b) => true case LongV(i) => true case StringV(s) => true case DecimalV(units) => true
    case IpV(ip) => true case DatetimeV(epoch) => true case DurationV(millis) => true
  }

  predicate method IsValidValue(v: Value, t: Type, schema: Schema) { InstanceOf(v, t) && HasValidUids(v, schema) }

  predicate method IsValidEntity(uid: EntityUid, entities: Entities, schema: Schema)
    requires uid in entities
  {
    if IsActionType(uid.ty) then IsValidAction(uid, entities, schema)
    else uid.ty in schema.entityTypes && HasDeclaredId(uid, schema) &&
      IsAsDeclared(entities[uid], schema.entityTypes[uid.ty], schema)
  }

  // The required attributes and no undeclared ones, tags if there may be any, parents of the right types.
  predicate method IsAsDeclared(entity: Entity, declared: EntityType, schema: Schema) {
    && IsValidValue(RecordV(entity.attributes), RecordT(declared.attributes), schema)
    && (forall tag :: tag in entity.tags ==>
        declared.tags.Some? && IsValidValue(entity.tags[tag], declared.tags.value, schema))
    && (forall parent :: parent in entity.parents ==> parent.ty in declared.ancestors && IsValidUid(parent, schema))
  }

  // An action among the entities is exactly what the schema declares.
  predicate method IsValidAction(action: EntityUid, entities: Entities, schema: Schema)
    requires action in entities
  {
    && action in schema.actions
    && entities[action].attributes == map[] && entities[action].tags == map[]
    && Ancestors(action, entities) == schema.actions[action].ancestors
  }

  predicate method AreValidEntities(entities: Entities, schema: Schema) {
    forall uid :: uid in entities ==> IsValidEntity(uid, entities, schema) && uid !in Ancestors(uid, entities)
  }

  // The entities together with the schema's actions, which need not be given.
  function method WithActions(entities: Entities, schema: Schema): Entities {
    map uid | uid in entities.Keys + schema.actions.Keys ::
      if uid in entities then entities[uid] else Entity(map[], map[], schema.actions[uid].ancestors)
  }
}
