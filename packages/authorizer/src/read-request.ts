import { contextFromPlain, type EntityUid, emptyRecord, type RecordValue, uidFromPlain } from "@deodar/core";
import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { fault } from "./catalogue.ts";

/** Reads an entity uid that is written as Cedar text, `User::"ada"`. */
export type UidTextReader = (text: string) => Result<EntityUid>;

type Variable = "principal" | "action" | "resource";

const fields = ["principal", "action", "resource", "context"] as const;

/**
 * Reads a request from what a caller has; `readUidText` reads uids that are strings. All faults are gathered.
 */
export function readRequest(value: unknown, readUidText: UidTextReader): Result<Request> {
  if (typeof value !== "object" || value === null) return failure([fault("request/not-an-object", {})]);
  const errors: Diagnostic[] = [];
  const parts = new Map<string, unknown>();
  for (const field of fields) {
    const part = readField(value, field, errors);
    if (part !== undefined) parts.set(field, part);
  }
  refuseUnknownFields(value, errors);
  if (errors.length > 0) return failure(errors);
  const readUid = (variable: Variable): EntityUid | undefined => {
    const uid = uidOf(parts.get(variable), variable, readUidText);
    if (uid.ok) return uid.value;
    errors.push(...uid.errors);
    return undefined;
  };
  const principal = readUid("principal");
  const action = readUid("action");
  const resource = readUid("resource");
  const context = contextOf(parts.get("context"));
  if (!context.ok) errors.push(...context.errors.map((error) => ({ ...error, path: pathUnder("context", error) })));
  if (principal === undefined || action === undefined || resource === undefined || !context.ok) return failure(errors);
  return success({ principal, action, resource, context: context.value });
}

/** Reads one property, once. */
function readField(value: object, field: string, errors: Diagnostic[]): unknown {
  try {
    return (value as { readonly [field: string]: unknown })[field];
  } catch {
    errors.push(fault("request/unreadable", { field }, { path: [field] }));
    return undefined;
  }
}

/** A misspelt `context` must not turn into an empty one. */
function refuseUnknownFields(value: object, errors: Diagnostic[]): void {
  let names: readonly string[];
  try {
    names = Object.keys(value);
  } catch {
    errors.push(fault("request/unreadable", { field: "keys" }));
    return;
  }
  for (const field of names) {
    if ((fields as readonly string[]).includes(field)) continue;
    errors.push(fault("request/unknown-field", { field }, { path: [field] }));
  }
}

function uidOf(value: unknown, variable: Variable, readUidText: UidTextReader): Result<EntityUid> {
  if (value === undefined) return failure([fault("request/missing-variable", { field: variable })]);
  const uid = typeof value === "string" ? readUidText(value) : uidFromPlain(value);
  if (uid.ok) return uid;
  return failure(
    uid.errors.map((error) =>
      // Spans in a uid's own text would be taken for places in the document around it.
      fault(
        "request/malformed-uid",
        { variable, why: error.message },
        { path: pathUnder(variable, error), help: error.help },
      ),
    ),
  );
}

function contextOf(value: unknown): Result<RecordValue> {
  if (value === undefined) return success(emptyRecord);
  return isRecordValue(value) ? success(value) : contextFromPlain(value);
}

/** A record of ours has a `Map`, which no plain value has. */
function isRecordValue(value: unknown): value is RecordValue {
  if (typeof value !== "object" || value === null) return false;
  try {
    const { kind, entries } = value as Partial<RecordValue>;
    return kind === "record" && entries instanceof Map;
  } catch {
    return false;
  }
}

function pathUnder(field: string, error: Diagnostic): readonly (string | number)[] {
  return [field, ...(error.path ?? [])];
}
