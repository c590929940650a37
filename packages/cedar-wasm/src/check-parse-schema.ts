import { jsonOf } from "./input/json-of.ts";
import { loadSchema } from "./schema/load-schema.ts";
import type { CheckParseAnswer } from "./types/errors.ts";
import type { Schema } from "./types/schemas.ts";

/**
 * Whether a schema, given as text or JSON, parses and all names in it resolve.
 *
 * Source: https://docs.cedarpolicy.com/schema/schema.html
 */
export function checkParseSchema(schema: Schema): CheckParseAnswer {
  const loaded = loadSchema(jsonOf(schema));
  return loaded.ok ? { type: "success" } : { type: "failure", errors: [loaded.error] };
}
