import { plainError } from "./detailed-error.ts";
import { jsonOf } from "./input/json-of.ts";
import { textArgument } from "./input/text-argument.ts";
import { preparsedEntities, preparsedSchemas } from "./preparsed-store.ts";
import type { Errors } from "./requests/errors.ts";
import { readEntities } from "./schema/typed-input.ts";
import type { Entities } from "./types/entities.ts";
import type { CheckParseAnswer } from "./types/errors.ts";

/**
 * Reads entities once, for any number of calls of `statefulIsAuthorized` that name them as `preparsedEntitiesId`; those
 * of the same id are replaced. With the name of a preparsed schema they are read and checked under that, and can only
 * be used together with it. If they cannot be read, nothing changes. Not in the reference.
 *
 * Throws if the id or the name is no string.
 */
export function preparseEntities(id: string, entities: Entities, preparsedSchemaName?: string): CheckParseAnswer {
  const key = textArgument(id, "id");
  const name = preparsedSchemaName === undefined ? undefined : textArgument(preparsedSchemaName, "preparsedSchemaName");
  const schema = name === undefined ? undefined : preparsedSchemas.get(name);
  if (name !== undefined && schema === undefined) {
    return { type: "failure", errors: [plainError(`preparsed schema '${name}' not found`)] };
  }
  const errors: Errors = [];
  const read = readEntities(jsonOf(entities), schema, errors);
  if (read === undefined) return { type: "failure", errors };
  preparsedEntities.set(key, { entities: read, schema });
  return { type: "success" };
}

/** Forgets preparsed entities; false if there are none with this id. Not in the reference. */
export function dropPreparsedEntities(id: string): boolean {
  return preparsedEntities.delete(id);
}

/** The ids of all preparsed entities, oldest first. Not in the reference. */
export function preparsedEntitiesIds(): string[] {
  return [...preparsedEntities.keys()];
}

/** How many sets of preparsed entities there are. Not in the reference. */
export function preparsedEntitiesCount(): number {
  return preparsedEntities.size;
}
