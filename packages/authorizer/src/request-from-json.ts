import { type EntityUid, uidFromPlain } from "@deodar/core";
import { failure, type Result } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { parseJson } from "@deodar/json";
import { placeErrors } from "./place-errors.ts";
import { readRequest } from "./read-request.ts";

/**
 * Reads a request from JSON text: an object with `principal`, `action` and `resource` as `{"type": …, "id": …}`, and
 * `context`. Unlike `requestFromPlain` it does not take `"User::\"ada\""`, and so needs no grammar. Errors are those
 * of JSON and of `requestFromPlain`, with the places in the text.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html
 */
export function requestFromJson(text: string): Result<Request> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const request = readRequest(json.value, refuseText);
  return request.ok ? request : failure(placeErrors(request.errors, text));
}

function refuseText(text: string): Result<EntityUid> {
  return uidFromPlain(text);
}
