import type { Label } from "@deodar/diagnostics";
import type { Action, ActionReference, AppliesTo, SchemaAnnotation, SchemaType, TypeName } from "../ast.ts";
import type { CstAction, CstActionGroup, CstAppliesTo, CstTarget } from "../cst.ts";
import { labelledFault, type SchemaSyntaxCode } from "../faults/catalogue.ts";
import { type Lowering, spanOf } from "./lowering.ts";
import { lowerName, lowerPath } from "./text.ts";
import { lowerRecord, lowerTypeNames } from "./type.ts";

/** One action for each of the names of a declaration. */
export function lowerAction(lowering: Lowering, node: CstAction, annotations: readonly SchemaAnnotation[]): Action[] {
  const names = node.names.map((name) => lowerName(lowering, name));
  const memberOf = node.parents?.map((group) => lowerGroup(lowering, group));
  const appliesTo = node.appliesTo === null ? nothing : lowerAppliesTo(lowering, node, node.appliesTo, names[0] ?? "");
  const span = spanOf(node);
  return node.names.map((at, index) => {
    const name = names[index] ?? "";
    return {
      kind: "action",
      span,
      name,
      nameSpan: spanOf(at),
      annotations,
      memberOf,
      appliesTo,
      attributes: undefined,
    };
  });
}

const anything: SchemaType = { kind: "record", span: undefined, attributes: [], additionalAttributes: false };

/** An action without `appliesTo` applies to nothing; it can be a group of other actions. */
const nothing: AppliesTo = {
  kind: "appliesTo",
  span: undefined,
  principalTypes: [],
  resourceTypes: [],
  context: anything,
};

function lowerGroup(lowering: Lowering, { start, end, path, id }: CstActionGroup): ActionReference {
  const type = path === null ? undefined : lowerPath(lowering, path);
  return { kind: "actionReference", span: { start, end }, type, id: lowerName(lowering, id) };
}

function lowerAppliesTo(lowering: Lowering, action: CstAction, node: CstAppliesTo, name: string): AppliesTo {
  const first = new Map<CstTarget["kind"], CstTarget>();
  const refuse = (code: SchemaSyntaxCode, labels: readonly Label[], variable: string): void => {
    lowering.declarations.push(labelledFault(code, labels, { action: name, variable }));
  };
  let principalTypes: readonly TypeName[] = [];
  let resourceTypes: readonly TypeName[] = [];
  let context: SchemaType = anything;
  for (const target of node.targets) {
    const { kind } = target;
    const earlier = first.get(kind);
    if (earlier === undefined) first.set(kind, target);
    else
      refuse(
        kind === "context" ? "schema/duplicate-context" : "schema/duplicate-target",
        [earlier, target].map(spanOf),
        kind,
      );
    if (kind === "context") {
      context = lowerContext(lowering, target.type);
      continue;
    }
    if (target.types.length === 0 && earlier === undefined) {
      const place = { ...spanOf(action.names[0]), text: "for this action" };
      refuse("schema/empty-target", [place, { ...spanOf(target), text: "must not be `[]`" }], kind);
    }
    const types = lowerTypeNames(lowering, target.types);
    if (kind === "principal") principalTypes = types;
    else resourceTypes = types;
  }
  for (const variable of ["resource", "principal"] as const) {
    if (!first.has(variable)) refuse("schema/missing-target", [spanOf(action.names[0])], variable);
  }
  return { kind: "appliesTo", span: spanOf(node), principalTypes, resourceTypes, context };
}

function lowerContext(lowering: Lowering, node: Extract<CstTarget, { kind: "context" }>["type"]): SchemaType {
  if (node.kind === "record") return lowerRecord(lowering, node);
  return { kind: "common", span: spanOf(node), name: lowerPath(lowering, node.words) };
}
