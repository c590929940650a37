include "Conformance.dfy"
// What may be known of a request and of entities before all is known.
module PartialData {
  import opened Values
  import opened Expressions
  import opened Hierarchy
  import opened Evaluator
  import opened Schemas
  import opened Conformance

  // What is known of a value.
  datatype PartialValue =
    | Exactly(value: Value)
    | SomeEntity(entityType: string)                               // an entity of this type
    | SomeRecord(fields: map<string, PartialValue>, closed: bool)  // it has these fields; if closed, no others
    | Anything

  // What is known of a record with these fields: all, if all of each is known and there are no others.
  function method RecordOf(fields: map<string, PartialValue>, closed: bool): PartialValue {
    if closed && forall k :: k in fields ==> fields[k].Exactly?
    then Exactly(RecordV(map k | k in fields :: fields[k].value))
    else SomeRecord(fields, closed)
  }

  datatype PartialRequest =
    PartialRequest(principal: PartialValue, action: PartialValue, resource: PartialValue, context: PartialValue)

  // An entity that is there. Its attributes and its tags are known as records are.
  datatype PartialEntity =
    PartialEntity(attributes: PartialValue, tags: PartialValue, ancestors: Option<set<EntityUid>>)

  // Some entities are known to be missing. Of others that are not listed, nothing is known; if the list is complete,
  // they are missing, too.
  datatype PartialEntities =
    PartialEntities(listed: map<EntityUid, PartialEntity>, missing: set<EntityUid>, complete: bool)

  // With a schema, it is also known that the full data will conform to it.
  datatype Knowledge = Knowledge(request: PartialRequest, entities: PartialEntities, schema: Option<Schema>)

  // ---- what fits the knowledge ----

  predicate method Fits(v: Value, known: PartialValue)
    decreases known
  {
    match known
    case Exactly(value) => v == value
    case SomeEntity(entityType) => v.EntityV? && v.uid.ty == entityType
    case SomeRecord(fields, closed) =>
      && v.RecordV?
      && (forall k :: k in fields ==> k in v.fields && Fits(v.fields[k], fields[k]))
      && (closed ==> forall k :: k in v.fields ==> k in fields)
    case Anything => true
  }

  predicate method RequestFits(request: Request, known: PartialRequest) {
    && Fits(EntityV(request.principal), known.principal)
    && Fits(EntityV(request.action), known.action)
    && Fits(EntityV(request.resource), known.resource)
    && Fits(RecordV(request.context), known.context)
  }

  predicate method EntityFits(uid: EntityUid, known: PartialEntity, entities: Entities) {
    && uid in entities
    && Fits(RecordV(entities[uid].attributes), known.attributes)
    && Fits(RecordV(entities[uid].tags), known.tags)
    && (known.ancestors.Some? ==> Ancestors(uid, entities) == known.ancestors.value)
  }

  // Whether it is known that the entity is not there.
  predicate method IsMissing(uid: EntityUid, known: PartialEntities) {
    uid !in known.listed && (known.complete || uid in known.missing)
  }

  predicate method EntitiesFit(entities: Entities, known: PartialEntities) {
    && (forall uid :: uid in known.listed ==> EntityFits(uid, known.listed[uid], entities))
    && (forall uid :: uid in entities ==> !IsMissing(uid, known))
  }

  // The full data that a request may yet turn out to have.
  predicate method Completes(env: Env, known: Knowledge) {
    && RequestFits(env.request, known.request)
    && EntitiesFit(env.entities, known.entities)
    && (known.schema.Some? ==>
        RequestConforms(env.request, known.schema.value) && EntitiesConform(env.entities, known.schema.value))
  }

  // What a schema tells of its actions: that they are there, and what they are in.
  function method WithActions(known: Knowledge): Knowledge {
    if known.schema.None? then known else
    var listed, actions := known.entities.listed, known.schema.value.actions;
    var all := map uid | uid in listed.Keys + actions.Keys ::
      if uid in listed then listed[uid]
      else PartialEntity(Exactly(RecordV(map[])), Exactly(RecordV(map[])), Some(actions[uid].ancestors));
    Knowledge(known.request, PartialEntities(all, known.entities.missing, known.entities.complete), known.schema)
  }

  // All there is to know of an entity.
  function method KnownEntity(uid: EntityUid, entities: Entities): PartialEntity
    requires uid in entities
  {
    PartialEntity(
      Exactly(RecordV(entities[uid].attributes)), Exactly(RecordV(entities[uid].tags)), Some(Ancestors(uid, entities)))
  }

  // ---- looking things up ----

  function method PartOf(variable: Variable, request: PartialRequest): PartialValue {
    match variable
    case Principal => request.principal
    case Action => request.action
    case Resource => request.resource
    case Context => request.context
  }

  // Whether something is there, or with which error it is not.
  datatype Finding = Found(known: PartialValue) | Lacking(error: Error) | Untold

  function method FieldOf(record: PartialValue, name: string, missing: Error): Finding {
    match record
    case Exactly(value) =>
      if !value.RecordV? then Lacking(TypeError)
      else if name in value.fields then Found(Exactly(value.fields[name])) else Lacking(missing)
    case SomeEntity(entityType) => Untold
    case SomeRecord(fields, closed) =>
      if name in fields then Found(fields[name]) else if closed then Lacking(missing) else Untold
    case Anything => Untold
  }

  function method AttributeOf(uid: EntityUid, name: string, entities: PartialEntities): Finding {
    if uid in entities.listed then FieldOf(entities.listed[uid].attributes, name, MissingAttribute)
    else if IsMissing(uid, entities) then Lacking(MissingEntity)
    else Untold
  }

  function method TagOf(uid: EntityUid, tag: string, entities: PartialEntities): Finding {
    if uid in entities.listed then FieldOf(entities.listed[uid].tags, tag, MissingTag)
    else if IsMissing(uid, entities) then Lacking(MissingEntity)
    else Untold
  }

  function method AncestorsOf(uid: EntityUid, entities: PartialEntities): Option<set<EntityUid>> {
    if uid in entities.listed then entities.listed[uid].ancestors
    else if IsMissing(uid, entities) then Some({})
    else None
  }
}
