import type { Expression } from "../ast.ts";
import { maxNesting } from "../limits.ts";
import type { Piece } from "./piece.ts";
import { type Layout, piecesOf } from "./pieces.ts";

/** Each is tried if the one before it nests too deeply or, with copies of a `has` target, grows too long. */
const layouts: readonly Layout[] = [
  { parentheses: "ample", nestedHas: true },
  { parentheses: "minimal", nestedHas: true },
];
const lastResort: Layout = { parentheses: "minimal", nestedHas: false };

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
  for (const layout of layouts) {
    const text = write(expression, layout);
    if (text !== undefined) return text;
  }
  return write(expression, lastResort) as string;
}

function write(expression: Expression, layout: Layout): string | undefined {
  const bounded = layout.parentheses === "ample";
  let text = "";
  let depth = 1;
  let copies = false;
  const todo: Piece[] = [expression];
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (typeof piece === "string") {
      text += piece;
    } else if (piece.kind === "open") {
      text += piece.text;
      depth++;
      if (bounded && depth > maxNesting) return undefined;
    } else if (piece.kind === "close") {
      text += piece.text;
      depth--;
    } else {
      const pieces = piecesOf(piece, layout);
      for (let index = pieces.length - 1; index >= 0; index--) todo.push(pieces[index] as Piece);
      if (piece.kind === "has") {
        copies ||= pieces.length === 1;
        if (copies && text.length > longestWithCopies) return undefined;
      }
    }
  }
  return text;
}
