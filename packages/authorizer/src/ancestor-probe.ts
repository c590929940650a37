import type { EntitySource, EntityUid } from "@deodar/core";
import type { UidMap } from "./uid-map.ts";

/**
 * An entity source, with a list of ancestors where it has one. `ancestors` must name every uid that `isIn` says yes
 * to but the entity itself; it may name more. A class that inherits `ancestors` and has an `isIn` of its own is not
 * asked for ancestors, since the two need not agree.
 */
export interface IndexedSource extends EntitySource {
  ancestors?(uid: EntityUid): Iterable<EntityUid>;
}

/** One of a request's entities, and what it is in, looked up at most once. */
export class AncestorProbe {
  readonly uid: EntityUid;
  readonly #source: IndexedSource;
  #ancestors: readonly EntityUid[] | undefined;

  constructor(uid: EntityUid, source: IndexedSource) {
    this.uid = uid;
    this.#source = source;
  }

  /**
   * Visits the values of all keys that the entity is in, itself among them: by its ancestors, or by the keys if they
   * are fewer or if the source cannot list ancestors.
   */
  forEachContainer<T>(table: UidMap<T>, visit: (value: T) => void): void {
    const ancestors = this.#listAncestors();
    if (ancestors === undefined || table.size < ancestors.length) {
      table.forEach((type, id, value) => {
        // What is no boolean is refused where the policies are tried.
        const answer: unknown = this.#source.isIn(this.uid, { kind: "entity", type, id });
        if (answer !== false) visit(value);
      });
      return;
    }
    const own = table.get(this.uid.type, this.uid.id);
    if (own !== undefined) visit(own);
    for (const ancestor of ancestors) {
      // An entity in a cycle is its own ancestor.
      if (ancestor.type === this.uid.type && ancestor.id === this.uid.id) continue;
      const value = table.get(ancestor.type, ancestor.id);
      if (value !== undefined) visit(value);
    }
  }

  #listAncestors(): readonly EntityUid[] | undefined {
    if (this.#ancestors === undefined) {
      if (this.#source.ancestors === undefined || overridesOnlyIsIn(this.#source)) return undefined;
      this.#ancestors = [...this.#source.ancestors(this.uid)];
    }
    return this.#ancestors;
  }
}

function overridesOnlyIsIn(source: IndexedSource): boolean {
  for (let holder: unknown = source; isObject(holder); holder = Object.getPrototypeOf(holder)) {
    if (Object.hasOwn(holder, "ancestors")) return false;
    if (Object.hasOwn(holder, "isIn")) return true;
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
