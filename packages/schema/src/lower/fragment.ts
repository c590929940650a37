import type { Span } from "@deodar/diagnostics";
import type { Action, CommonType, EntityType, EnumeratedEntityType, Namespace, SchemaFragment } from "../ast.ts";
import type { CstItem, CstMember, CstNamespace, CstTypeDeclaration } from "../cst.ts";
import { schemaFault } from "../faults/catalogue.ts";
import { isReservedTypeName } from "../reserved-type-names.ts";
import { lowerAction } from "./action.ts";
import { lowerEntity } from "./entity-type.ts";
import { type Lowering, spanOf } from "./lowering.ts";
import { lowerAnnotations, lowerPath, lowerWord } from "./text.ts";
import { lowerType } from "./type.ts";

/**
 * The fragment that these items are. What stands outside of namespaces is one namespace, the last to be judged, as in
 * the reference.
 */
export function lowerFragment(lowering: Lowering, items: readonly CstItem[], length: number): SchemaFragment {
  const namespaces: Namespace[] = [];
  const unqualified: CstMember[] = [];
  const known = new Map<string, Span>();
  const again: { readonly name: string; readonly places: readonly Span[] }[] = [];
  for (const { annotations, node } of items) {
    if (node.kind !== "namespace") {
      unqualified.push({ annotations, node });
      continue;
    }
    const namespace = lowerNamespace(lowering, node, annotations);
    const { name } = namespace;
    const earlier = known.get(name);
    if (earlier === undefined) known.set(name, node.name);
    else again.push({ name, places: [node.name, earlier] });
    namespaces.push(namespace);
  }
  if (unqualified.length > 0) {
    const declared = { span: undefined, name: "", nameSpan: undefined, annotations: [] };
    namespaces.push({ kind: "namespace", ...declared, ...lowerMembers(lowering, unqualified) });
  }
  for (const { name, places } of again) {
    lowering.names.push(schemaFault("schema/duplicate-namespace", places, { name }));
  }
  return { kind: "fragment", span: { start: 0, end: length }, namespaces };
}

function lowerNamespace(lowering: Lowering, node: CstNamespace, annotated: CstItem["annotations"]): Namespace {
  const name = lowerPath(lowering, node.name.words);
  if (node.name.words.some(({ text }) => text === "__cedar")) {
    lowering.names.push(schemaFault("schema/reserved-namespace", [node.name]));
  }
  const members = lowerMembers(lowering, node.items);
  const annotations = lowerAnnotations(lowering, annotated, node.end);
  return { kind: "namespace", span: spanOf(node), name, nameSpan: spanOf(node.name), annotations, ...members };
}

interface Members {
  readonly commonTypes: readonly CommonType[];
  readonly entityTypes: readonly (EntityType | EnumeratedEntityType)[];
  readonly actions: readonly Action[];
}

/** Entity types are judged before actions, and those before common types, as in the reference. */
function lowerMembers(lowering: Lowering, members: readonly CstMember[]): Members {
  const entityTypes: (EntityType | EnumeratedEntityType)[] = [];
  const actions: Action[] = [];
  const commonTypes: CommonType[] = [];
  for (const { annotations, node } of members) {
    if (node.kind !== "entity") continue;
    const lowered = lowerAnnotations(lowering, annotations, node.end);
    for (const type of lowerEntity(lowering, node, lowered)) entityTypes.push(type);
  }
  checkReserved(lowering, entityTypes);
  for (const { annotations, node } of members) {
    if (node.kind !== "action") continue;
    const lowered = lowerAnnotations(lowering, annotations, node.end);
    for (const action of lowerAction(lowering, node, lowered)) actions.push(action);
  }
  for (const { annotations, node } of members) {
    if (node.kind === "type") commonTypes.push(lowerCommonType(lowering, node, annotations));
  }
  checkReserved(lowering, commonTypes);
  for (const list of [entityTypes, actions, commonTypes]) checkUnique(lowering, list);
  return { commonTypes, entityTypes, actions };
}

function lowerCommonType(
  lowering: Lowering,
  node: CstTypeDeclaration,
  annotated: CstMember["annotations"],
): CommonType {
  const annotations = lowerAnnotations(lowering, annotated, node.end);
  const name = lowerWord(lowering, node.name);
  const type = lowerType(lowering, node.type);
  return { kind: "commonType", span: spanOf(node), name, nameSpan: spanOf(node.name), annotations, type };
}

type Declared = CommonType | EntityType | EnumeratedEntityType | Action;

function checkUnique(lowering: Lowering, declarations: readonly Declared[]): void {
  const known = new Map<string, Declared>();
  for (const declaration of declarations) {
    const { name } = declaration;
    const earlier = known.get(name);
    if (earlier === undefined) known.set(name, declaration);
    else lowering.names.push(schemaFault("schema/duplicate-declaration", placesOf(earlier, declaration), { name }));
  }
}

function placesOf(...declarations: readonly Declared[]): Span[] {
  return declarations.flatMap(({ nameSpan }) => (nameSpan === undefined ? [] : [nameSpan]));
}

function checkReserved(lowering: Lowering, types: Members["entityTypes"] | Members["commonTypes"]): void {
  for (const type of types) {
    if (type.name === "__cedar") lowering.declarations.push(schemaFault("schema/reserved-namespace", placesOf(type)));
    else if (type.kind === "commonType" && isReservedTypeName(type.name)) {
      lowering.declarations.push(schemaFault("schema/reserved-type-name", placesOf(type), { name: type.name }));
    }
  }
}
