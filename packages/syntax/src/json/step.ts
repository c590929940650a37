import type { JsonValue } from "@deodar/json";
import type { Expression } from "../ast.ts";
import type { Place } from "./place.ts";

/** A part of the document that is still to be read, as an expression or as the value of a literal. */
export interface Part {
  readonly json: JsonValue;
  readonly place: Place;
  readonly as: "expression" | "value";
}

/** One node: the parts below it and how to make the node of what they are read as. */
export interface Step {
  readonly parts: readonly Part[];
  make(operands: readonly Expression[]): Expression;
}

/** A node without parts. */
export function leaf(expression: Expression): Step {
  return { parts: [], make: () => expression };
}

/** What stands in for a node that cannot be read: reading goes on, to find further faults. */
export const unreadable: Step = leaf({ kind: "boolean", span: undefined, value: false });

/** A node with one part. */
export function unary(part: Part, make: (operand: Expression) => Expression): Step {
  return { parts: [part], make: ([operand]) => make(operand as Expression) };
}

/** A node with two parts. */
export function binary(left: Part, right: Part, make: (left: Expression, right: Expression) => Expression): Step {
  return { parts: [left, right], make: ([first, second]) => make(first as Expression, second as Expression) };
}
