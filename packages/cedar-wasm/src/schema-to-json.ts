import { resolveSchema, schemaFragmentToJson } from "@deodar/schema";
import { jsonOf } from "./input/json-of.ts";
import { plainJson } from "./plain-json.ts";
import { formatOf, parseFragment, resolutionError, warningsOf } from "./schema/load-schema.ts";
import type { Schema, SchemaJson, SchemaToJsonAnswer } from "./types/schemas.ts";

/**
 * The JSON form of a schema, given as text or JSON, if it is a valid one.
 *
 * Source: https://docs.cedarpolicy.com/schema/json-schema.html
 */
export function schemaToJson(schema: Schema): SchemaToJsonAnswer {
  const parsed = parseFragment(jsonOf(schema));
  if (!parsed.ok) return { type: "failure", errors: [parsed.error] };
  const { fragment, text } = parsed.value;
  const resolved = resolveSchema([fragment]);
  // The reference checks the JSON that it has made, which has no places.
  if (!resolved.ok) return { type: "failure", errors: [resolutionError(resolved.errors, undefined, formatOf(text))] };
  const json = plainJson(schemaFragmentToJson(fragment)) as SchemaJson<string>;
  return { type: "success", json, warnings: warningsOf(resolved.warnings, text) };
}
