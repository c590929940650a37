import type { Expression, Slot } from "../ast.ts";

/**
 * The slots in an expression, in the order in which the reference tells of them: it walks expressions from the right.
 * What `is … in` tests stands in the tree of the reference twice, and so do its slots here.
 */
export function slotsOf(expression: Expression): Slot[] {
  const slots: Slot[] = [];
  const pending: Expression[] = [expression];
  for (;;) {
    const next = pending.pop();
    if (next === undefined) return slots;
    if (next.kind === "slot") slots.push(next);
    else pushParts(pending, next);
  }
}

function pushParts(pending: Expression[], node: Exclude<Expression, Slot>): void {
  switch (node.kind) {
    case "boolean":
    case "long":
    case "string":
    case "entity":
    case "variable":
      return;
    case "set":
      pushAll(pending, node.elements);
      return;
    case "record":
      for (const { value } of [...node.entries].sort(byKey)) pending.push(value);
      return;
    case "not":
    case "negate":
      pending.push(node.operand);
      return;
    case "and":
    case "or":
    case "sum":
    case "product":
      pushAll(pending, node.operands);
      return;
    case "relation":
      pending.push(node.left, node.right);
      return;
    case "has":
    case "like":
    case "attribute":
    case "isEmpty":
      pending.push(node.target);
      return;
    case "is":
      pending.push(node.target);
      if (node.in !== undefined) pending.push(node.target, node.in);
      return;
    case "if":
      pending.push(node.condition, node.consequent, node.alternative);
      return;
    case "method":
      pending.push(node.target, node.argument);
      return;
    case "extension":
      pushAll(pending, node.arguments);
      return;
  }
}

function pushAll(pending: Expression[], parts: readonly Expression[]): void {
  for (const part of parts) pending.push(part);
}

/** By code points, which is the order of UTF-8 bytes; JavaScript's own order has surrogates before U+E000. */
function byKey(left: { readonly key: string }, right: { readonly key: string }): number {
  const length = Math.min(left.key.length, right.key.length);
  for (let at = 0; at < length; at++) {
    const difference = rank(left.key.charCodeAt(at)) - rank(right.key.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return left.key.length - right.key.length;
}

function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
