import { contextFromPlain, Entities, type EntityUid, type RecordValue } from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { type Schema, typedContextFromPlain } from "@deodar/schema";
import { checkedEntitiesFromPlain, validateContext } from "@deodar/validator";
import type { Errors } from "../requests/errors.ts";
import { inputError } from "../requests/input-error.ts";

/** Reads a context, by its declaration if there is a schema and an action, or notes the error. */
export function readContext(
  json: JsonValue,
  schema: Schema | undefined,
  action: EntityUid | undefined,
  errors: Errors,
): RecordValue | undefined {
  const typed = schema !== undefined && action !== undefined;
  const context = typed ? typedContextFromPlain(json, schema, action) : contextFromPlain(json);
  return valueOrError(context, json, errors);
}

/** Reads entities, by their declarations if there is a schema, or notes the error. */
export function readEntities(json: JsonValue, schema: Schema | undefined, errors: Errors): Entities | undefined {
  const entities = schema === undefined ? Entities.fromPlain(json) : checkedEntitiesFromPlain(json, schema);
  return valueOrError(entities, json, errors);
}

/** Whether a context is one that the action declares; notes the error if it is not. */
export function checkContext(
  context: RecordValue,
  schema: Schema,
  action: EntityUid,
  json: JsonValue,
  errors: Errors,
): void {
  valueOrError(validateContext(context, action, schema), json, errors);
}

/** The value, or `undefined` once its error is noted. */
export function valueOrError<T>(result: Result<T>, json: JsonValue, errors: Errors): T | undefined {
  if (result.ok) return result.value;
  errors.push(inputError(result.errors, json, ""));
  return undefined;
}
