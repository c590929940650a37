import type { JsonValue } from "@deodar/json";
import { jsonOf } from "./input/json-of.ts";
import { anything, type Members, readStructure } from "./input/shape.ts";
import type { Errors } from "./requests/errors.ts";
import { readUid } from "./requests/read-uid.ts";
import { readOptionalSchema } from "./schema/load-schema.ts";
import { checkContext, readContext } from "./schema/typed-input.ts";
import type { ContextParsingCall } from "./types/calls.ts";
import type { CheckParseAnswer } from "./types/errors.ts";

const fields = [
  { name: "context", required: true, check: anything },
  { name: "schema", required: false, check: anything },
  { name: "action", required: false, check: anything },
];

/**
 * Whether a context can be read and, if there are a schema and an action, is one that the action declares.
 *
 * Throws if the argument has not the shape of a call.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html
 */
export function checkParseContext(call: ContextParsingCall): CheckParseAnswer {
  const members = readStructure(jsonOf(call), "ContextParsingCall", fields, []);
  const errors: Errors = [];
  check(members, errors);
  return errors.length === 0 ? { type: "success" } : { type: "failure", errors };
}

/** Notes the first error only, as the reference does. */
function check(members: Members, errors: Errors): void {
  const given = members["action"] ?? null;
  const action = given === null ? undefined : readUid(given, "action", errors);
  if (errors.length > 0) return;
  const schema = readOptionalSchema(members["schema"], errors, []);
  if (errors.length > 0) return;
  const context = readContext(members["context"] as JsonValue, schema, action, errors);
  if (context !== undefined && schema !== undefined && action !== undefined) {
    checkContext(context, schema, action, members["context"] as JsonValue, errors);
  }
}
