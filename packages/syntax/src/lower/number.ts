import type { Span } from "@deodar/diagnostics";
import type { Expression } from "../ast.ts";
import type { CstNumber, CstUnary } from "../cst.ts";
import { lowerExpression } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";

const maxLong = 2n ** 63n - 1n;

/** Whether these digits are an integer of at most 64 bits, without sign; more than that is a syntax error. */
export function fitsUnsigned(digits: string): boolean {
  if (digits.length < 20) return true;
  const short = digits.replace(/^0+/, "");
  return short.length <= 20 && BigInt(short) < 2n ** 64n;
}

/** An integer literal without a sign. */
export function lowerNumber(lowering: Lowering, node: CstNumber): Expression | undefined {
  return lowerLong(lowering, node, node.text, node.start, false);
}

/** Up to four `!` or up to four `-`; the innermost `-` before digits belongs to the literal. */
export function lowerUnary(lowering: Lowering, node: CstUnary): Expression | undefined {
  const { operator, positions, operand, end } = node;
  if (positions.length > 4) return refuse(lowering, "syntax/too-many-unary-operators", node, { operator });
  const kind = operator === "!" ? "not" : "negate";
  if (operator === "-" && operand.kind === "number") {
    const literal = lowerLong(lowering, node, operand.text, positions.at(-1) as number, true);
    return literal && wrap(literal, kind, positions.slice(0, -1), end);
  }
  const inner = lowerExpression(lowering, operand);
  return inner && wrap(inner, kind, positions, end);
}

function wrap(inner: Expression, kind: "not" | "negate", positions: readonly number[], end: number): Expression {
  return positions.reduceRight<Expression>((operand, start) => ({ kind, span: { start, end }, operand }), inner);
}

/** The literal with these digits, which begins at `start`. */
function lowerLong(
  lowering: Lowering,
  node: Span,
  digits: string,
  start: number,
  isNegative: boolean,
): Expression | undefined {
  const span = { start, end: node.end };
  const small = Number(digits);
  if (Number.isSafeInteger(small)) return { kind: "long", span, value: isNegative ? 0 - small : small };
  const large = BigInt(digits);
  if (large > maxLong + (isNegative ? 1n : 0n)) {
    return refuse(lowering, "syntax/integer-too-large", node, { integer: String(large) });
  }
  return { kind: "long", span, value: isNegative ? -large : large };
}
