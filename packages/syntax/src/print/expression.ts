import type { Expression } from "../ast.ts";
import { maxNesting } from "../limits.ts";
import { type Layout, nestingOfPiece, type Piece, piecesOf } from "./pieces.ts";

/** Beyond this many UTF-16 units the copies of `has` targets are given up. */
const longestWithCopies = 1 << 20;

/**
 * The canonical text of an expression: the reference's layout, on one line. Reads back as the same tree.
 *
 * Parentheses stand around every operand that is not a member, as the reference has them, unless that nests deeper
 * than the parser accepts: then only where they are needed. Cedar has no text for two trees that policy JSON can bear,
 * a method call without a receiver and a call of an unknown function; they are written as the reference writes
 * them, and the parser refuses the text.
 *
 * Throws a `RangeError` for a tree that no reader makes: a type that is no name, a chain of one operand.
 */
export function printExpression(expression: Expression): string {
  return (
    write(expression, { ample: true, nestedHas: true }, maxNesting) ??
    write(expression, { ample: false, nestedHas: true }, Infinity) ??
    (write(expression, { ample: false, nestedHas: false }, Infinity) as string)
  );
}

/** Nobody reads more of an expression in a message, and what `is … in` stands for can be very long. */
const longestCited = 20_000;

/** An expression as the messages of the reference cite it. */
export function citeExpression(expression: Expression): string {
  return write(expression, { ample: true, nestedHas: true, cited: true }, Infinity) as string;
}

/** The text, or `undefined` if it nests too deeply or, with copies of a `has` target, grows too long. */
function write(expression: Expression, layout: Layout, deepest: number): string | undefined {
  let text = "";
  let depth = 1;
  let copies = false;
  const todo: Piece[] = [expression];
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (typeof piece === "string") {
      text += piece;
      depth += nestingOfPiece(piece);
      if (depth > deepest) return undefined;
      if (layout.cited === true && text.length > longestCited) return `${text.substring(0, longestCited)}…`;
      continue;
    }
    const pieces = "kind" in piece ? piecesOf(piece, layout) : piece;
    if (typeof pieces === "string" || "kind" in pieces) {
      copies ||= typeof pieces !== "string";
      todo.push(pieces);
    } else for (let index = pieces.length - 1; index >= 0; index--) todo.push(pieces[index] as Piece);
    if (copies && text.length > longestWithCopies) return undefined;
  }
  return text;
}
