import { failure, type Result, success } from "@deodar/diagnostics";
import type {
  Action,
  ActionReference,
  AppliesTo,
  Attribute,
  EntityType,
  EnumeratedEntityType,
  Namespace,
  SchemaFragment,
  SchemaType,
  TypeName,
} from "./ast.ts";
import { maxFaults } from "./limits.ts";
import { type Definitions, gatherDefinitions } from "./resolve/definitions.ts";
import { findActionReference, findUnknownNames } from "./resolve/references.ts";
import { findRestricted } from "./resolve/restricted.ts";
import { Scope } from "./resolve/scope.ts";

/**
 * Replaces every name in a fragment by what it means: full names, and for each name in a type whether it is that of an
 * entity type or of a common one. The fragment has to declare all that it refers to. Written as JSON, it is what the
 * reference calls a schema with resolved types.
 *
 * @returns the fragment; or what cannot be declared; or the names that are declared nowhere
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html#schema-typeDisambiguation
 */
export function resolveNames(fragment: SchemaFragment): Result<SchemaFragment> {
  const definitions = gatherDefinitions([fragment]);
  for (const find of [findRestricted, findUnknownNames]) {
    const faults = find(definitions);
    if (faults.length > 0) return failure(faults.slice(0, maxFaults));
  }
  const namespaces = fragment.namespaces.map((namespace) =>
    new Renamer(namespace.name, definitions).namespace(namespace),
  );
  return success({ ...fragment, namespaces });
}

/** Renames in one namespace. Parts that declarations of several names share are shared in the outcome, too. */
class Renamer {
  readonly #definitions: Definitions;
  readonly #scope: Scope;
  readonly #known = new Map<object, object>();

  constructor(namespace: string, definitions: Definitions) {
    this.#definitions = definitions;
    this.#scope = new Scope(namespace, definitions);
  }

  namespace(namespace: Namespace): Namespace {
    const { commonTypes, entityTypes, actions } = namespace;
    return {
      ...namespace,
      commonTypes: commonTypes.map((common) => ({ ...common, type: this.#type(common.type) })),
      entityTypes: entityTypes.map((entityType) => this.#entityType(entityType)),
      actions: actions.map((action) => this.#action(action)),
    };
  }

  #entityType(type: EntityType | EnumeratedEntityType): EntityType | EnumeratedEntityType {
    if (type.kind === "enumeratedEntityType") return type;
    const tags = type.tags === undefined ? undefined : this.#type(type.tags);
    return { ...type, memberOfTypes: this.#names(type.memberOfTypes), shape: this.#type(type.shape), tags };
  }

  #action(action: Action): Action {
    const { memberOf, appliesTo } = action;
    return {
      ...action,
      memberOf: memberOf && this.#once(memberOf, () => memberOf.map((group) => this.#group(group))),
      appliesTo: appliesTo && this.#once(appliesTo, () => this.#appliesTo(appliesTo)),
    };
  }

  #appliesTo(appliesTo: AppliesTo): AppliesTo {
    const { principalTypes, resourceTypes, context } = appliesTo;
    return {
      ...appliesTo,
      principalTypes: this.#names(principalTypes),
      resourceTypes: this.#names(resourceTypes),
      context: this.#type(context),
    };
  }

  #group(group: ActionReference): ActionReference {
    const found = findActionReference(group, this.#scope, this.#definitions);
    return { ...group, type: found?.uid.type ?? group.type };
  }

  #names(names: readonly TypeName[]): readonly TypeName[] {
    return this.#once(names, () =>
      names.map((each) => ({ ...each, name: this.#scope.resolve(each.name, "entity")?.name ?? each.name })),
    );
  }

  #type(type: SchemaType): SchemaType {
    return this.#once(type, () => this.#renamed(type));
  }

  #renamed(type: SchemaType): SchemaType {
    switch (type.kind) {
      case "boolean":
      case "long":
      case "string":
      case "extension":
        return type;
      case "set":
        return { ...type, element: this.#type(type.element) };
      case "record":
        return { ...type, attributes: type.attributes.map((attribute) => this.#attribute(attribute)) };
      case "entity":
      case "common":
      case "entityOrCommon": {
        const found = this.#scope.resolve(type.name, type.kind);
        // Built-in types keep the name that they were called by.
        if (found === undefined || found.kind === "builtin") return { ...type, kind: "common" };
        return { ...type, kind: found.kind, name: found.name };
      }
    }
  }

  #attribute(attribute: Attribute): Attribute {
    return { ...attribute, type: this.#type(attribute.type) };
  }

  #once<T extends object>(node: T, rename: () => T): T {
    const known = this.#known.get(node);
    if (known !== undefined) return known as T;
    const renamed = rename();
    this.#known.set(node, renamed);
    return renamed;
  }
}
