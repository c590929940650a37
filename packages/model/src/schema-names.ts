import { fail, fieldOf, type JsonObject, type JsonValue, objectOf } from "./json.ts";

/** The types that Cedar has by itself, which can also be named with `__cedar::` in front. */
export type BuiltinName = "Bool" | "Long" | "String" | "decimal" | "ipaddr" | "datetime" | "duration";

const builtins: ReadonlySet<string> = new Set<BuiltinName>([
  "Bool",
  "Long",
  "String",
  "decimal",
  "ipaddr",
  "datetime",
  "duration",
]);

/** What a name in a schema means. */
export type Meaning =
  | { readonly kind: "common"; readonly name: string }
  | { readonly kind: "builtin"; readonly name: BuiltinName }
  | { readonly kind: "entity"; readonly name: string };

/** One declaration, and the namespace that it stands in, whose names it sees. */
export interface Declaration {
  readonly namespace: string;
  readonly json: JsonValue;
}

/** All that a schema declares, by full names: `Photos::Album`. Actions come by type, then by id. */
export interface Declarations {
  readonly commonTypes: ReadonlyMap<string, Declaration>;
  readonly entityTypes: ReadonlyMap<string, Declaration>;
  readonly actions: ReadonlyMap<string, ReadonlyMap<string, Declaration>>;
}

/** Gathers the declarations of all namespaces of a schema in JSON. */
export function declarationsOf(schema: JsonObject): Declarations {
  const commonTypes = new Map<string, Declaration>();
  const entityTypes = new Map<string, Declaration>();
  const actions = new Map<string, ReadonlyMap<string, Declaration>>();
  for (const [namespace, json] of Object.entries(schema)) {
    const parts = objectOf(json, "a namespace");
    const declared = (section: string): readonly (readonly [string, Declaration])[] =>
      Object.entries(objectOf(fieldOf(parts, section) ?? {}, section)).map(([name, each]) => [
        name,
        { namespace, json: each },
      ]);
    for (const [name, each] of declared("commonTypes")) commonTypes.set(qualify(namespace, name), each);
    for (const [name, each] of declared("entityTypes")) entityTypes.set(qualify(namespace, name), each);
    const own = declared("actions");
    if (own.length > 0) actions.set(qualify(namespace, "Action"), new Map(own));
  }
  return { commonTypes, entityTypes, actions };
}

/** Where a name is looked for: as it is, and before that in the namespace, if it has none itself. */
export function candidates(name: string, namespace: string): readonly string[] {
  return namespace === "" || name.includes("::") ? [name] : [qualify(namespace, name), name];
}

/**
 * What a name means where it stands. At each place common types come before entity types; built-in types are outside of
 * all namespaces, where any declaration comes before them.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html#schema-typeDisambiguation
 */
export function meaningOf(
  name: string,
  namespace: string,
  wanted: "common" | "entity" | "either",
  { commonTypes, entityTypes, actions }: Declarations,
): Meaning {
  for (const candidate of candidates(name, namespace)) {
    const isEntity = entityTypes.has(candidate) || actions.has(candidate);
    if (wanted !== "entity") {
      if (commonTypes.has(candidate)) return { kind: "common", name: candidate };
      const builtin = candidate.replace(/^__cedar::/, "");
      if (isBuiltin(builtin) && !entityTypes.has(candidate)) return { kind: "builtin", name: builtin };
    }
    if (wanted !== "common" && isEntity) return { kind: "entity", name: candidate };
  }
  return fail(`the type ${name} is not declared`);
}

export function isBuiltin(name: string): name is BuiltinName {
  return builtins.has(name);
}

function qualify(namespace: string, name: string): string {
  return namespace === "" ? name : `${namespace}::${name}`;
}
