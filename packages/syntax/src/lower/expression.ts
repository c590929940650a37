import type { Expression, RecordEntry, Variable } from "../ast.ts";
import type {
  CstChain,
  CstExpression,
  CstIf,
  CstName,
  CstProduct,
  CstRecord,
  CstSlot,
  CstString,
  CstSum,
  CstUid,
} from "../cst.ts";
import { printCst } from "../faults/print-cst.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { lowerMember } from "./member.ts";
import { lowerPath, pathText, variableOf } from "./name.ts";
import { lowerNumber, lowerUnary } from "./number.ts";
import { lowerCompare, lowerHas, lowerIs, lowerLike } from "./relation.ts";
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
    case "product":
      return lowerProduct(lowering, node);
    case "sum":
      return lowerSum(lowering, node);
    case "compare":
      return lowerCompare(lowering, node);
    case "has":
      return lowerHas(lowering, node);
    case "like":
      return lowerLike(lowering, node);
    case "is":
      return lowerIs(lowering, node);
    case "and":
    case "or":
      return lowerChain(lowering, node);
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

function lowerProduct(lowering: Lowering, node: CstProduct): Expression | undefined {
  const head = lowerSpecial(lowering, node.first);
  const factors: Expression[] = [];
  for (const { operator, operand } of node.rest) {
    const factor = lowerExpression(lowering, operand);
    if (factor === undefined) continue;
    if (operator === "*") factors.push(factor);
    else if (operator === "/") refuse(lowering, "syntax/unsupported-division", node);
    else refuse(lowering, "syntax/unsupported-remainder", node);
  }
  if (head === undefined || factors.length < node.rest.length) return undefined;
  const first = finish(lowering, head);
  if (first === undefined) return undefined;
  const operands = (first.kind === "product" ? first.operands : [first]).concat(factors);
  return { kind: "product", span: spanOf(node), operands };
}

function lowerSum(lowering: Lowering, node: CstSum): Expression | undefined {
  const head = lowerSpecial(lowering, node.first);
  const terms: Expression[] = [];
  const signs: ("+" | "-")[] = [];
  for (const { operator, operand } of node.rest) {
    const term = lowerExpression(lowering, operand);
    if (term === undefined) continue;
    signs.push(operator);
    terms.push(term);
  }
  if (head === undefined || terms.length < node.rest.length) return undefined;
  const first = finish(lowering, head);
  if (first === undefined) return undefined;
  const isSum = first.kind === "sum";
  const operands = (isSum ? first.operands : [first]).concat(terms);
  const operators = isSum ? first.operators.concat(signs) : signs;
  return { kind: "sum", span: spanOf(node), operands, operators };
}

function lowerChain(lowering: Lowering, node: CstChain): Expression | undefined {
  const head = lowerSpecial(lowering, node.operands[0]);
  const rest: Expression[] = [];
  for (let index = 1; index < node.operands.length; index++) {
    const operand = lowerExpression(lowering, node.operands[index] as CstExpression);
    if (operand !== undefined) rest.push(operand);
  }
  if (head === undefined || rest.length < node.operands.length - 1) return undefined;
  const first = finish(lowering, head);
  if (first === undefined) return undefined;
  const { kind } = node;
  // `(a && b) && c` is the chain `a && b && c`.
  const operands = (first.kind === kind ? first.operands : [first]).concat(rest);
  return { kind, span: spanOf(node), operands };
}

function lowerIf(lowering: Lowering, node: CstIf): Expression | undefined {
  const condition = lowerExpression(lowering, node.condition);
  const consequent = lowerExpression(lowering, node.consequent);
  const alternative = lowerExpression(lowering, node.alternative);
  if (condition === undefined || consequent === undefined || alternative === undefined) return undefined;
  return { kind: "if", span: spanOf(node), condition, consequent, alternative };
}
