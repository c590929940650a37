import { compareNames, type EntityUid, entityUid, printUid } from "@deodar/core";
import { compareStrings, type Diagnostic, errorOf, type Severity, type Span } from "@deodar/diagnostics";
import type { Action, CommonType, EntityType, EnumeratedEntityType, Namespace, SchemaFragment } from "../ast.ts";
import { basename } from "../basename.ts";
import { catalogue, type SchemaCode } from "./catalogue.ts";
import { Scope } from "./scope.ts";

/** What the declarations of one namespace in one fragment have in common. */
export interface Block {
  readonly scope: Scope;
  readonly namespace: Namespace;
  /** The index of the fragment, if there are several. */
  readonly fragment: number | undefined;
}

/** One declaration with its full name: `Photos::Album`. */
export interface Definition<Node> {
  readonly block: Block;
  readonly name: string;
  readonly node: Node;
}

export interface ActionDefinition {
  readonly block: Block;
  readonly uid: EntityUid;
  readonly node: Action;
}

export type CommonTypeDefinition = Definition<CommonType>;
export type EntityTypeDefinition = Definition<EntityType | EnumeratedEntityType>;

/** All declarations of some fragments, in a fixed order, and by name. Of several of one name the first counts. */
export interface Definitions {
  readonly blocks: readonly Block[];
  readonly commonTypes: ReadonlyMap<string, CommonTypeDefinition>;
  readonly entityTypes: ReadonlyMap<string, EntityTypeDefinition>;
  /** By type, then by id. */
  readonly actions: ReadonlyMap<string, ReadonlyMap<string, ActionDefinition>>;
  /** What is declared again in another fragment. */
  readonly duplicates: readonly Diagnostic[];
}

/** Gathers the declarations. The namespaces of a fragment are taken in the order that the reference gives them. */
export function gatherDefinitions(fragments: readonly SchemaFragment[]): Definitions {
  const blocks: Block[] = [];
  const commonTypes = new Map<string, CommonTypeDefinition>();
  const entityTypes = new Map<string, EntityTypeDefinition>();
  const actions = new Map<string, Map<string, ActionDefinition>>();
  const duplicates: Diagnostic[] = [];
  const definitions: Definitions = { blocks, commonTypes, entityTypes, actions, duplicates };
  for (const [index, fragment] of fragments.entries()) {
    for (const namespace of inOrder(fragment.namespaces)) {
      const scope = new Scope(namespace.name, definitions);
      const block: Block = { scope, namespace, fragment: fragments.length > 1 ? index : undefined };
      blocks.push(block);
      for (const node of namespace.commonTypes) {
        const definition = { block, name: qualify(namespace.name, node.name), node };
        if (addTo(commonTypes, definition)) continue;
        duplicates.push(faultAt(definition, "schema/duplicate-common-type", node.span, { name: definition.name }));
      }
      for (const node of namespace.entityTypes) {
        const definition = { block, name: qualify(namespace.name, node.name), node };
        if (addTo(entityTypes, definition)) continue;
        duplicates.push(faultAt(definition, "schema/duplicate-entity-type", node.span, { name: definition.name }));
      }
      addActions(block, actions, duplicates);
    }
  }
  return definitions;
}

/** The name in this namespace; `""` is the empty one. */
export function qualify(namespace: string, name: string): string {
  return namespace === "" ? name : `${namespace}::${name}`;
}

/**
 * A fault in a declaration. Its label is the place in the text, if there is one; for a schema from JSON its path is that
 * of the declaration. With several fragments the path begins with the index of the fragment.
 */
export function faultAt(
  { block, node }: { readonly block: Block; readonly node: CommonType | EntityType | EnumeratedEntityType | Action },
  code: SchemaCode,
  spans: Span | undefined | readonly (Span | undefined)[],
  words: { readonly [word: string]: string },
  severity: Severity = "error",
): Diagnostic {
  const path: (string | number)[] = block.fragment === undefined ? [] : [block.fragment];
  if (node.span === undefined) path.push(block.namespace.name, sections[node.kind], node.name);
  const labels: Span[] = [];
  for (const span of [spans].flat()) if (span !== undefined) labels.push({ start: span.start, end: span.end });
  const error = errorOf(code, catalogue[code], words, { labels, ...(path.length > 0 && { path }) });
  return { ...error, severity };
}

const sections = {
  commonType: "commonTypes",
  entityType: "entityTypes",
  enumeratedEntityType: "entityTypes",
  action: "actions",
} as const;

/** The empty namespace comes first, then by the last identifier, then by the ones before it. */
function inOrder(namespaces: readonly Namespace[]): readonly Namespace[] {
  const named = namespaces.filter(({ name }) => name !== "");
  const byBasename = named.map((namespace) => ({ namespace, last: basename(namespace.name) }));
  byBasename.sort((a, b) => compareStrings(a.last, b.last) || compareNames(a.namespace.name, b.namespace.name));
  const empty = namespaces.filter(({ name }) => name === "");
  return [...empty, ...byBasename.map(({ namespace }) => namespace)];
}

function addTo<Node>(known: Map<string, Definition<Node>>, definition: Definition<Node>): boolean {
  if (known.has(definition.name)) return false;
  known.set(definition.name, definition);
  return true;
}

function addActions(block: Block, known: Map<string, Map<string, ActionDefinition>>, duplicates: Diagnostic[]): void {
  const { actions } = block.namespace;
  if (actions.length === 0) return;
  const type = qualify(block.namespace.name, "Action");
  const byId = known.get(type) ?? new Map<string, ActionDefinition>();
  known.set(type, byId);
  for (const node of actions) {
    const definition: ActionDefinition = { block, uid: entityUid(type, node.name), node };
    if (!byId.has(node.name)) byId.set(node.name, definition);
    else
      duplicates.push(
        faultAt(definition, "schema/duplicate-action", node.nameSpan, { name: printUid(definition.uid) }),
      );
  }
}
