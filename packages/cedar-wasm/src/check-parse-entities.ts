import type { JsonValue } from "@deodar/json";
import { jsonOf } from "./input/json-of.ts";
import { anything, readStructure } from "./input/shape.ts";
import type { Errors } from "./requests/errors.ts";
import { readOptionalSchema } from "./schema/load-schema.ts";
import { readEntities } from "./schema/typed-input.ts";
import type { EntitiesParsingCall } from "./types/calls.ts";
import type { CheckParseAnswer } from "./types/errors.ts";

const fields = [
  { name: "entities", required: true, check: anything },
  { name: "schema", required: false, check: anything },
];

/**
 * Whether entities can be read and, if there is a schema, conform to it.
 *
 * Throws if the argument has not the shape of a call.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html
 */
export function checkParseEntities(call: EntitiesParsingCall): CheckParseAnswer {
  const members = readStructure(jsonOf(call), "EntitiesParsingCall", fields, []);
  const errors: Errors = [];
  const schema = readOptionalSchema(members["schema"], errors, []);
  if (errors.length === 0) readEntities(members["entities"] as JsonValue, schema, errors);
  return errors.length === 0 ? { type: "success" } : { type: "failure", errors };
}
