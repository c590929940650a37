include "Types.dfy"
// Schemas, with all names resolved and common types written out.
module Schemas {
  import opened Values
  import opened Types

  // What is declared of an entity type. `ancestors` are the types of the entities that such an entity can be in.
  // With `ids`, it can have no other ids than these (an enumerated entity type).
  datatype EntityType = EntityType(
    attributes: map<string, AttributeType>,
    tags: Option<Type>,
    ancestors: set<string>,
    ids: Option<set<string>>)

  // What is declared of an action: the principals and resources that it applies to, its context, and the actions that
  // it is in, directly or not.
  datatype ActionType = ActionType(
    principals: set<string>,
    resources: set<string>,
    context: map<string, AttributeType>,
    ancestors: set<EntityUid>)

  // Action types are not declared; only actions are.
  datatype Schema = Schema(entityTypes: map<string, EntityType>, actions: map<EntityUid, ActionType>)

  // A request environment: the types of the parts of a request. There is one for each action and each pair of a
  // principal's and a resource's type that the action applies to.
  datatype Environment = Environment(
    principal: string,
    action: EntityUid,
    resource: string,
    context: map<string, AttributeType>)

  function method EnvironmentFor(principal: string, action: EntityUid, resource: string, schema: Schema): Environment
    requires action in schema.actions
  { Environment(principal, action, resource, schema.actions[action].context) }

  function method Environments(schema: Schema): set<Environment> {
    set action, principal, resource | action in schema.actions &&
      principal in schema.actions[action].principals && resource in schema.actions[action].resources ::
      EnvironmentFor(principal, action, resource, schema)
  }

  // Entity types named `Action`, in whatever namespace, are those of actions.
  predicate method IsActionType(ty: string) {
    ty == "Action" || (|ty| >= 8 && ty[|ty| - 8..] == "::Action")
  }

  // What every schema is: its actions are of action types, and no action type is declared as an entity type.
  predicate method IsSchema(schema: Schema) {
    && (forall action :: action in schema.actions ==> IsActionType(action.ty))
    && (forall ty :: ty in schema.entityTypes ==> !IsActionType(ty))
  }

  // Entity types that policies may name.
  predicate method IsKnownType(ty: string, schema: Schema) { IsActionType(ty) || ty in schema.entityTypes }

  // Whether the schema knows of this entity: a declared action, or any of a declared entity type.
  predicate method IsDeclared(uid: EntityUid, schema: Schema) {
    if IsActionType(uid.ty) then uid in schema.actions else uid.ty in schema.entityTypes
  }

  // Whether the id is one that entities of its type can have.
  predicate method HasDeclaredId(uid: EntityUid, schema: Schema) {
    uid.ty in schema.entityTypes && schema.entityTypes[uid.ty].ids.Some? ==> uid.id in schema.entityTypes[uid.ty].ids.value
  }

  // The attributes that entities of this type can have. Actions have none.
  function method AttributesOf(ty: string, schema: Schema): map<string, AttributeType> {
    if ty in schema.entityTypes then schema.entityTypes[ty].attributes else map[]
  }

  // The type of the tags of entities of this type, if they can have tags.
  function method TagsOf(ty: string, schema: Schema): Option<Type> {
    if ty in schema.entityTypes then schema.entityTypes[ty].tags else None
  }

  // Whether an entity of type `ty` can be in one of type `container`.
  predicate method CanBeIn(ty: string, container: string, schema: Schema) {
    || ty == container
    || (ty in schema.entityTypes && container in schema.entityTypes[ty].ancestors)
    || (exists action, ancestor :: action in schema.actions && ancestor in schema.actions[action].ancestors
        && action.ty == ty && ancestor.ty == container)
  }
}
