import type { TypeName } from "../ast.ts";
import { Once } from "./once.ts";
import type { Scope } from "./scope.ts";

const none: ReadonlySet<string> = new Set();

/** The full names of lists of entity types; a list that several declarations share is one set. */
export class NameSets {
  readonly #known = new Once<readonly TypeName[], ReadonlySet<string>>();

  resolve(names: readonly TypeName[], scope: Scope): ReadonlySet<string> {
    if (names.length === 0) return none;
    return this.#known.get(names, scope, () => {
      return new Set(names.map(({ name }) => scope.resolve(name, "entity")?.name ?? name));
    });
  }
}
