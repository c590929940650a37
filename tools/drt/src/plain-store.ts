import { type Entity, type EntityUid, entityOf, printUid, type Value } from "@deodar/core";
import { keyOf } from "./plain-values.ts";

const nameOf = ({ type, id }: EntityUid): string => `${type}\0${id}`;

/** A store of entities as plain as can be: it remembers nothing but the entities, and goes up the hierarchy each time. */
export class PlainStore {
  #entities: ReadonlyMap<string, Entity>;

  constructor(entities: readonly Entity[]) {
    this.#entities = new Map(entities.map((entity) => [nameOf(entity.uid), entity]));
  }

  get size(): number {
    return this.#entities.size;
  }

  get(uid: EntityUid): Entity | undefined {
    return this.#entities.get(nameOf(uid));
  }

  /** All entities as texts, in one order. */
  texts(): readonly string[] {
    return Array.from(this.#entities.values(), entityText).sort();
  }

  /** The names of all ancestors, the entity itself apart. */
  ancestors(uid: EntityUid): ReadonlySet<string> {
    return ancestorsIn(this.#entities, uid);
  }

  /** Adds or replaces entities, all or none; gives what may be said against it, and nothing if that is nothing. */
  put(entities: readonly Entity[], replace: boolean): readonly string[] {
    const changed = new Map(this.#entities);
    for (const [index, entity] of entities.entries()) {
      const name = nameOf(entity.uid);
      const parent = isAction(entity.uid) ? entity.parents.find((each) => !isAction(each)) : undefined;
      if (parent !== undefined) {
        const message = `action \`${printUid(entity.uid)}\` has a non-action parent \`${printUid(parent)}\``;
        return [`entities/action-parent ${index}: ${message}`];
      }
      const known = changed.get(name);
      if (!replace && known !== undefined) {
        if (entityText(known) === entityText(entity)) continue;
        return [`entities/duplicate ${index}: duplicate entity entry \`${printUid(entity.uid)}\``];
      }
      changed.set(name, entity);
    }
    const below = [...changed].filter(([name, { uid }]) => ancestorsIn(changed, uid).has(name));
    if (below.length > 0) return below.map(([name, { uid }]) => cycleAt(name, uid, entities));
    this.#entities = changed;
    return [];
  }

  /** Removes entities, also from the parents of others; whether there was any. */
  remove(...uids: readonly EntityUid[]): boolean {
    const names = new Set(uids.map(nameOf).filter((name) => this.#entities.has(name)));
    if (names.size === 0) return false;
    const rest = [...this.#entities].filter(([other]) => !names.has(other));
    this.#entities = new Map(
      rest.map(([other, entity]) => {
        const parents = entity.parents.filter((parent) => !names.has(nameOf(parent)));
        return [
          other,
          parents.length === entity.parents.length ? entity : entityOf(entity.uid, { ...entity, parents }),
        ];
      }),
    );
    return true;
  }
}

/** An entity as a text that two share exactly if they are equal. */
export function entityText({ uid, attributes, tags, parents }: Entity): string {
  const values = (all: ReadonlyMap<string, Value>): readonly string[] =>
    Array.from(all, ([name, value]) => JSON.stringify([name, keyOf(value)])).sort();
  return JSON.stringify([uid.type, uid.id, values(attributes), values(tags), parents.map(nameOf).sort()]);
}

function isAction({ type }: EntityUid): boolean {
  return type.split("::").at(-1) === "Action";
}

function cycleAt(name: string, uid: EntityUid, entities: readonly Entity[]): string {
  const index = entities.findLastIndex((entity) => nameOf(entity.uid) === name);
  const message = `transitive closure computation/enforcement error: input graph has a cycle containing vertex \`${printUid(uid)}\``;
  return `entities/cycle ${index < 0 ? "" : index}: ${message}`;
}

function ancestorsIn(entities: ReadonlyMap<string, Entity>, uid: EntityUid): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(entities.get(nameOf(uid))?.parents ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = nameOf(next);
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...(entities.get(name)?.parents ?? []));
  }
  return found;
}
