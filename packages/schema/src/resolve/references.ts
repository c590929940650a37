import { compareStrings, printUid } from "@deodar/core";
import { type Diagnostic, quote, type Span } from "@deodar/diagnostics";
import type { Action, ActionReference, SchemaType, TypeName } from "../ast.ts";
import {
  type ActionDefinition,
  type CommonTypeDefinition,
  type Definitions,
  type EntityTypeDefinition,
  faultAt,
  qualify,
} from "./definitions.ts";
import type { ReferenceKind, Scope } from "./scope.ts";

/** A name that is declared nowhere. */
interface UnknownName {
  readonly definition: CommonTypeDefinition | EntityTypeDefinition | ActionDefinition;
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly span: Span | undefined;
}

interface UnknownNames {
  /** Those that the reference tells: the first of each type, and all in lists. */
  readonly told: UnknownName[];
  readonly others: UnknownName[];
}

/**
 * The names of types and actions that no fragment declares. Like in the reference they are one error for all types and
 * one for all actions; a further error has those that the reference leaves for when the others are mended.
 */
export function findUnknownNames(definitions: Definitions): Diagnostic[] {
  const types: UnknownNames = { told: [], others: [] };
  const actions: { definition: ActionDefinition; reference: ActionReference }[] = [];
  for (const definition of definitions.commonTypes.values()) {
    report(types, unknownIn(definition.node.type, definition));
  }
  for (const definition of definitions.entityTypes.values()) checkEntityType(types, definition);
  for (const byId of definitions.actions.values()) {
    for (const definition of byId.values()) {
      checkAppliesTo(types, definition);
      for (const reference of definition.node.memberOf ?? []) {
        if (findActionReference(reference, definition.block.scope, definitions) === undefined) {
          actions.push({ definition, reference });
        }
      }
    }
  }
  const faults: Diagnostic[] = [];
  for (const list of [types.told, types.others]) if (list.length > 0) faults.push(typesFault(list));
  const [first] = actions;
  if (first !== undefined) {
    const names = join(actions.map(({ reference }) => printReference(reference)));
    const spans = actions.map(({ reference }) => reference.span);
    faults.push(faultAt(first.definition, "schema/unknown-action", spans, { plural: actions.length > 1 ? "s" : "", names }));
  }
  return faults;
}

/** The uid of the action that a reference names, or `undefined` if there is none. */
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

/** `A`, `A and B`, `A, B and C`, as the reference joins names. */
export function join(names: readonly string[]): string {
  const last = names.at(-1) as string;
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
