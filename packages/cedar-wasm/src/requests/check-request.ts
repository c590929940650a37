import type { EntityUid, RecordValue } from "@deodar/core";
import { ByteOffsets, type Diagnostic } from "@deodar/diagnostics";
import type { Schema } from "@deodar/schema";
import { validateRequest } from "@deodar/validator";
import { jsonError } from "../detailed-error.ts";
import type { DetailedError } from "../types/errors.ts";
import type { Errors } from "./errors.ts";

/** The known parts of a request. */
export interface KnownParts {
  readonly principal?: EntityUid | undefined;
  readonly action?: EntityUid | undefined;
  readonly resource?: EntityUid | undefined;
  readonly context?: RecordValue | undefined;
}

/** Stands in for what is unknown; what is said of it is not said of the request. */
const anything: EntityUid = Object.freeze({ kind: "entity", type: "Anything", id: "" });

/** Whether what is known of a request conforms to a schema; notes the first error if it does not. */
export function checkRequest(known: KnownParts, schema: Schema, errors: Errors): boolean {
  const { principal = anything, action = anything, resource = anything, context } = known;
  const checked = validateRequest({ principal, action, resource, ...(context && { context }) }, schema);
  if (checked.ok) return true;
  const fault = checked.errors.find(({ path }) => known[path?.[0] as keyof KnownParts] !== undefined);
  if (fault === undefined) return true;
  errors.push(requestError(fault, known));
  return false;
}

/** The reference points at types that cannot be where they are, in their own text. */
function requestError(fault: Diagnostic, { principal, resource }: KnownParts): DetailedError {
  const error = jsonError([fault], "");
  const type = wrongType(fault, principal, resource);
  if (type === undefined) return error;
  return { ...error, sourceLocations: [{ label: null, start: 0, end: new ByteOffsets(type).byteLength }] };
}

function wrongType(
  { code }: Diagnostic,
  principal: EntityUid | undefined,
  resource: EntityUid | undefined,
): string | undefined {
  if (code === "request/undeclared-principal-type" || code === "request/invalid-principal-type") return principal?.type;
  if (code === "request/undeclared-resource-type" || code === "request/invalid-resource-type") return resource?.type;
  return undefined;
}
