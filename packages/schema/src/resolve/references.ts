import { type Diagnostic, quote, type Span } from "@deodar/diagnostics";
import type { ActionReference, SchemaType, TypeName } from "../ast.ts";
import { maxFaults } from "../limits.ts";
import {
  type ActionDefinition,
  type CommonTypeDefinition,
  type Definitions,
  type EntityTypeDefinition,
  faultAt,
} from "./definitions.ts";
import { Once } from "./once.ts";
import type { ReferenceKind, Scope } from "./scope.ts";
import { sortedAttributes } from "./sorted-attributes.ts";

type AnyDefinition = CommonTypeDefinition | EntityTypeDefinition | ActionDefinition;

/** A reference to a type that is declared nowhere. */
interface UnknownType {
  readonly name: string;
  readonly span: Span | undefined;
  readonly kind: ReferenceKind;
}

interface Found {
  readonly definition: AnyDefinition;
  readonly type: UnknownType;
}

/**
 * The names of types and actions that no fragment declares. Like in the reference they are one error for all types and
 * one for all actions. Of each declaration the reference tells only the names that it meets first; a further error has
 * the others.
 */
export function findUnknownNames(definitions: Definitions): Diagnostic[] {
  const search = new Search();
  for (const definition of definitions.commonTypes.values()) {
    const unknown = search.inType(definition.node.type, definition.block.scope);
    search.report(definition, [unknown.slice(0, 1)], [unknown]);
  }
  for (const definition of definitions.entityTypes.values()) search.inEntityType(definition);
  for (const byId of definitions.actions.values()) for (const action of byId.values()) search.inAction(action);
  return [...search.faults(), ...unknownActions(definitions)];
}

/** The action that a reference names, or `undefined` if there is none. */
export function findActionReference(
  { type = "Action", id }: ActionReference,
  scope: Scope,
  { actions }: Definitions,
): ActionDefinition | undefined {
  for (const candidate of scope.candidates(type)) {
    const found = actions.get(candidate)?.get(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `A`, `A and B`, `A, B, and C`, as the reference joins names. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) as string;
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${last}`;
}

const none: readonly UnknownType[] = [];

class Search {
  readonly #told: Found[] = [];
  readonly #others: Found[] = [];
  readonly #seen = new Once<SchemaType | readonly TypeName[], readonly UnknownType[]>();

  inEntityType(definition: EntityTypeDefinition): void {
    const { node, block } = definition;
    if (node.kind === "enumeratedEntityType") return;
    const parents = this.#inList(node.memberOfTypes, block.scope);
    const shape = this.inType(node.shape, block.scope);
    const tags = node.tags === undefined ? none : this.inType(node.tags, block.scope);
    if (parents.length === 0) this.report(definition, [shape.slice(0, 1), tags.slice(0, 1)], [shape, tags]);
    else this.report(definition, [parents], [parents, shape, tags]);
  }

  inAction(definition: ActionDefinition): void {
    const { appliesTo } = definition.node;
    if (appliesTo === undefined) return;
    const { scope } = definition.block;
    const context = this.inType(appliesTo.context, scope);
    const principals = this.#inList(appliesTo.principalTypes, scope);
    const resources = this.#inList(appliesTo.resourceTypes, scope);
    if (context.length > 0) this.report(definition, [context.slice(0, 1)], [context, principals, resources]);
    else this.report(definition, [principals, resources], [principals, resources]);
  }

  report(definition: AnyDefinition, told: readonly (readonly UnknownType[])[], all = told): void {
    const tellable = new Set<UnknownType>();
    for (const types of told) for (const type of types) tellable.add(type);
    for (const type of tellable) if (this.#told.length < maxFaults) this.#told.push({ definition, type });
    for (const types of all) {
      for (const type of types) {
        if (this.#others.length >= maxFaults) return;
        if (!tellable.has(type)) this.#others.push({ definition, type });
      }
    }
  }

  inType(type: SchemaType, scope: Scope): readonly UnknownType[] {
    return this.#seen.get(type, scope, () => {
      const found: UnknownType[] = [];
      collect(type, scope, found);
      return found;
    });
  }

  faults(): Diagnostic[] {
    return [this.#told, this.#others].filter((found) => found.length > 0).map(typesFault);
  }

  #inList(names: readonly TypeName[], scope: Scope): readonly UnknownType[] {
    return this.#seen.get(names, scope, () => {
      // The reference has sets where these are lists.
      const unknown = new Map<string, UnknownType>();
      for (const { name, span } of names) {
        if (unknown.has(name) || scope.resolve(name, "entity") !== undefined) continue;
        unknown.set(name, { name, span, kind: "entity" });
      }
      return [...unknown.values()];
    });
  }
}

/** Gathers the unknown names of a type, in the order in which the reference meets them. */
function collect(type: SchemaType, scope: Scope, found: UnknownType[]): void {
  switch (type.kind) {
    case "boolean":
    case "long":
    case "string":
    case "extension":
      return;
    case "set":
      collect(type.element, scope, found);
      return;
    case "record":
      for (const attribute of sortedAttributes(type)) collect(attribute.type, scope, found);
      return;
    case "entity":
    case "common":
    case "entityOrCommon": {
      const { name, span, kind } = type;
      if (scope.resolve(name, kind) === undefined) found.push({ name, span, kind });
    }
  }
}

function typesFault(found: readonly Found[]): Diagnostic {
  const { definition, type } = found[0] as Found;
  const names = found.map((each) => each.type.name).join(", ");
  const words = { plural: found.length > 1 ? "s" : "", names, reason: reasonFor(type, definition.block.scope) };
  return faultAt(
    definition,
    "schema/unknown-type",
    found.map((each) => each.type.span),
    words,
  );
}

const declaredAs = {
  common: "as a common type",
  entity: "as an entity type",
  entityOrCommon: "as a common or entity type",
} as const;

function reasonFor({ name, kind }: UnknownType, scope: Scope): string {
  const [first, second] = scope.candidates(name);
  if (second === undefined) return `\`${first}\` has not been declared ${declaredAs[kind]}`;
  return `neither \`${first}\` nor \`${second}\` refers to anything that has been declared ${declaredAs[kind]}`;
}

const nowhere: readonly ActionReference[] = [];

function unknownActions(definitions: Definitions): Diagnostic[] {
  const seen = new Once<readonly ActionReference[], readonly ActionReference[]>();
  const found: { readonly definition: ActionDefinition; readonly reference: ActionReference }[] = [];
  for (const byId of definitions.actions.values()) {
    for (const definition of byId.values()) {
      const { memberOf = nowhere } = definition.node;
      const { scope } = definition.block;
      const unknown = seen.get(memberOf, scope, () => unknownGroups(memberOf, scope, definitions));
      for (const reference of unknown) if (found.length < maxFaults) found.push({ definition, reference });
    }
  }
  const [first] = found;
  if (first === undefined) return [];
  const names = joinNames(found.map(({ reference }) => printReference(reference)));
  const spans = found.map(({ reference }) => reference.span);
  return [faultAt(first.definition, "schema/unknown-action", spans, { plural: found.length > 1 ? "s" : "", names })];
}

function unknownGroups(
  references: readonly ActionReference[],
  scope: Scope,
  definitions: Definitions,
): readonly ActionReference[] {
  const unknown = new Map<string, ActionReference>();
  for (const reference of references) {
    if (findActionReference(reference, scope, definitions) === undefined) {
      const name = printReference(reference);
      if (!unknown.has(name)) unknown.set(name, reference);
    }
  }
  return [...unknown.values()];
}

function printReference({ type = "Action", id }: ActionReference): string {
  return `${type}::${quote(id)}`;
}
