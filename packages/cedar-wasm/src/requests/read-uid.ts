import { type EntityUid, uidFromJsonValue } from "@deodar/core";
import type { JsonValue } from "@deodar/json";
import type { Errors } from "./errors.ts";
import { inputError } from "./input-error.ts";

/** Reads the uid of a variable, or notes the error. */
export function readUid(json: JsonValue, variable: string, errors: Errors): EntityUid | undefined {
  const uid = uidFromJsonValue(json);
  if (uid.ok) return uid.value;
  errors.push(inputError(uid.errors, json, `failed to parse ${variable}: `));
  return undefined;
}
