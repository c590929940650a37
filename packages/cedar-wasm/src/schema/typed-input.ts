import { contextFromPlain, Entities, type EntityUid, type RecordValue } from "@deodar/core";
import type { Request } from "@deodar/evaluator";
import type { JsonValue } from "@deodar/json";
import type { Schema } from "@deodar/schema";
import { jsonError } from "../detailed-error.ts";
import type { Errors } from "../requests/errors.ts";

/** Reads a context, by its declaration if there is a schema and an action, or notes the error. */
export function readContext(
  json: JsonValue,
  schema: Schema | undefined,
  action: EntityUid | undefined,
  errors: Errors,
): RecordValue | undefined {
  if (schema !== undefined && action !== undefined) throw new Error("TODO");
  const context = contextFromPlain(json);
  if (context.ok) return context.value;
  errors.push(jsonError(context.errors, ""));
  return undefined;
}

/** Reads entities, by their declarations if there is a schema, or notes the error. */
export function readEntities(json: JsonValue, schema: Schema | undefined, errors: Errors): Entities | undefined {
  if (schema !== undefined) throw new Error("TODO");
  const entities = Entities.fromPlain(json);
  if (entities.ok) return entities.value;
  errors.push(jsonError(entities.errors, ""));
  return undefined;
}

/** Whether a request conforms to the schema; notes the error if it does not. */
export function checkRequest(request: Request, schema: Schema, errors: Errors): boolean {
  throw new Error(`TODO ${request.action.id} ${schema.kind} ${errors.length}`);
}

/** Whether a context is one that the action declares; notes the error if it is not. */
export function checkContext(context: RecordValue, schema: Schema, action: EntityUid, errors: Errors): boolean {
  throw new Error(`TODO ${context.kind} ${schema.kind} ${action.id} ${errors.length}`);
}
