import type { Expression } from "../ast.ts";

/**
 * What an expression is written with: text, brackets, and further expressions that are still to be written. Brackets
 * are apart from other text so that nesting can be counted without looking into strings.
 */
export type Piece = string | Bracket | Expression;

/** The start or the end of what the grammar counts as one level of nesting. */
export type Bracket = OpenBracket | CloseBracket;

/** See {@link Bracket}. */
export interface OpenBracket {
  readonly kind: "open";
  readonly text: string;
}

/** See {@link Bracket}. */
export interface CloseBracket {
  readonly kind: "close";
  readonly text: string;
}

function open(text: string): OpenBracket {
  return { kind: "open", text };
}

function close(text: string): CloseBracket {
  return { kind: "close", text };
}

export const openParenthesis: OpenBracket = open("(");
export const closeParenthesis: CloseBracket = close(")");
export const openSquare: OpenBracket = open("[");
export const closeSquare: CloseBracket = close("]");
export const openBrace: OpenBracket = open("{");
export const closeBrace: CloseBracket = close("}");
/** `if` nests as brackets do, though it has none. */
export const openIf: OpenBracket = open("if ");
export const closeIf: CloseBracket = close("");
