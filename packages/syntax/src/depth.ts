import type { Expression } from "./ast.ts";
import type { Piece } from "./print/piece.ts";
import { type Layout, piecesOf } from "./print/pieces.ts";

const minimal: Layout = { parentheses: "minimal", nestedHas: false };

/**
 * How deep brackets and `if` stand inside each other when the expression is written with as few parentheses as it
 * needs; 1 if it needs none. Trees of our parser have at most `maxNesting`. However long the chains, no recursion.
 */
export function nestingOf(expression: Expression): number {
  let depth = 1;
  let deepest = 1;
  const todo: Piece[] = [expression];
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (typeof piece === "string") continue;
    if (piece.kind === "open") {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (piece.kind === "close") {
      depth--;
    } else if (piece.kind !== "string" && piece.kind !== "entity") {
      const pieces = piecesOf(piece, minimal);
      for (let index = pieces.length - 1; index >= 0; index--) todo.push(pieces[index] as Piece);
    }
  }
  return deepest;
}
