import { isTypeName } from "../text/identifier.ts";

/**
 * The unique name of an entity, `Type::"id"`. Immutable. Two are the same if type and id are; compare with
 * {@link sameUid}, since equal uids need not be one object.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-entity.html
 */
export interface EntityUid {
  readonly kind: "entity";
  /** The entity type with its namespace, such as `Photos::Album`. */
  readonly type: string;
  /** The id as it is, without quotes and escapes. */
  readonly id: string;
}

/**
 * The uid with this entity type and id. Throws a `TypeError` if the type is not a {@link isTypeName | type name}: such
 * a uid could never match, so that a `forbid` would be lost silently. Readers of untrusted input test the name first.
 */
export function entityUid(type: string, id: string): EntityUid {
  if (!isTypeName(type)) throw new TypeError(`${JSON.stringify(type)} is not the name of an entity type`);
  if (typeof id !== "string") throw new TypeError("the id of an entity must be a string");
  return Object.freeze({ kind: "entity", type, id });
}

/** Whether both name the same entity. */
export function sameUid(a: EntityUid, b: EntityUid): boolean {
  return a === b || (a.id === b.id && a.type === b.type);
}
