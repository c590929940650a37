import { located } from "@deodar/core/json-reader";
import { failure, type Result } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { schemaFragmentFromJson, schemaFragmentFromJsonValue, schemaFragmentFromPlain } from "./json/from-json.ts";
import type { Schema } from "./model.ts";
import { resolveSchema } from "./resolve/resolve.ts";

/**
 * Reads a schema in the JSON schema format and resolves all names in it.
 *
 * @param json one whole schema
 * @returns the schema; or everything that is wrong, in form first, with paths in the document
 *
 * Source: https://docs.cedarpolicy.com/schema/json-schema.html
 */
export function schemaFromJsonValue(json: JsonValue): Result<Schema> {
  const fragment = schemaFragmentFromJsonValue(json);
  return fragment.ok ? resolveSchema([fragment.value]) : fragment;
}

/** Like {@link schemaFromJsonValue}, from JSON text; errors have places in it. */
export function schemaFromJson(text: string): Result<Schema> {
  const fragment = schemaFragmentFromJson(text);
  if (!fragment.ok) return fragment;
  const schema = resolveSchema([fragment.value]);
  if (schema.ok) return schema;
  return failure(schema.errors.map((error, index) => (index < maxPlaces ? located(error, text) : error)));
}

/** Like {@link schemaFromJsonValue}, from plain JavaScript: objects, arrays, strings and booleans. */
export function schemaFromPlain(value: unknown): Result<Schema> {
  const fragment = schemaFragmentFromPlain(value);
  return fragment.ok ? resolveSchema([fragment.value]) : fragment;
}

/** To find a place means to read the text once more, so only the first errors get one. */
const maxPlaces = 20;
