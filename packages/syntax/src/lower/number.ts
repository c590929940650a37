import type { Expression } from "../ast.ts";
import type { CstNumber, CstUnary } from "../cst.ts";
import { finish, lowerSpecial, spanOf } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";

const maxLong = 9223372036854775807n;
const maxUnsigned = 18446744073709551615n;
const significant = /^0*(?=\d)/;

/** Whether these digits are an integer of at most 64 bits, without sign; more than that is a syntax error. */
export function fitsUnsigned(digits: string): boolean {
  if (digits.length < 20) return true;
  const short = digits.replace(significant, "");
  return short.length < 20 || (short.length === 20 && BigInt(short) <= maxUnsigned);
}

/** An integer literal without a sign. */
export function lowerNumber(lowering: Lowering, node: CstNumber): Expression | undefined {
  const integer = integerOf(node.text);
  if (integer > maxLong) return refuse(lowering, "syntax/integer-too-large", node, { integer: String(integer) });
  return { kind: "long", span: spanOf(node), value: integer };
}

/** Up to four `!` or up to four `-`; the innermost `-` before digits belongs to the literal. */
export function lowerUnary(lowering: Lowering, node: CstUnary): Expression | undefined {
  const { operator, positions, operand, end } = node;
  if (positions.length > 4) return refuse(lowering, "syntax/too-many-unary-operators", node, { operator });
  const kind = operator === "!" ? "not" : "negate";
  if (operator === "-" && operand.kind === "number") {
    const integer = integerOf(operand.text);
    if (integer > maxLong + 1n) {
      return refuse(lowering, "syntax/integer-too-large", node, { integer: String(integer) });
    }
    const start = positions.at(-1) as number;
    const value = typeof integer === "bigint" ? -integer : 0 - integer;
    return wrap({ kind: "long", span: { start, end }, value }, kind, positions.slice(0, -1), end);
  }
  const special = lowerSpecial(lowering, operand);
  const inner = special && finish(lowering, special);
  return inner && wrap(inner, kind, positions, end);
}

function wrap(inner: Expression, kind: "not" | "negate", positions: readonly number[], end: number): Expression {
  return positions.reduceRight<Expression>((operand, start) => ({ kind, span: { start, end }, operand }), inner);
}

function integerOf(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits.replace(significant, ""));
}
