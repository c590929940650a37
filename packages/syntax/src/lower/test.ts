import type { Expression } from "../ast.ts";
import type { CstExpression, CstTest } from "../cst.ts";
import { isIdentifier } from "../names.ts";
import { citeExpression } from "../print/expression.ts";
import { lowerExpression, lowerSpecial, spanOf } from "./expression.ts";
import { lowerHasPath } from "./has-path.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { pathText } from "./name.ts";
import { lowerPattern, plainSpan } from "./text.ts";

/** `a has b.c`, `a has "b"`, `a like "b*"`, `a is T` and `a is T in b`; a fault on the right hides those on the left. */
export function lowerTest(lowering: Lowering, node: CstTest): Expression | undefined {
  const { kind, operand } = node;
  const { faults } = lowering;
  const before = faults.length;
  const target = lowerExpression(lowering, node.target);
  const after = faults.length;
  const span = spanOf(node);
  if (kind === "has") {
    const path = lowerHasPath(lowering, operand);
    if (path === undefined) faults.splice(before, after - before);
    return target && path && { kind, span, target, path };
  }
  const special = lowerSpecial(lowering, operand);
  if (special === undefined) {
    faults.splice(before, after - before);
    return undefined;
  }
  if (kind === "like") {
    const pattern = lowerPattern(lowering, operand, special);
    return target && pattern && { kind, span, target, pattern };
  }
  const entityType = lowerEntityType(lowering, operand, target ?? "..");
  if (target === undefined || entityType === undefined) return undefined;
  const ancestor = node.in === null ? null : lowerExpression(lowering, node.in);
  return ancestor === undefined ? undefined : { kind, span, target, entityType, in: ancestor ?? undefined };
}

/** The right side of an `is`: a bare name. `left` is its left side, for the help. */
export function lowerEntityType(
  lowering: Lowering,
  node: CstExpression,
  left: Expression | string,
): string | undefined {
  if (node.kind === "name") return pathText(node.path);
  const { start, end } = plainSpan(node);
  const found = lowering.text.substring(start, end);
  const subject = typeof left === "string" ? left : citeExpression(left);
  const quoted = /^"\s*(\w+)\s*"$/.exec(found)?.[1];
  const hint =
    quoted !== undefined && (isIdentifier(quoted) || quoted === "__cedar")
      ? `try removing the quotes: \`${subject} is ${quoted}\``
      : `try using \`==\` to test for equality: \`${subject} == ${found}\``;
  return refuse(lowering, "syntax/invalid-entity-type", { start, end }, { found, hint });
}
