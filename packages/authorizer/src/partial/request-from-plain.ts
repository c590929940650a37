import type { RecordValue } from "@deodar/core";
import type { Diagnostic } from "@deodar/diagnostics";
import { failure, type Result, success } from "@deodar/diagnostics";
import type { PartialRequest, Residual } from "@deodar/evaluator/partial";
import type { Expression } from "@deodar/syntax";
import { fault } from "../catalogue.ts";
import { type RequestInput, requestFromPlain, type UidInput } from "../request-from-plain.ts";
import { partialContextFromPlain } from "./read-values.ts";

/** A partial request as callers write it: what is `null` or left out is unknown. */
export interface PartialRequestInput {
  readonly principal?: UidInput | null | undefined;
  readonly action?: UidInput | null | undefined;
  readonly resource?: UidInput | null | undefined;
  readonly context?: RequestInput["context"] | Residual | null | undefined;
}

/**
 * Reads a partial request from plain values, with the errors of `requestFromPlain`. Unlike there, a context that is
 * left out is unknown, not empty; in one that is given, `{ __extn: { fn: "unknown", arg: "name" } }` may stand for any
 * value. Never throws.
 */
export function partialRequestFromPlain(value: PartialRequestInput): Result<PartialRequest> {
  const copied = copyOf(value);
  if (!copied.ok) return copied;
  const { context: givenContext, ...given } = copied.value;
  const read = requestFromPlain({
    ...given,
    principal: given.principal ?? anyone,
    action: given.action ?? anyone,
    resource: given.resource ?? anyone,
  });
  const context = contextOf(givenContext);
  const errors: Diagnostic[] = read.ok ? [] : [...read.errors];
  if (!context.ok)
    errors.push(...context.errors.map((error) => ({ ...error, path: ["context", ...(error.path ?? [])] })));
  if (!read.ok || !context.ok) return failure(errors);
  const { principal, action, resource } = read.value;
  return success({
    principal: isGiven(given.principal) ? principal : undefined,
    action: isGiven(given.action) ? action : undefined,
    resource: isGiven(given.resource) ? resource : undefined,
    context: context.value,
  });
}

/** Stands in for what is unknown, and is left out again. */
const anyone: UidInput = { type: "Anyone", id: "" };

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Each property is read once. */
function copyOf(value: PartialRequestInput): Result<PartialRequestInput> {
  if (typeof value !== "object" || value === null) return failure([fault("request/not-an-object", {})]);
  try {
    return success({ ...value });
  } catch {
    return failure([fault("request/unreadable", { field: "keys" })]);
  }
}

function contextOf(value: PartialRequestInput["context"]): Result<PartialRequest["context"]> {
  if (value === undefined || value === null) return success(undefined);
  return isRecord(value) ? success(value) : partialContextFromPlain(value);
}

/** Whether this is a record already, perhaps a partly known one; neither is what JSON would make of it. */
function isRecord(value: object): value is RecordValue | Residual {
  try {
    const { kind, entries, expression } = value as { kind?: unknown; entries?: unknown; expression?: Expression };
    return kind === "record" ? entries instanceof Map : kind === "residual" && expression?.kind === "record";
  } catch {
    return false;
  }
}
