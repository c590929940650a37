import type { Namespace, SchemaFragment, SchemaType } from "../ast.ts";

/** The types in a namespace that are not parts of others; those that declarations share are there once. */
export function typesOf({ commonTypes, entityTypes, actions }: Namespace): ReadonlySet<SchemaType> {
  const types = new Set<SchemaType>();
  for (const { type } of commonTypes) types.add(type);
  for (const entityType of entityTypes) {
    if (entityType.kind === "enumeratedEntityType") continue;
    types.add(entityType.shape);
    if (entityType.tags !== undefined) types.add(entityType.tags);
  }
  for (const { appliesTo } of actions) if (appliesTo !== undefined) types.add(appliesTo.context);
  return types;
}

/** A type and all types inside of it. */
export function* partsOf(type: SchemaType): Generator<SchemaType> {
  const todo = [type];
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    yield part;
    if (part.kind === "set") todo.push(part.element);
    else if (part.kind === "record") for (const attribute of part.attributes) todo.push(attribute.type);
  }
}

/**
 * The names, in full, that are those of both an entity type and a common type, so that text could not tell which of
 * them is meant. In the empty namespace that only counts for names by which the entity type is meant.
 */
export function collisionsOf({ namespaces }: SchemaFragment): string[] {
  const collisions: string[] = [];
  for (const namespace of namespaces) {
    const common = new Set(namespace.commonTypes.map(({ name }) => name));
    const both = namespace.entityTypes.map(({ name }) => name).filter((name) => common.has(name));
    if (namespace.name !== "") for (const name of both) collisions.push(`${namespace.name}::${name}`);
    else if (both.length > 0) {
      const meant = entitiesMeant(namespaces);
      collisions.push(...both.filter((name) => meant.has(name)));
    }
  }
  return collisions;
}

function entitiesMeant(namespaces: readonly Namespace[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const namespace of namespaces) {
    for (const type of typesOf(namespace)) {
      for (const part of partsOf(type)) if (part.kind === "entity") names.add(part.name);
    }
  }
  return names;
}
