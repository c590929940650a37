import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import type { SchemaFragment } from "../ast.ts";
import { maxFaults } from "../limits.ts";
import type { Schema } from "../model.ts";
import { resolveActions } from "./actions.ts";
import { type Definitions, gatherDefinitions } from "./definitions.ts";
import { resolveEntityTypes } from "./entity-types.ts";
import { findMisplacedTypes } from "./misplaced-types.ts";
import { findUnknownNames } from "./references.ts";
import { findRestricted } from "./restricted.ts";
import { findHiddenNames, findShadowing } from "./shadowing.ts";
import { TypeBuilder } from "./types.ts";

/**
 * Resolves the names in fragments that together make up a schema; fragments see each other's declarations, whatever
 * their order. Time and memory are linear in the size of the fragments.
 *
 * @param fragments what `parseSchemaFragment` and its counterpart for JSON give; a namespace may be in several
 * @returns the schema, with warnings about names that hide others; or what is wrong. Errors have labels in the text that
 *   the fragment was read from, or the path of the declaration in its JSON; if there are several fragments, the path
 *   begins with the index of the fragment.
 *
 * Source: https://docs.cedarpolicy.com/schema/schema.html and RFCs 24 (names) and 70 (shadowing)
 */
export function resolveSchema(fragments: readonly SchemaFragment[]): Result<Schema> {
  const definitions = gatherDefinitions(fragments);
  for (const find of checks) {
    const faults = find(definitions);
    if (faults.length > 0) return failure(faults.slice(0, maxFaults));
  }
  const builder = new TypeBuilder(definitions);
  const entityTypes = resolveEntityTypes(definitions, builder);
  const actions = resolveActions(definitions, builder);
  const schema: Schema = { kind: "schema", entityTypes, actions };
  const faults = [...builder.faults, ...findMisplacedTypes(definitions, schema)];
  return faults.length > 0 ? failure(faults.slice(0, maxFaults)) : success(schema, findHiddenNames(definitions));
}

/** In the order of the reference. What comes later is judged only if nothing was found before. */
const checks: readonly ((definitions: Definitions) => readonly Diagnostic[])[] = [
  findRestricted,
  findShadowing,
  (definitions) => [...findUnknownNames(definitions), ...definitions.duplicates],
];
