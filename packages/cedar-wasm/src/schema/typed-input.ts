import {
  contextFromJsonValue,
  EntityStore,
  type EntityUid,
  entitiesFromJsonValue,
  type RecordValue,
} from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { type Schema, typedContextFromJsonValue } from "@deodar/schema";
import { checkedEntitiesFromJsonValue, validateContext } from "@deodar/validator";
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
  const context = typed ? typedContextFromJsonValue(json, schema, action) : contextFromJsonValue(json);
  return valueOrError(context, json, errors);
}

/** Reads entities, by their declarations if there is a schema, or notes the error. */
export function readEntities(json: JsonValue, schema: Schema | undefined, errors: Errors): EntityStore | undefined {
  const entities = schema === undefined ? untypedEntities(json) : checkedEntitiesFromJsonValue(json, schema);
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

function untypedEntities(json: JsonValue): Result<EntityStore> {
  const entities = entitiesFromJsonValue(json);
  return entities.ok ? EntityStore.of(entities.value) : entities;
}
