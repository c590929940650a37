import { compareNames } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import type { TypeName } from "../ast.ts";
import { maxFaults } from "../limits.ts";
import type { Schema } from "../model.ts";
import { type ActionDefinition, type Definitions, type EntityTypeDefinition, faultAt } from "./definitions.ts";
import { joinNames } from "./references.ts";

/**
 * The types of actions that stand where only declared entity types can: as parents of entity types, as principals and as
 * resources. Elsewhere, as in attributes, they may.
 */
export function findMisplacedTypes(definitions: Definitions, { entityTypes, actions }: Schema): Diagnostic[] {
  const sets = new Set<ReadonlySet<string>>();
  for (const { parents } of entityTypes.values()) sets.add(parents);
  for (const byId of actions.values())
    for (const action of byId.values()) sets.add(action.principals).add(action.resources);
  const misplaced = new Set<string>();
  for (const set of sets) for (const name of set) if (!entityTypes.has(name)) misplaced.add(name);
  if (misplaced.size === 0) return [];
  const names = [...misplaced].sort(compareNames).slice(0, maxFaults);
  const words = { plural: names.length > 1 ? "s" : "", names: joinNames(names) };
  const places = placesOf(definitions, new Set(names));
  const spans = places.map(({ span }) => span);
  const [first] = places;
  return first === undefined ? [] : [faultAt(first.definition, "schema/undeclared-entity-type", spans, words)];
}

interface Place {
  readonly definition: EntityTypeDefinition | ActionDefinition;
  readonly span: Span | undefined;
}

/** Where each of these names first stands. */
function placesOf(definitions: Definitions, sought: Set<string>): Place[] {
  const places: Place[] = [];
  for (const [definition, names] of references(definitions)) {
    for (const { name, span } of names) {
      const resolved = definition.block.scope.resolve(name, "entity")?.name;
      if (resolved !== undefined && sought.delete(resolved)) places.push({ definition, span });
    }
    if (sought.size === 0) break;
  }
  return places;
}

function* references({
  entityTypes,
  actions,
}: Definitions): Generator<[EntityTypeDefinition | ActionDefinition, readonly TypeName[]]> {
  for (const definition of entityTypes.values()) {
    if (definition.node.kind === "entityType") yield [definition, definition.node.memberOfTypes];
  }
  for (const byId of actions.values()) {
    for (const definition of byId.values()) {
      const { appliesTo } = definition.node;
      if (appliesTo !== undefined) yield [definition, appliesTo.principalTypes];
      if (appliesTo !== undefined) yield [definition, appliesTo.resourceTypes];
    }
  }
}
