import type { Expression } from "./ast.ts";
import { nestingOfPiece, type Piece, piecesOf } from "./print/pieces.ts";

/**
 * How deep brackets and `if` stand inside each other when the expression is written with as few parentheses as it
 * needs; 1 if it needs none. Trees of our parser have at most `maxNesting`. However long the chains, no recursion.
 */
export function nestingOf(expression: Expression): number {
  let depth = 1;
  let deepest = 1;
  const todo: Piece[] = [expression];
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (typeof piece === "string") {
      depth += nestingOfPiece(piece);
      if (depth > deepest) deepest = depth;
    } else if (!("kind" in piece)) {
      for (let index = piece.length - 1; index >= 0; index--) todo.push(piece[index] as Piece);
    } else todo.push(piecesOf(piece, { ample: false, nestedHas: false }));
  }
  return deepest;
}
