import type { EntityUid } from "../values/entity-uid.ts";

/** Whether this uid is of a type whose last identifier is `Action`. */
export function isAction(uid: EntityUid): boolean {
  return uid.type === "Action" || uid.type.endsWith("::Action");
}
