import type { JsonValue } from "@deodar/json";
import { jsonOf } from "./input/json-of.ts";
import { aPolicySet, readPolicySetInput } from "./input/policy-set-input.ts";
import { aBoolean, anything, type Field, readStructure } from "./input/shape.ts";
import { loadPolicySet } from "./policies/load-policy-set.ts";
import type { Errors } from "./requests/errors.ts";
import { readRequest, readVariables } from "./requests/read-request.ts";
import { respond } from "./requests/respond.ts";
import { readOptionalSchema } from "./schema/load-schema.ts";
import { readEntities } from "./schema/typed-input.ts";
import type { AuthorizationAnswer, AuthorizationCall } from "./types/calls.ts";
import type { DetailedError } from "./types/errors.ts";

const fields: readonly Field[] = [
  { name: "principal", required: true, check: anything },
  { name: "action", required: true, check: anything },
  { name: "resource", required: true, check: anything },
  { name: "context", required: true, check: anything },
  { name: "schema", required: "in lists", check: anything },
  { name: "validateRequest", required: false, check: aBoolean },
  { name: "policies", required: true, check: aPolicySet },
  { name: "entities", required: true, check: anything },
];

/**
 * Decides a request: parses the policies, the entities and, if there is one, the schema, and answers with the decision,
 * the policies that determine it and the errors of those that could not be evaluated; or with what does not parse.
 *
 * Throws if the argument has not the shape of a call.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export function isAuthorized(call: AuthorizationCall): AuthorizationAnswer {
  const members = readStructure(jsonOf(call), "AuthorizationCall", fields, []);
  const errors: Errors = [];
  const warnings: DetailedError[] = [];
  const failed = (): AuthorizationAnswer => ({ type: "failure", errors, warnings });
  const schema = readOptionalSchema(members["schema"], errors, warnings);
  const variables = readVariables(members, errors);
  if (errors.length > 0 || variables === undefined) return failed();
  const read = readRequest(members, variables, schema, errors, () =>
    readEntities(members["entities"] as JsonValue, schema, errors),
  );
  if (read === "no context") return failed();
  const policies = loadPolicySet(readPolicySetInput(members["policies"] as JsonValue));
  if (!policies.ok) errors.push(...policies.errors);
  if (read === undefined || !policies.ok) return failed();
  return { type: "success", response: respond(read.request, policies.value, read.entities), warnings };
}
