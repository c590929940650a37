import { type Entity, type EntityUid, entityOf, equalEntities } from "@deodar/core";

const keyOf = ({ type, id }: EntityUid): string => `${type}\0${id}`;

/** A store of entities as plain as can be: it remembers nothing but the entities, and goes up the hierarchy each time. */
export class PlainStore {
  #entities: ReadonlyMap<string, Entity>;

  constructor(entities: readonly Entity[]) {
    this.#entities = new Map(entities.map((entity) => [keyOf(entity.uid), entity]));
  }

  get size(): number {
    return this.#entities.size;
  }

  get(uid: EntityUid): Entity | undefined {
    return this.#entities.get(keyOf(uid));
  }

  /** The keys of all ancestors, the entity itself apart. */
  ancestors(uid: EntityUid): ReadonlySet<string> {
    return ancestorsIn(this.#entities, uid);
  }

  /** Adds or replaces entities, all or none; whether that could be done. */
  put(entities: readonly Entity[], replace: boolean): boolean {
    const changed = new Map(this.#entities);
    for (const entity of entities) {
      const known = changed.get(keyOf(entity.uid));
      if (!replace && known !== undefined && !equalEntities(known, entity)) return false;
      changed.set(keyOf(entity.uid), entity);
    }
    for (const [key, { uid }] of changed) if (ancestorsIn(changed, uid).has(key)) return false;
    this.#entities = changed;
    return true;
  }

  /** Removes an entity, also from the parents of others; whether there was one. */
  remove(uid: EntityUid): boolean {
    const key = keyOf(uid);
    if (!this.#entities.has(key)) return false;
    const rest = [...this.#entities].filter(([other]) => other !== key);
    this.#entities = new Map(
      rest.map(([other, entity]) => {
        const parents = entity.parents.filter((parent) => keyOf(parent) !== key);
        return [
          other,
          parents.length === entity.parents.length ? entity : entityOf(entity.uid, { ...entity, parents }),
        ];
      }),
    );
    return true;
  }
}

function ancestorsIn(entities: ReadonlyMap<string, Entity>, uid: EntityUid): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(entities.get(keyOf(uid))?.parents ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = keyOf(next);
    if (found.has(key)) continue;
    found.add(key);
    waiting.push(...(entities.get(key)?.parents ?? []));
  }
  return found;
}
