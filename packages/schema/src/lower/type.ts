import type { Attribute, RecordType, SchemaType, TypeName } from "../ast.ts";
import type { CstAttribute, CstPath, CstRecord, CstType } from "../cst.ts";
import { type Lowering, spanOf } from "./lowering.ts";
import { lowerAnnotations, lowerName, lowerPath } from "./text.ts";

/** A type. The grammar bounds how deep types stand inside each other, and so this recursion. */
export function lowerType(lowering: Lowering, node: CstType): SchemaType {
  switch (node.kind) {
    case "set":
      return { kind: "set", span: spanOf(node), element: lowerType(lowering, node.element) };
    case "record":
      return lowerRecord(lowering, node);
    case "path":
      return { kind: "entityOrCommon", span: spanOf(node), name: lowerPath(lowering, node.words) };
  }
}

/** A record type; of attributes with the same name, the last one counts and the others are dropped. */
export function lowerRecord(lowering: Lowering, node: CstRecord): RecordType {
  const attributes = new Map<string, Attribute>();
  for (const each of node.attributes) {
    const attribute = lowerAttribute(lowering, each, node.end - 1);
    attributes.set(attribute.name, attribute);
  }
  return { kind: "record", span: spanOf(node), attributes: [...attributes.values()], additionalAttributes: false };
}

function lowerAttribute(lowering: Lowering, node: CstAttribute, listEnd: number): Attribute {
  const annotations = lowerAnnotations(lowering, node.annotations, listEnd);
  const name = lowerName(lowering, node.name);
  const type = lowerType(lowering, node.type);
  const { required } = node;
  return { kind: "attribute", span: spanOf(node), name, nameSpan: spanOf(node.name), annotations, required, type };
}

/** Names of entity types. */
export function lowerTypeNames(lowering: Lowering, paths: readonly CstPath[]): readonly TypeName[] {
  return paths.map((path) => ({ kind: "typeName", span: spanOf(path), name: lowerPath(lowering, path.words) }));
}
