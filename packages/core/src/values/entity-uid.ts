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
 * A uid that nobody can change, and that remembers the number which the register that looked it up last has for it.
 * It is only a number, so that no uid keeps a store alive; the key of a register is nothing but itself.
 */
class OwnUid implements EntityUid {
  readonly kind = "entity";
  readonly type: string;
  readonly id: string;
  #register: object | undefined = undefined;
  #number = 0;

  constructor(type: string, id: string) {
    this.type = type;
    this.id = id;
    Object.freeze(this);
  }

  static is(uid: EntityUid): boolean {
    // eslint-disable-next-line no-restricted-syntax -- private names are not inherited
    return #register in uid;
  }

  static numberIn(uid: EntityUid, register: object): number {
    // eslint-disable-next-line no-restricted-syntax -- private names are not inherited
    return #register in uid && uid.#register === register ? uid.#number : -1;
  }

  static number(uid: EntityUid, register: object, number: number): void {
    // eslint-disable-next-line no-restricted-syntax -- private names are not inherited
    if (!(#register in uid)) return;
    uid.#register = register;
    uid.#number = number;
  }
}

/**
 * The uid with this entity type and id. Throws a `TypeError` if the type is not a {@link isTypeName | type name}: such
 * a uid could never match, so that a `forbid` would be lost silently. Readers of untrusted input test the name first.
 */
export function entityUid(type: string, id: string): EntityUid {
  if (!isTypeName(type)) throw new TypeError(`${JSON.stringify(type)} is not the name of an entity type`);
  if (typeof id !== "string") throw new TypeError("the id of an entity must be a string");
  return new OwnUid(type, id);
}

/** The uid itself if it was made here, else a copy, which its giver cannot change. */
export function ownUid(uid: EntityUid): EntityUid {
  return OwnUid.is(uid) ? uid : entityUid(uid.type, uid.id);
}

/** The number that this register gave the uid, if it was the last one that did; else -1. */
export function numberIn(uid: EntityUid, register: object): number {
  return OwnUid.numberIn(uid, register);
}

/** Lets the uid remember its number in this register, if it can. */
export function rememberNumber(uid: EntityUid, register: object, number: number): void {
  OwnUid.number(uid, register, number);
}

/** Whether both name the same entity. */
export function sameUid(a: EntityUid, b: EntityUid): boolean {
  return a === b || (a.id === b.id && a.type === b.type);
}
