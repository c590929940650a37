import { failure, type Result, success } from "@deodar/diagnostics";
import type { EntityUid } from "../values/entity-uid.ts";
import { type Entity, type EntitySource, ownedEntity } from "./entity.ts";
import { Hierarchy } from "./hierarchy.ts";

/**
 * A store of entities and their hierarchy, which its owner can change in place: requests name entities by uid, and the
 * store stands by. A change is made wholly or not at all. Ancestors are found when they are first asked for, in time
 * linear in the hierarchy above the entity, and remembered until something changes there. `Entities` adds the JSON
 * forms; a program that does without them ships less.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-entity.html
 */
export class EntityStore implements EntitySource {
  #hierarchy: Hierarchy = new Hierarchy();

  /** See {@link hierarchyOf}. @internal */
  static hierarchyOf(source: EntitySource): Hierarchy | undefined {
    // The first test is quick; the second one lets no proxy pass, nor what only has the prototype.
    // eslint-disable-next-line no-restricted-syntax -- private names are not inherited
    if (!(source instanceof EntityStore && #hierarchy in source)) return undefined;
    return source.get === ownGet && source.isIn === ownIsIn ? source.#hierarchy : undefined;
  }

  /** See {@link storeOn}. @internal */
  static on(hierarchy: Hierarchy): EntityStore {
    const store = new EntityStore();
    store.#hierarchy = hierarchy;
    return store;
  }

  /** The store of these entities; an error if two of a uid differ, or if an entity is its own ancestor. */
  static of(entities: Iterable<Entity> = []): Result<EntityStore> {
    return new EntityStore().add(entities);
  }

  /** The number of entities. */
  get size(): number {
    return this.#hierarchy.size;
  }

  /** The entity of this uid, or `undefined`. */
  get(uid: EntityUid): Entity | undefined {
    return this.#hierarchy.get(uid);
  }

  /** Whether there is an entity of this uid. */
  has(uid: EntityUid): boolean {
    return this.#hierarchy.get(uid) !== undefined;
  }

  /** Cedar's `descendant in ancestor`: reflexive, also for uids that have no entity, and transitive. */
  isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    return this.#hierarchy.isIn(descendant, ancestor);
  }

  /** All ancestors of an entity, without itself, in no particular order; none if there is no such entity. */
  ancestors(uid: EntityUid): EntityUid[] {
    return this.#hierarchy.ancestorsOf(uid);
  }

  /** The entities, in no particular order. Changing the store meanwhile may skip or repeat some. */
  [Symbol.iterator](): IterableIterator<Entity> {
    return this.#hierarchy.entities();
  }

  /**
   * Adds entities, all or none, and gives the store. An entity that is there already has to be equal to the added one.
   * Errors have the index of the entity as their path. What was not made by `entityOf` or a reader is copied; throws a
   * `TypeError` if it is no entity.
   */
  add(entities: Iterable<Entity>): Result<this> {
    return this.#put(entities, false);
  }

  /** Adds entities, all or none, and gives the store; an entity that is there already is replaced. */
  upsert(entities: Iterable<Entity>): Result<this> {
    return this.#put(entities, true);
  }

  /**
   * Removes the entity of this uid, and takes it out of the parents of all others, as the reference does; false if
   * there is none.
   */
  remove(uid: EntityUid): boolean {
    return this.#hierarchy.remove(uid);
  }

  #put(entities: Iterable<Entity>, replace: boolean): Result<this> {
    const error = this.#hierarchy.put(Array.from(entities, ownedEntity), replace);
    return error === undefined ? success(this) : failure([error]);
  }
}

/** What a store answers with, unless its class or somebody else has put something in its place. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- they are only compared
const { get: ownGet, isIn: ownIsIn } = EntityStore.prototype;

/**
 * The hierarchy behind a source of entities, for asking it without the detour over the source; `undefined` if there is
 * none or if the source answers in ways of its own, as a class may that extends a store.
 */
export function hierarchyOf(source: EntitySource): Hierarchy | undefined {
  return EntityStore.hierarchyOf(source);
}

/** The store of this hierarchy, which serves for one store. */
export function storeOn(hierarchy: Hierarchy): EntityStore {
  return EntityStore.on(hierarchy);
}
