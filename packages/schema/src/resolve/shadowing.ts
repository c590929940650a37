import { printUid } from "@deodar/core";
import type { Diagnostic } from "@deodar/diagnostics";
import { basename } from "../basename.ts";
import { builtinTypes } from "./builtins.ts";
import {
  type ActionDefinition,
  type CommonTypeDefinition,
  type Definitions,
  type EntityTypeDefinition,
  faultAt,
} from "./definitions.ts";

type TypeDefinition = CommonTypeDefinition | EntityTypeDefinition;

/**
 * The declarations outside of all namespaces that one inside a namespace hides, which is refused: readers could not tell
 * which of them is meant.
 *
 * Source: RFC 70, https://github.com/cedar-policy/rfcs/blob/main/text/0070-disallow-empty-namespace-shadowing.md
 */
export function findShadowing({ commonTypes, entityTypes, actions }: Definitions): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const types: TypeDefinition[] = [...entityTypes.values(), ...commonTypes.values()];
  const hiding = new Map<string, TypeDefinition>();
  for (const type of types) if (isQualified(type)) hiding.set(basename(type.name), type);
  const told = new Set<string>();
  for (const { name: shadowed, block } of types) {
    const shadowing = hiding.get(shadowed);
    if (block.namespace.name !== "" || shadowing === undefined || told.has(shadowed)) continue;
    told.add(shadowed);
    const words = { shadowing: shadowing.name, shadowed };
    faults.push(faultAt(shadowing, "schema/type-shadowing", shadowing.node.span, words));
  }
  const hidingActions = new Map<string, ActionDefinition>();
  for (const [type, byId] of actions) {
    if (type !== "Action") for (const [id, action] of byId) hidingActions.set(id, action);
  }
  for (const [id, { uid }] of actions.get("Action") ?? []) {
    const shadowing = hidingActions.get(id);
    if (shadowing === undefined) continue;
    const words = { shadowing: printUid(shadowing.uid), shadowed: printUid(uid) };
    faults.push(faultAt(shadowing, "schema/action-shadowing", shadowing.node.nameSpan, words));
  }
  return faults;
}

function isQualified({ block }: TypeDefinition): boolean {
  return block.namespace.name !== "";
}

/**
 * What the declarations of a schema text hide and are allowed to: entity types of the same namespace, and built-in
 * types. The reference does not look at schemas in JSON for this.
 */
export function findHiddenNames({ commonTypes, entityTypes }: Definitions): Diagnostic[] {
  const warnings: Diagnostic[] = [];
  for (const definition of commonTypes.values()) {
    const { name, nameSpan, span } = definition.node;
    if (span === undefined) continue;
    const hidden = entityTypes.get(definition.name);
    if (hidden?.block === definition.block) {
      const spans = [hidden.node.nameSpan, nameSpan];
      warnings.push(faultAt(definition, "schema/shadows-entity", spans, { name }, "warning"));
    }
    if (builtinTypes.has(name)) warnings.push(builtinHidden(definition));
  }
  for (const definition of entityTypes.values()) {
    const { name, span } = definition.node;
    if (span !== undefined && builtinTypes.has(name)) warnings.push(builtinHidden(definition));
  }
  return warnings;
}

function builtinHidden(definition: TypeDefinition): Diagnostic {
  const { name, nameSpan } = definition.node;
  return faultAt(definition, "schema/shadows-builtin", nameSpan, { name }, "warning");
}
