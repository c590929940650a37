import { type EntityUid, entityUid, type RecordValue } from "@deodar/core";
import { type Result, success } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { parseEntityUid } from "@deodar/syntax";
import { readRequest } from "./read-request.ts";

/** An entity uid as callers write it: Cedar text such as `User::"ada"`, or its type and id, also inside `__entity`. */
export type UidInput =
  | string
  | EntityUid
  | { readonly type: string; readonly id: string }
  | { readonly __entity: { readonly type: string; readonly id: string } };

/** A request as callers write it. */
export interface RequestInput {
  readonly principal: UidInput;
  readonly action: UidInput;
  readonly resource: UidInput;
  /** A plain object as in Cedar's JSON, with `__entity` and `__extn`, or a record value; empty unless given. */
  readonly context?: RecordValue | { readonly [key: string]: unknown } | undefined;
}

/**
 * Reads a request from plain values. Errors have the path to what is wrong, such as `["context", "ip"]`: codes
 * `request/malformed-uid`, `request/missing-variable`, `request/not-an-object`, `request/unknown-field`,
 * `request/unreadable`, and those of `contextFromPlain`. Never throws.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html and /auth/entities-syntax.html
 */
export function requestFromPlain(value: RequestInput): Result<Request> {
  return readRequest(value, (text) => {
    const uid = parseEntityUid(text);
    return uid.ok ? success(entityUid(uid.value.type, uid.value.id)) : uid;
  });
}
