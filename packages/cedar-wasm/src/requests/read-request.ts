import type { EntityStore, EntityUid } from "@deodar/core";
import type { Request } from "@deodar/evaluator";
import type { JsonValue } from "@deodar/json";
import type { Schema } from "@deodar/schema";
import type { Members } from "../input/shape.ts";
import { readContext } from "../schema/typed-input.ts";
import { checkRequest } from "./check-request.ts";
import type { Errors } from "./errors.ts";
import { readUid } from "./read-uid.ts";

/** The variables of a request. */
export interface Variables {
  readonly principal: EntityUid;
  readonly action: EntityUid;
  readonly resource: EntityUid;
}

/** A request and the entities that it may refer to. */
export interface ReadRequest {
  readonly request: Request;
  readonly entities: EntityStore;
}

/** Reads the variables, or notes the error of each that is wrong. */
export function readVariables(call: Members, errors: Errors): Variables | undefined {
  const principal = readUid(call["principal"] as JsonValue, "principal", errors);
  const action = readUid(call["action"] as JsonValue, "action", errors);
  const resource = readUid(call["resource"] as JsonValue, "resource", errors);
  if (principal === undefined || action === undefined || resource === undefined) return undefined;
  return { principal, action, resource };
}

/**
 * Reads the context, checks the request and has the entities read. As in the reference, nothing else is looked at once
 * the context is wrong.
 */
export function readRequest(
  call: Members,
  variables: Variables,
  schema: Schema | undefined,
  errors: Errors,
  entitiesOf: () => EntityStore | undefined,
): ReadRequest | "no context" | undefined {
  const context = readContext(call["context"] as JsonValue, schema, variables.action, errors);
  if (context === undefined) return "no context";
  const request: Request = { ...variables, context };
  const mustConform = schema !== undefined && call["validateRequest"] !== false;
  const conforms = !mustConform || checkRequest(request, schema, errors);
  const entities = entitiesOf();
  return conforms && entities !== undefined ? { request, entities } : undefined;
}
