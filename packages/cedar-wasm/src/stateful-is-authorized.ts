import type { EntityStore } from "@deodar/core";
import type { JsonValue } from "@deodar/json";
import type { Schema } from "@deodar/schema";
import { plainError } from "./detailed-error.ts";
import { jsonOf } from "./input/json-of.ts";
import { reject } from "./input/reject.ts";
import { aBoolean, anything, aString, type Field, type Members, orNull, readStructure } from "./input/shape.ts";
import { preparsedEntities, preparsedPolicySets, preparsedSchemas } from "./preparsed-store.ts";
import type { Errors } from "./requests/errors.ts";
import { readRequest, readVariables } from "./requests/read-request.ts";
import { respond } from "./requests/respond.ts";
import { readEntities } from "./schema/typed-input.ts";
import type { AuthorizationAnswer, StatefulAuthorizationCall } from "./types/calls.ts";

const fields: readonly Field[] = [
  { name: "principal", required: true, check: anything },
  { name: "action", required: true, check: anything },
  { name: "resource", required: true, check: anything },
  { name: "context", required: true, check: anything },
  { name: "preparsedSchemaName", required: "in lists", check: orNull(aString) },
  { name: "validateRequest", required: false, check: aBoolean },
  { name: "preparsedPolicySetId", required: true, check: aString },
  { name: "entities", required: "in lists", check: anything },
  { name: "preparsedEntitiesId", required: false, check: orNull(aString), extra: true },
];

/** A call whose entities were read before, by `preparseEntities`. Not in the reference. */
export type PreparsedEntitiesCall = Omit<StatefulAuthorizationCall, "entities"> & { preparsedEntitiesId: string };

/**
 * Decides a request by a policy set and, if one is named, a schema that were parsed before.
 *
 * Throws if the argument has not the shape of a call.
 */
export function statefulIsAuthorized(call: StatefulAuthorizationCall | PreparsedEntitiesCall): AuthorizationAnswer {
  const members = readStructure(jsonOf(call), "StatefulAuthorizationCall", fields, []);
  const entitiesId = entitiesIdOf(members);
  const errors: Errors = [];
  const failed = (): AuthorizationAnswer => ({ type: "failure", errors, warnings: [] });
  const schema = schemaOf(members, errors);
  const policySetId = members["preparsedPolicySetId"] as string;
  const policies = preparsedPolicySets.get(policySetId);
  if (policies === undefined) errors.push(plainError(`preparsed policy set '${policySetId}' not found`));
  const variables = readVariables(members, errors);
  if (errors.length > 0 || policies === undefined || variables === undefined) return failed();
  const read = readRequest(members, variables, schema, errors, () =>
    entitiesId === undefined
      ? readEntities(members["entities"] as JsonValue, schema, errors)
      : entitiesOf(entitiesId, schema, errors),
  );
  if (read === undefined || read === "no context") return failed();
  return { type: "success", response: respond(read.request, policies, read.entities), warnings: [] };
}

/** The id of preparsed entities; `undefined` if the call brings its own. It must do one of the two. */
function entitiesIdOf(members: Members): string | undefined {
  const id = (members["preparsedEntitiesId"] ?? undefined) as string | undefined;
  const own = members["entities"];
  if (id === undefined && own === undefined) reject("missing field `entities`", []);
  if (id !== undefined && own !== undefined) reject("`entities` and `preparsedEntitiesId` exclude each other", []);
  return id;
}

function schemaOf(members: Members, errors: Errors): Schema | undefined {
  const name = (members["preparsedSchemaName"] ?? undefined) as string | undefined;
  if (name === undefined) return undefined;
  const schema = preparsedSchemas.get(name);
  if (schema === undefined) errors.push(plainError(`preparsed schema '${name}' not found`));
  return schema;
}

/** Entities mean what they mean under the schema they were read under only. */
function entitiesOf(id: string, schema: Schema | undefined, errors: Errors): EntityStore | undefined {
  const found = preparsedEntities.get(id);
  if (found === undefined) errors.push(plainError(`preparsed entities '${id}' not found`));
  else if (found.schema === schema) return found.entities;
  else errors.push(plainError(`preparsed entities '${id}' were read under another schema`));
  return undefined;
}
