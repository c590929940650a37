import type { Scope } from "./scope.ts";

/**
 * Remembers what was found for a part of a declaration, since declarations of several names share their parts. The
 * same part can mean something else in another namespace.
 */
export class Once<Part extends object, Result> {
  readonly #known = new Map<Part, { readonly scope: Scope; readonly result: Result }>();

  get(part: Part, scope: Scope, find: () => Result): Result {
    const known = this.#known.get(part);
    if (known?.scope === scope) return known.result;
    const result = find();
    this.#known.set(part, { scope, result });
    return result;
  }
}
