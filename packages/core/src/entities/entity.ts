import { type EntityUid, ownUid, sameUid } from "../values/entity-uid.ts";
import { equalValues } from "../values/equal.ts";
import { givenValues } from "../values/given-value.ts";
import type { Value } from "../values/value.ts";
import { UidIndex } from "./uid-index.ts";

/**
 * An entity: a node of the hierarchy, with attributes and tags. Immutable; made by {@link entityOf}.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-entity.html
 */
export interface Entity {
  readonly uid: EntityUid;
  readonly attributes: ReadonlyMap<string, Value>;
  /** Attributes under names that are computed at run time (RFC 82). */
  readonly tags: ReadonlyMap<string, Value>;
  /** The direct parents, each once. They need not exist as entities. */
  readonly parents: readonly EntityUid[];
}

/** What the evaluator needs to know of entities. {@link Entities} is one; an application may bring its own. */
export interface EntitySource {
  /** The entity of this uid, or `undefined` if there is none. */
  get(uid: EntityUid): Entity | undefined;
  /**
   * Cedar's `descendant in ancestor`: whether they are the same, or one of `descendant`'s parents is `ancestor` or is
   * (as an entity that exists) in it.
   */
  isIn(descendant: EntityUid, ancestor: EntityUid): boolean;
}

/** The parts of an entity, all optional. */
export interface EntityParts {
  readonly attributes?: Iterable<readonly [string, Value]>;
  readonly tags?: Iterable<readonly [string, Value]>;
  readonly parents?: Iterable<EntityUid>;
}

/** An entity that nobody else can change, as far as JavaScript lets that be. */
class OwnEntity implements Entity {
  readonly uid: EntityUid;
  readonly attributes: ReadonlyMap<string, Value>;
  readonly tags: ReadonlyMap<string, Value>;
  readonly parents: readonly EntityUid[];
  /** By this, entities that were made here are known: what is private is not inherited. */
  readonly #own: true;

  constructor({ uid, attributes, tags, parents }: Entity) {
    this.uid = uid;
    this.attributes = attributes;
    this.tags = tags;
    this.parents = parents;
    this.#own = true;
  }

  static is(entity: Entity): boolean {
    // eslint-disable-next-line no-restricted-syntax -- private names are not inherited
    return #own in entity && entity.#own;
  }
}

/**
 * The entity with this uid and these parts, which are copied. Parents that are given twice count once; Longs need not be
 * in canonical form. Throws a `TypeError` for what is no uid or no Cedar value.
 */
export function entityOf(uid: EntityUid, parts: EntityParts = {}): Entity {
  const { attributes = [], tags = [], parents = [] } = parts;
  return ownEntity({
    uid: checkedUid(uid),
    attributes: givenValues(attributes),
    tags: givenValues(tags),
    parents: distinctUids(Array.from(parents, checkedUid)),
  });
}

/** The entity of these parts, which must be fresh and in order. */
export function ownEntity(parts: Entity): Entity {
  return new OwnEntity(parts);
}

/** The entity itself if it was made here, else a copy, which its giver cannot change behind a store's back. */
export function ownedEntity(entity: Entity): Entity {
  return OwnEntity.is(entity) ? entity : entityOf(entity.uid, entity);
}

/** A uid that cannot change. */
function checkedUid(uid: EntityUid): EntityUid {
  if ((uid as { readonly kind?: unknown }).kind !== "entity") throw new TypeError("a uid of an entity has a `kind`");
  return ownUid(uid);
}

/** Whether both have the same uid, attributes, tags and direct parents. */
export function equalEntities(a: Entity, b: Entity): boolean {
  return (
    a === b ||
    (sameUid(a.uid, b.uid) &&
      equalMaps(a.attributes, b.attributes) &&
      equalMaps(a.tags, b.tags) &&
      sameUids(a.parents, b.parents))
  );
}

/** Whether both lists, neither of which has a uid twice, have the same uids. */
export function sameUids(a: readonly EntityUid[], b: readonly EntityUid[]): boolean {
  if (a.length !== b.length) return false;
  if (a.every((uid, index) => sameUid(uid, b[index] as EntityUid))) return true;
  const index = new UidIndex<true>();
  for (const uid of a) index.set(uid, true);
  return b.every((uid) => index.get(uid) === true);
}

/** The uids, each once. */
export function distinctUids(uids: Iterable<EntityUid>): readonly EntityUid[] {
  const all = [...uids];
  if (all.length < 2) return all;
  const index = new UidIndex<true>();
  return all.filter((uid) => index.get(uid) === undefined && index.set(uid, true));
}

function equalMaps(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !equalValues(value, other)) return false;
  }
  return true;
}
