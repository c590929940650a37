import { type EntityUid, sameUid } from "../values/entity-uid.ts";
import { equalValues } from "../values/equal.ts";
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

/** The entity with this uid and these parts, which are copied. Parents that are given twice count once. */
export function entityOf(uid: EntityUid, parts: EntityParts = {}): Entity {
  return {
    uid,
    attributes: new Map(parts.attributes),
    tags: new Map(parts.tags),
    parents: distinctUids(parts.parents ?? []),
  };
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
