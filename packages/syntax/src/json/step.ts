import type { Expression } from "../ast.ts";
import type { Cursor } from "./cursor.ts";

/** A part of the document that is still to be read, as an expression or as the value of a literal. */
export interface Part {
  readonly at: Cursor;
  readonly as: "expression" | "value";
}

/** One node: the parts below it and how to make the node of what they are read as. */
export interface Step {
  readonly parts: readonly Part[];
  make(operands: readonly Expression[]): Expression;
}

/** How something in the document is read. */
export type Reader = (at: Cursor) => Step;

/** A node without parts. */
export function leaf(expression: Expression): Step {
  return { parts: [], make: () => expression };
}

/** What stands in for a node that cannot be read: reading goes on, to find further faults. */
export const unreadable: Step = leaf({ kind: "boolean", span: undefined, value: false });

/** What is still to be read as an expression. */
export function expressionAt(at: Cursor): Part {
  return { at, as: "expression" };
}
