import type { EntityUid, RecordValue } from "@deodar/core";

/**
 * Who wants to do what, to what, in which circumstances: what a policy is evaluated for.
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export interface Request {
  readonly principal: EntityUid;
  readonly action: EntityUid;
  readonly resource: EntityUid;
  readonly context: RecordValue;
}

/**
 * What the slots of a template stand for in one of its links; empty for a static policy.
 *
 * Source: https://docs.cedarpolicy.com/policies/templates.html
 */
export interface SlotValues {
  readonly "?principal"?: EntityUid;
  readonly "?resource"?: EntityUid;
}

/** No slots at all: what static policies are evaluated with. */
export const noSlots: SlotValues = Object.freeze({});
