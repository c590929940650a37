import { type EntityUid, ownUid, sameUid } from "../values/entity-uid.ts";
import { equalValues } from "../values/equal.ts";
import { givenValues } from "../values/given-value.ts";
import type { Value } from "../values/value.ts";
import type { AttributeReader, Layout, Layouts } from "./layout.ts";
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

const nothingRead: readonly Value[] = [];

/** An entity that nobody else can change, as far as JavaScript lets that be. */
class OwnEntity implements Entity {
  readonly uid: EntityUid;
  readonly attributes: ReadonlyMap<string, Value>;
  readonly tags: ReadonlyMap<string, Value>;
  readonly parents: readonly EntityUid[];
  /** How the attributes are laid out, once one was read by an {@link AttributeReader}; `null` if they have too many names. */
  #layout: Layout | null | undefined = undefined;
  #values: readonly Value[] = nothingRead;

  constructor({ uid, attributes, tags, parents }: Entity) {
    this.uid = uid;
    this.attributes = attributes;
    this.tags = tags;
    this.parents = parents;
  }

  static is(entity: Entity): boolean {
    // eslint-disable-next-line no-restricted-syntax -- private names are not inherited
    return #layout in entity;
  }

  static attribute(entity: Entity, reader: AttributeReader, layouts: Layouts): Value | undefined {
    // eslint-disable-next-line no-restricted-syntax -- private names are not inherited
    if (!(#layout in entity)) return entity.attributes.get(reader.name);
    const layout = entity.#layout === undefined ? OwnEntity.#layOut(entity, layouts) : entity.#layout;
    if (layout === null) return entity.attributes.get(reader.name);
    if (layout !== reader.layout) {
      reader.layout = layout;
      reader.place = layout.placeOf(reader.name);
    }
    return reader.place < 0 ? undefined : entity.#values[reader.place];
  }

  static #layOut(entity: OwnEntity, layouts: Layouts): Layout | null {
    const layout = layouts.of(entity.attributes) ?? null;
    if (layout !== null) entity.#values = [...entity.attributes.values()];
    entity.#layout = layout;
    return layout;
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

/** The value of an attribute, or `undefined`; `layouts` are those of the store that the entity is in. */
export function readAttribute(entity: Entity, reader: AttributeReader, layouts: Layouts): Value | undefined {
  return OwnEntity.attribute(entity, reader, layouts);
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
