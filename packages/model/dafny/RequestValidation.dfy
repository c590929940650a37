include "EntityValidation.dfy"
include "Evaluator.dfy"
// Whether a request is one that a schema foresees.
module RequestValidation {
  import opened Values
  import opened Types
  import opened Schemas
  import opened Evaluator
  import opened EntityValidation

  // The action is declared, applies to such a principal and resource, and has such a context.
  predicate method IsValidRequest(request: Request, schema: Schema) {
    && request.action in schema.actions
    && IsValidVariable(request.principal, schema.actions[request.action].principals, schema)
    && IsValidVariable(request.resource, schema.actions[request.action].resources, schema)
    && IsValidValue(RecordV(request.context), RecordT(schema.actions[request.action].context), schema)
  }

  predicate method IsValidVariable(uid: EntityUid, types: set<string>, schema: Schema) {
    uid.ty in schema.entityTypes && uid.ty in types && HasDeclaredId(uid, schema)
  }
}
