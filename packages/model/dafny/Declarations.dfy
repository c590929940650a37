include "Schemas.dfy"
include "Hierarchy.dfy"
// What a schema declares, and the schema that the declarations make: what may be in what is followed to the end.
module Declarations {
  import opened Values
  import opened Types
  import opened Schemas
  import opened Hierarchy

  // `parents` are the types, or the actions, that the declaration names after `in`.
  datatype EntityTypeDeclaration = EntityTypeDeclaration(
    attributes: map<string, AttributeType>,
    tags: Option<Type>,
    parents: set<string>,
    ids: Option<set<string>>)
  datatype ActionDeclaration = ActionDeclaration(
    principals: set<string>,
    resources: set<string>,
    context: map<string, AttributeType>,
    parents: set<EntityUid>)
  type EntityTypes = map<string, EntityTypeDeclaration>
  type Actions = map<EntityUid, ActionDeclaration>

  function method SchemaOf(types: EntityTypes, actions: Actions): Schema {
    var typesAbove, actionsAbove := TypeHierarchy(types), ActionHierarchy(actions);
    Schema(
      map ty | ty in types ::
        EntityType(types[ty].attributes, types[ty].tags, TypesAbove(ty, typesAbove), types[ty].ids),
      map action | action in actions ::
        ActionType(actions[action].principals, actions[action].resources, actions[action].context,
          Ancestors(action, actionsAbove)))
  }

  // Types are in types as entities are in entities: one stands for all of its type.
  function method Stand(ty: string): EntityUid { EntityUid(ty, "") }

  function method TypeHierarchy(types: EntityTypes): Entities {
    var stands := set ty | ty in types :: Stand(ty);
    map stand | stand in stands ::
      Entity(map[], map[], set ty | ty in types[stand.ty].parents && ty in types :: Stand(ty))
  }
  function method TypesAbove(ty: string, types: Entities): set<string> {
    set above | above in Ancestors(Stand(ty), types) :: above.ty
  }

  function method ActionHierarchy(actions: Actions): Entities {
    map action | action in actions :: Entity(map[], map[], set group | group in actions[action].parents && group in actions)
  }

  // Only actions have types named `Action`.
  predicate method AreNamedWell(types: EntityTypes, actions: Actions) {
    (forall ty :: ty in types ==> !IsActionType(ty)) && (forall action :: action in actions ==> IsActionType(action.ty))
  }

  // Types can be in themselves, actions cannot.
  predicate method HasNoActionCycle(schema: Schema) {
    forall action :: action in schema.actions ==> action !in schema.actions[action].ancestors
  }
}
