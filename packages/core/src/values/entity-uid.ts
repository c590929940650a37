import { isKnownTypeName } from "../text/known-type-names.ts";

/**
 * The unique name of an entity, `Type::"id"`. Two are the same if type and id are; compare with
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

/** A uid of a class, by which readers of plain values tell it from data that looks alike. */
class LightUid implements EntityUid {
  readonly kind = "entity";
  readonly type: string;
  readonly id: string;

  constructor(type: string, id: string) {
    this.type = type;
    this.id = id;
  }
}

/**
 * A uid that nobody can change, and that remembers the number which the register that looked it up last has for it.
 * It is only a number, so that no uid keeps a store alive; the key of a register is nothing but itself.
 */
class KeptUid implements EntityUid {
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
    // The first test is quick; the second one lets no proxy pass, nor what only has the prototype.
    // eslint-disable-next-line no-restricted-syntax -- a uid of another copy of the package remembers nothing for this one
    if (!(uid instanceof KeptUid)) return -1;
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
 *
 * It is quick to make, for each request anew. Values, entities and stores take a copy that nobody can change.
 */
export function entityUid(type: string, id: string): EntityUid {
  checkUid(type, id);
  return new LightUid(type, id);
}

/** The same, frozen and with a memory for its place, for uids that are kept. Throws as {@link entityUid} does. */
export function keptUid(type: string, id: string): EntityUid {
  checkUid(type, id);
  return new KeptUid(type, id);
}

function checkUid(type: string, id: string): void {
  if (typeof id !== "string" || !isKnownTypeName(type)) refuseUid(type);
}

function refuseUid(type: string): never {
  if (isKnownTypeName(type)) throw new TypeError("the id of an entity must be a string");
  throw new TypeError(`${JSON.stringify(type)} is not the name of an entity type`);
}

/** The uid itself if it was made here, else a copy, which its giver cannot change. */
export function ownUid(uid: EntityUid): EntityUid {
  return KeptUid.is(uid) ? uid : keptUid(uid.type, uid.id);
}

/** The number that this register gave the uid, if it was the last one that did; else -1. */
export function numberIn(uid: EntityUid, register: object): number {
  return KeptUid.numberIn(uid, register);
}

/** Lets the uid remember its number in this register, if it can. */
export function rememberNumber(uid: EntityUid, register: object, number: number): void {
  KeptUid.number(uid, register, number);
}

/** Whether both name the same entity. */
export function sameUid(a: EntityUid, b: EntityUid): boolean {
  return a === b || (a.id === b.id && a.type === b.type);
}
