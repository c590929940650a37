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
  return { kind: "entity", type, id };
}

/** Whether both name the same entity. */
export function sameUid(a: EntityUid, b: EntityUid): boolean {
  return a === b || (a.id === b.id && a.type === b.type);
}

const namePattern = /^[A-Z_a-z][0-9A-Z_a-z]*(?:::[A-Z_a-z][0-9A-Z_a-z]*)*$/;
const reservedPattern = /(?:^|::)(?:true|false|if|then|else|in|is|like|has|__cedar)(?:::|$)/;

/**
 * Whether this is the name of an entity type as Cedar writes it: identifiers joined by `::`, without spaces, none of
 * them reserved (`true`, `false`, `if`, `then`, `else`, `in`, `is`, `like`, `has`, `__cedar`).
 */
export function isTypeName(text: string): boolean {
  return typeof text === "string" && namePattern.test(text) && !reservedPattern.test(text);
}
