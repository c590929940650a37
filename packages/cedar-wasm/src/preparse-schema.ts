import { jsonOf } from "./input/json-of.ts";
import { textArgument } from "./input/text-argument.ts";
import { preparsedSchemas } from "./preparsed-store.ts";
import { loadSchema } from "./schema/load-schema.ts";
import type { CheckParseAnswer } from "./types/errors.ts";
import type { Schema } from "./types/schemas.ts";

/**
 * Parses a schema once, for any number of calls of `statefulIsAuthorized`; one of the same name is replaced. If it does
 * not parse, nothing changes.
 *
 * Throws if the name is no string.
 */
export function preparseSchema(schema_name: string, schema: Schema): CheckParseAnswer {
  const name = textArgument(schema_name, "schema_name");
  const loaded = loadSchema(jsonOf(schema));
  if (!loaded.ok) return { type: "failure", errors: [loaded.error] };
  preparsedSchemas.set(name, loaded.value.schema);
  return { type: "success" };
}

/** Forgets a preparsed schema; false if there is none of this name. Not in the reference. */
export function dropPreparsedSchema(name: string): boolean {
  return preparsedSchemas.delete(name);
}

/** The names of all preparsed schemas, oldest first. Not in the reference. */
export function preparsedSchemaNames(): string[] {
  return [...preparsedSchemas.keys()];
}

/** How many preparsed schemas there are. Not in the reference. */
export function preparsedSchemaCount(): number {
  return preparsedSchemas.size;
}
