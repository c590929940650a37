import type { Result } from "@deodar/diagnostics";
import type { Schema } from "./model.ts";
import { parseSchemaFragment } from "./parse.ts";
import { resolveSchema } from "./resolve/resolve.ts";

/**
 * Reads a schema in the Cedar schema syntax and resolves all names in it.
 *
 * @param text one whole schema; offsets in the answer are in UTF-16 code units
 * @returns the schema, with warnings about names that hide others; or everything that is wrong, in syntax first
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html
 */
export function parseSchema(text: string): Result<Schema> {
  const fragment = parseSchemaFragment(text);
  return fragment.ok ? resolveSchema([fragment.value]) : fragment;
}
