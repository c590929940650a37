import { builtinPrefix, builtinTypes } from "./builtins.ts";
import type { Definitions } from "./definitions.ts";

/** What a reference can mean, by where it stands. */
export type ReferenceKind = "common" | "entity" | "entityOrCommon";

/** What a name means: a common type, a built-in type or an entity type, by its full name. */
export interface Resolution {
  readonly kind: "common" | "builtin" | "entity";
  readonly name: string;
}

/**
 * The names that are seen from inside a namespace. A name without `::` is looked up in the namespace and then outside of
 * all namespaces; at each place common types come before entity types. Built-in types are outside of all namespaces,
 * unless another type of that name is.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html#schema-typeDisambiguation
 */
export class Scope {
  readonly namespace: string;
  readonly #definitions: Definitions;
  readonly #known: { -readonly [kind in ReferenceKind]?: Map<string, Resolution | undefined> } = {};

  constructor(namespace: string, definitions: Definitions) {
    this.namespace = namespace;
    this.#definitions = definitions;
  }

  /** What the name means; `undefined` if it is declared nowhere. */
  resolve(name: string, kind: ReferenceKind): Resolution | undefined {
    this.#known[kind] ??= new Map();
    const known = this.#known[kind];
    const answer = known.get(name);
    if (answer !== undefined || known.has(name)) return answer;
    let found: Resolution | undefined;
    for (const candidate of this.candidates(name)) {
      found = this.#lookUp(candidate, kind);
      if (found !== undefined) break;
    }
    known.set(name, found);
    return found;
  }

  /** The full names that a name can stand for, the nearest first. */
  candidates(name: string): readonly string[] {
    if (this.namespace === "" || name.includes("::")) return [name];
    return [`${this.namespace}::${name}`, name];
  }

  #lookUp(name: string, kind: ReferenceKind): Resolution | undefined {
    const { commonTypes, entityTypes, actions } = this.#definitions;
    if (kind !== "entity") {
      if (commonTypes.has(name)) return { kind: "common", name };
      const builtin = name.startsWith(builtinPrefix) ? name.slice(builtinPrefix.length) : name;
      if (builtinTypes.has(builtin) && !entityTypes.has(name)) return { kind: "builtin", name: builtin };
    }
    if (kind !== "common" && (entityTypes.has(name) || actions.has(name))) return { kind: "entity", name };
    return undefined;
  }
}
