import { parseSchemaFragment, resolveNames, resolveSchema, schemaFragmentToJson } from "@deodar/schema";
import { textError } from "./detailed-error.ts";
import { textArgument } from "./input/text-argument.ts";
import { plainJson } from "./plain-json.ts";
import { resolutionError, warningsOf } from "./schema/load-schema.ts";
import type { DetailedError } from "./types/errors.ts";
import type { SchemaJson, SchemaToJsonWithResolvedTypesAnswer } from "./types/schemas.ts";

/**
 * The JSON form of a schema text, in which all names are full and each is known to be that of an entity type or of a
 * common type. The text has to declare all that it refers to.
 *
 * Throws if the argument is no string.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html#schema-typeDisambiguation
 */
export function schemaToJsonWithResolvedTypes(schema_str: string): SchemaToJsonWithResolvedTypesAnswer {
  const text = textArgument(schema_str, "schema_str");
  const parsed = parseSchemaFragment(text);
  if (!parsed.ok) return { type: "failure", errors: [textError(parsed.errors, text, "error parsing schema: ")] };
  const resolved = resolveNames(parsed.value);
  if (!resolved.ok) return { type: "failure", errors: [firstName(resolutionError(resolved.errors, text, undefined))] };
  const schema = resolveSchema([parsed.value]);
  return {
    type: "success",
    json: plainJson(schemaFragmentToJson(resolved.value)) as SchemaJson<string>,
    warnings: schema.ok ? warningsOf(schema.warnings, text) : [],
  };
}

/** The reference tells one name here, as it stops there, and all of them where it builds a schema. */
function firstName(error: DetailedError): DetailedError {
  return { ...error, message: error.message.replace(/^(failed to resolve type)s(: [^,]+).*/s, "$1$2") };
}
