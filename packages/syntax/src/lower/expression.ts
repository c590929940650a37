import type { Expression, RecordEntry, Variable } from "../ast.ts";
import type { CstExpression, CstIf, CstName, CstRecord, CstSlot, CstString, CstUid } from "../cst.ts";
import { printCst } from "../faults/print-cst.ts";
import { lowerChain } from "./chain.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { lowerMember } from "./member.ts";
import { lowerPath, pathText, variableOf } from "./name.ts";
import { lowerNumber, lowerUnary } from "./number.ts";
import { lowerTest } from "./test.ts";
import { lowerKey, lowerText } from "./text.ts";

/**
 * What a part of the text is before it is known to stand for an expression: names and strings may turn out to be
 * something else, and are refused as expressions only after all else around them was looked at.
 */
export type Special = Expression | CstName | CstRawString;

/** A raw string told apart from the string literal of the tree. */
export interface CstRawString {
  readonly kind: "raw";
  readonly string: CstString;
}

/** The expression that this part of the text stands for. */
export function lowerExpression(lowering: Lowering, node: CstExpression): Expression | undefined {
  const special = lowerSpecial(lowering, node);
  return special && finish(lowering, special);
}

/** All faults but those that names and strings have as expressions. */
export function lowerSpecial(lowering: Lowering, node: CstExpression): Special | undefined {
  switch (node.kind) {
    case "name":
      return lowerName(lowering, node);
    case "string":
      return { kind: "raw", string: node };
    case "boolean":
      return { kind: "boolean", span: spanOf(node), value: node.value };
    case "number":
      return lowerNumber(lowering, node);
    case "member":
      return lowerMember(lowering, node);
    case "uid":
      return lowerUid(lowering, node);
    case "fields":
      return refuse(lowering, "syntax/invalid-entity-literal", node, { found: printCst(node) });
    case "slot":
      return lowerSlot(lowering, node);
    case "group":
      return lowerExpression(lowering, node.inner);
    case "list": {
      const elements = lowerAll(lowering, node.elements);
      return elements && { kind: "set", span: spanOf(node), elements };
    }
    case "record":
      return lowerRecord(lowering, node);
    case "unary":
      return lowerUnary(lowering, node);
    case "or":
    case "and":
    case "compare":
    case "sum":
    case "product":
      return lowerChain(lowering, node);
    case "has":
    case "like":
    case "is":
      return lowerTest(lowering, node);
    case "if":
      return lowerIf(lowering, node);
  }
}

/** Takes what stands where an expression must stand for one. */
export function finish(lowering: Lowering, special: Special): Expression | undefined {
  if (special.kind === "raw") {
    const value = lowerText(lowering, special.string, special.string);
    return value === undefined ? undefined : { kind: "string", span: spanOf(special.string), value };
  }
  if (special.kind === "name") {
    return refuse(lowering, "syntax/unknown-variable", special, { name: pathText(special.path) });
  }
  return special;
}

/** Every one of these as an expression, or `undefined` if any is faulty. */
export function lowerAll(lowering: Lowering, nodes: readonly CstExpression[]): Expression[] | undefined {
  const expressions: Expression[] = [];
  for (const node of nodes) {
    const expression = lowerExpression(lowering, node);
    if (expression !== undefined) expressions.push(expression);
  }
  return expressions.length < nodes.length ? undefined : expressions;
}

/** The entity that `Type::"id"` stands for. */
export function lowerUid(lowering: Lowering, node: CstUid): (Expression & { kind: "entity" }) | undefined {
  const type = lowerPath(lowering, node.path);
  const id = lowerText(lowering, node.id, node);
  return type === undefined || id === undefined ? undefined : { kind: "entity", span: spanOf(node), type, id };
}

/** The place of a node alone, without the rest of it. */
export function spanOf({ start, end }: { readonly start: number; readonly end: number }): {
  readonly start: number;
  readonly end: number;
} {
  return { start, end };
}

function lowerName(lowering: Lowering, node: CstName): Variable | CstName | undefined {
  const variable = variableOf(node);
  if (variable !== undefined) return { kind: "variable", span: spanOf(node), name: variable };
  return lowerPath(lowering, node.path) === undefined ? undefined : node;
}

function lowerSlot(lowering: Lowering, node: CstSlot): Expression | undefined {
  const name = node.text;
  lowering.hasSlot = true;
  if (name === "?principal" || name === "?resource") return { kind: "slot", span: spanOf(node), name };
  return refuse(lowering, "syntax/invalid-slot", node, { slot: name });
}

function lowerRecord(lowering: Lowering, node: CstRecord): Expression | undefined {
  const entries: RecordEntry[] = [];
  const keys = new Set<string>();
  let duplicate: string | undefined;
  for (const { key, value, start, end } of node.entries) {
    const special = lowerSpecial(lowering, key);
    if (special === undefined) continue;
    const name = lowerKey(lowering, key, special);
    const expression = lowerExpression(lowering, value);
    if (name === undefined || expression === undefined) continue;
    if (keys.has(name)) duplicate ??= name;
    keys.add(name);
    entries.push({ kind: "entry", span: { start, end }, key: name, value: expression });
  }
  if (entries.length < node.entries.length) return undefined;
  if (duplicate !== undefined) return refuse(lowering, "syntax/duplicate-key", node, { key: duplicate });
  return { kind: "record", span: spanOf(node), entries };
}

function lowerIf(lowering: Lowering, node: CstIf): Expression | undefined {
  const condition = lowerExpression(lowering, node.condition);
  const consequent = lowerExpression(lowering, node.consequent);
  const alternative = lowerExpression(lowering, node.alternative);
  if (condition === undefined || consequent === undefined || alternative === undefined) return undefined;
  return { kind: "if", span: spanOf(node), condition, consequent, alternative };
}
