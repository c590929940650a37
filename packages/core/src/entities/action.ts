import type { EntityUid } from "../values/entity-uid.ts";

/**
 * Whether this is the uid of an action: whether the last identifier of its type is `Action`.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-entity.html
 */
export function isAction(uid: EntityUid): boolean {
  return uid.type === "Action" || uid.type.endsWith("::Action");
}
