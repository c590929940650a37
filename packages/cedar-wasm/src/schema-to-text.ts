import { printSchemaFragment, resolveSchema } from "@deodar/schema";
import { jsonError } from "./detailed-error.ts";
import { jsonOf } from "./input/json-of.ts";
import { formatOf, parseFragment, resolutionError, warningsOf } from "./schema/load-schema.ts";
import type { Schema, SchemaToTextAnswer } from "./types/schemas.ts";

/**
 * The Cedar text of a schema, given as text or JSON, if it is a valid one; sorted by name, without comments.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html
 */
export function schemaToText(schema: Schema): SchemaToTextAnswer {
  const parsed = parseFragment(jsonOf(schema));
  if (!parsed.ok) return { type: "failure", errors: [parsed.error] };
  const { fragment, text } = parsed.value;
  const resolved = resolveSchema([fragment]);
  if (!resolved.ok) return { type: "failure", errors: [resolutionError(resolved.errors, text, formatOf(text))] };
  const printed = printSchemaFragment(fragment);
  if (!printed.ok) return { type: "failure", errors: [jsonError(printed.errors, "")] };
  return { type: "success", text: printed.value, warnings: warningsOf(resolved.warnings, text) };
}
