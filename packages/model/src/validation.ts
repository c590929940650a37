import { EntityValidation, RequestValidation } from "./generated/model.js";
import type { ModelEntities, ModelRequest } from "./read-data.ts";
import type { ModelSchema } from "./read-schema.ts";

/**
 * Whether entities are as a schema says: declared, with attributes, tags and parents of the right types, and in no
 * cycle. Only the given entities are looked at, not the actions that reading them with a schema adds.
 */
export function validateEntities(entities: ModelEntities, schema: ModelSchema): boolean {
  return EntityValidation.__default.AreValidEntities(entities.given, schema.schema);
}

/** Whether the schema foresees such a request: its action, applied to such a principal and resource, in such a context. */
export function validateRequest(request: ModelRequest, schema: ModelSchema): boolean {
  return RequestValidation.__default.IsValidRequest(request.request, schema.schema);
}
