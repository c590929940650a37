import type { Expression } from "../ast.ts";
import type { CstCompare, CstExpression, CstHas, CstIs, CstLike } from "../cst.ts";
import { printTree } from "../faults/print-tree.ts";
import { isWord } from "../names.ts";
import { finish, lowerExpression, lowerSpecial, spanOf } from "./expression.ts";
import { lowerHasPath } from "./has-path.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { isKeyword, pathText } from "./name.ts";
import { lowerPattern, plainSpan } from "./text.ts";

/** `a == b`; more operators than one are a fault. */
export function lowerCompare(lowering: Lowering, node: CstCompare): Expression | undefined {
  const head = lowerSpecial(lowering, node.first);
  const operands: Expression[] = [];
  for (const { operand } of node.rest) {
    const expression = lowerExpression(lowering, operand);
    if (expression !== undefined) operands.push(expression);
  }
  if (node.rest.length > 1) return refuse(lowering, "syntax/ambiguous-relation", node);
  const [right] = operands;
  if (head === undefined || right === undefined) return undefined;
  const left = finish(lowering, head);
  if (left === undefined) return undefined;
  const { operator } = node.rest[0];
  if (operator === "=") return refuse(lowering, "syntax/single-equals", node);
  return { kind: "relation", span: spanOf(node), operator, left, right };
}

/** `a has b.c` and `a has "b"`; a fault on the right hides those on the left. */
export function lowerHas(lowering: Lowering, node: CstHas): Expression | undefined {
  const before = lowering.faults.length;
  const target = lowerExpression(lowering, node.target);
  const after = lowering.faults.length;
  const path = lowerHasPath(lowering, node.field);
  if (path === undefined) lowering.faults.splice(before, after - before);
  return target && path && { kind: "has", span: spanOf(node), target, path };
}

/** `a like "b*"`. */
export function lowerLike(lowering: Lowering, node: CstLike): Expression | undefined {
  const before = lowering.faults.length;
  const target = lowerExpression(lowering, node.target);
  const after = lowering.faults.length;
  const special = lowerSpecial(lowering, node.pattern);
  if (special === undefined) {
    lowering.faults.splice(before, after - before);
    return undefined;
  }
  const pattern = lowerPattern(lowering, node.pattern, special);
  return target && pattern && { kind: "like", span: spanOf(node), target, pattern };
}

/** `a is T` and `a is T in b`. */
export function lowerIs(lowering: Lowering, node: CstIs): Expression | undefined {
  const before = lowering.faults.length;
  const target = lowerExpression(lowering, node.target);
  const after = lowering.faults.length;
  const special = lowerSpecial(lowering, node.type);
  if (special === undefined) {
    lowering.faults.splice(before, after - before);
    return undefined;
  }
  const left = target === undefined ? ".." : () => printTree(target);
  const entityType = lowerEntityType(lowering, node.type, left);
  if (target === undefined || entityType === undefined) return undefined;
  if (node.in === null) return { kind: "is", span: spanOf(node), target, entityType, in: undefined };
  const ancestor = lowerExpression(lowering, node.in);
  return ancestor && { kind: "is", span: spanOf(node), target, entityType, in: ancestor };
}

/** The right side of an `is`: a bare name. `left` is its left side in words, for the help. */
export function lowerEntityType(
  lowering: Lowering,
  node: CstExpression,
  left: string | (() => string),
): string | undefined {
  if (node.kind === "name") return pathText(node.path);
  const { start, end } = plainSpan(node);
  const found = lowering.text.substring(start, end);
  const subject = typeof left === "string" ? left : left();
  const quoted = /^"\s*(\w+)\s*"$/.exec(found)?.[1];
  const hint =
    quoted !== undefined && isWord(quoted) && !isKeyword(quoted)
      ? `try removing the quotes: \`${subject} is ${quoted}\``
      : `try using \`==\` to test for equality: \`${subject} == ${found}\``;
  return refuse(lowering, "syntax/invalid-entity-type", { start, end }, { found, hint });
}
