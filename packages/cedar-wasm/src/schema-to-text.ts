import type { Result } from "@deodar/diagnostics";
import { printSchemaFragment, resolveSchema } from "@deodar/schema";
import { jsonError } from "./detailed-error.ts";
import { jsonOf } from "./input/json-of.ts";
import { formatOf, isFoundInReading, parseFragment, resolutionError, warningsOf } from "./schema/load-schema.ts";
import type { DetailedError } from "./types/errors.ts";
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
  const printed = printSchemaFragment(fragment);
  const resolved = resolveSchema([fragment]);
  if (!printed.ok || !resolved.ok) return { type: "failure", errors: [firstFault(printed, resolved, text)] };
  return { type: "success", text: printed.value, warnings: warningsOf(resolved.warnings, text) };
}

/**
 * The reference tells what it cannot write before what is wrong with the meaning, unless it finds that in reading. What it
 * would write in spite of all comes last.
 */
function firstFault(printed: Result<unknown>, resolved: Result<unknown>, text: string | undefined): DetailedError {
  const unwritten = printed.ok ? [] : printed.errors;
  const wrong = resolved.ok ? [] : resolved.errors;
  const isLast = unwritten[0]?.code === "schema/unwritable" || wrong.some(isFoundInReading);
  return unwritten.length === 0 || (isLast && wrong.length > 0)
    ? resolutionError(wrong, text, formatOf(text))
    : jsonError(unwritten, "");
}
