import type { TypeName } from "../ast.ts";
import type { Scope } from "./scope.ts";

const none: ReadonlySet<string> = new Set();

/** The full names of lists of entity types; a list that several declarations share is read once. */
export class NameSets {
  readonly #known = new Map<Scope, Map<readonly TypeName[], ReadonlySet<string>>>();

  resolve(names: readonly TypeName[], scope: Scope): ReadonlySet<string> {
    if (names.length === 0) return none;
    let known = this.#known.get(scope);
    if (known === undefined) {
      known = new Map();
      this.#known.set(scope, known);
    }
    let set = known.get(names);
    if (set === undefined) {
      set = new Set(names.map(({ name }) => scope.resolve(name, "entity")?.name ?? name));
      known.set(names, set);
    }
    return set;
  }
}
