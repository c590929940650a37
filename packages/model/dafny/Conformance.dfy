include "Schemas.dfy"
include "Evaluator.dfy"
// What it means that a request and entities conform to a schema. The validator promises nothing about others.
module Conformance {
  import opened Values
  import opened Types
  import opened Schemas
  import opened Hierarchy
  import opened Evaluator

  // A request of this environment.
  predicate method IsOfEnvironment(request: Request, environment: Environment) {
    && request.principal.ty == environment.principal
    && request.action == environment.action
    && request.resource.ty == environment.resource
    && InstanceOf(RecordV(request.context), RecordT(environment.context))
  }

  // A request of one of the schema's environments: its action is declared and applies to such principals and
  // resources, and the context is as the action declares it.
  predicate method RequestConforms(request: Request, schema: Schema) {
    && request.action in schema.actions
    && request.principal.ty in schema.actions[request.action].principals
    && request.resource.ty in schema.actions[request.action].resources
    && InstanceOf(RecordV(request.context), RecordT(schema.actions[request.action].context))
  }

  // The attributes and tags have their types, and the entity is only in such entities as its type allows.
  predicate method EntityConforms(uid: EntityUid, entities: Entities, schema: Schema)
    requires uid in entities
  {
    if IsActionType(uid.ty) then
      && uid in schema.actions
      && entities[uid].attributes == map[] && entities[uid].tags == map[]
      && Ancestors(uid, entities) == schema.actions[uid].ancestors
    else
      && uid.ty in schema.entityTypes
      && InstanceOf(RecordV(entities[uid].attributes), RecordT(schema.entityTypes[uid.ty].attributes))
      && TagsConform(entities[uid].tags, schema.entityTypes[uid.ty].tags)
      && (forall ancestor :: ancestor in Ancestors(uid, entities) ==>
          ancestor.ty in schema.entityTypes[uid.ty].ancestors)
  }

  predicate method TagsConform(tags: map<string, Value>, t: Option<Type>) {
    forall tag :: tag in tags ==> t.Some? && InstanceOf(tags[tag], t.value)
  }

  // Every entity conforms, and all actions of the schema are there, in the actions that they are declared to be in.
  predicate method EntitiesConform(entities: Entities, schema: Schema) {
    && (forall uid :: uid in entities ==> EntityConforms(uid, entities, schema))
    && (forall action :: action in schema.actions ==> action in entities)
  }
}
