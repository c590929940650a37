import {
  isAuthorizedPartial as decide,
  partialContextFromJsonValue,
  partialEntitiesFromJsonValue,
} from "@deodar/authorizer/partial";
import type { EntityUid } from "@deodar/core";
import type { JsonValue } from "@deodar/json";
import type { Schema } from "@deodar/schema";
import { jsonOf } from "./input/json-of.ts";
import { aPolicySet, readPolicySetInput } from "./input/policy-set-input.ts";
import { aBoolean, anything, type Field, type Members, readStructure } from "./input/shape.ts";
import { loadPolicySet } from "./policies/load-policy-set.ts";
import { checkRequest } from "./requests/check-request.ts";
import type { Errors } from "./requests/errors.ts";
import { readUid } from "./requests/read-uid.ts";
import { residualResponse } from "./requests/residual-response.ts";
import { readOptionalSchema } from "./schema/load-schema.ts";
import { readContext, readEntities, valueOrError } from "./schema/typed-input.ts";
import type { PartialAuthorizationAnswer, PartialAuthorizationCall } from "./types/calls.ts";
import type { DetailedError } from "./types/errors.ts";

const fields: readonly Field[] = [
  { name: "principal", required: "in lists", check: anything },
  { name: "action", required: "in lists", check: anything },
  { name: "resource", required: "in lists", check: anything },
  { name: "context", required: true, check: anything },
  { name: "schema", required: "in lists", check: anything },
  { name: "validateRequest", required: false, check: aBoolean },
  { name: "policies", required: true, check: aPolicySet },
  { name: "entities", required: true, check: anything },
];

/**
 * Decides a request as far as it is known: variables may be `null`, and `{ __extn: { fn: "unknown", arg: "name" } }`
 * may stand for values in the context and in entities. Answers with what is left of each policy.
 *
 * Throws if the argument has not the shape of a call.
 */
export function isAuthorizedPartial(call: PartialAuthorizationCall): PartialAuthorizationAnswer {
  const members = readStructure(jsonOf(call), "PartialAuthorizationCall", fields, []);
  const errors: Errors = [];
  const warnings: DetailedError[] = [];
  const failed = (): PartialAuthorizationAnswer => ({ type: "failure", errors, warnings });
  const schema = readOptionalSchema(members["schema"], errors, warnings);
  const [principal, action, resource] = (["principal", "action", "resource"] as const).map((variable) => {
    const given = members[variable] ?? null;
    return given === null ? undefined : readUid(given, variable, errors);
  });
  if (errors.length > 0) return failed();
  const context = contextOf(members, schema, action, errors);
  if (context === undefined) return failed();
  const entities = entitiesOf(members, schema, errors);
  const policies = loadPolicySet(readPolicySetInput(members["policies"] as JsonValue));
  if (!policies.ok) errors.push(...policies.errors);
  const request = { principal, action, resource, context };
  if (schema !== undefined && members["validateRequest"] !== false) {
    const known = context.kind === "record" ? context : undefined;
    checkRequest({ principal, action, resource, context: known }, schema, errors);
  }
  if (errors.length > 0 || !policies.ok || entities === undefined) return failed();
  const response = decide({ request, policies: policies.value.policies, entities });
  return { type: "residuals", response: residualResponse(response), warnings };
}

function contextOf(members: Members, schema: Schema | undefined, action: EntityUid | undefined, errors: Errors) {
  const json = members["context"] as JsonValue;
  if (schema !== undefined && action !== undefined) return readContext(json, schema, action, errors);
  return valueOrError(partialContextFromJsonValue(json), json, errors);
}

function entitiesOf(members: Members, schema: Schema | undefined, errors: Errors) {
  const json = members["entities"] as JsonValue;
  if (schema !== undefined) return readEntities(json, schema, errors);
  return valueOrError(partialEntitiesFromJsonValue(json), json, errors);
}
