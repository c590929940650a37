import {
  type BooleanLiteral,
  type EntityLiteral,
  type Expression,
  type LongLiteral,
  maxNesting,
  type StringLiteral,
} from "@deodar/syntax";

export type Literal = BooleanLiteral | LongLiteral | StringLiteral | EntityLiteral;

const booleans: Readonly<Record<"true" | "false", BooleanLiteral>> = {
  true: { kind: "boolean", value: true, span: undefined },
  false: { kind: "boolean", value: false, span: undefined },
};

/**
 * The literal that an expression is, if it is one. A chain of boolean literals is one, too: Cedar's reference computes
 * `true && false` when it reads the policy, which shows in what it says of `(true && false) == true`.
 */
export function literalOf(expression: Expression, depth: number = 0): Literal | undefined {
  switch (expression.kind) {
    case "boolean":
    case "long":
    case "string":
    case "entity":
      return expression;
    case "and":
      return booleansOf(expression.operands, depth, (left, right) => left && right);
    case "or":
      return booleansOf(expression.operands, depth, (left, right) => left || right);
    default:
      return undefined;
  }
}

/** The operands of such a chain are literals or, in brackets, chains again; the first that is neither ends it. */
function booleansOf(
  operands: readonly Expression[],
  depth: number,
  combine: (left: boolean, right: boolean) => boolean,
): BooleanLiteral | undefined {
  if (depth > 2 * maxNesting) return undefined;
  let value: boolean | undefined;
  for (const operand of operands) {
    const literal = literalOf(operand, depth + 1);
    if (literal?.kind !== "boolean") return undefined;
    value = value === undefined ? literal.value : combine(value, literal.value);
  }
  return booleans[value === true ? "true" : "false"];
}

/** Whether both are the same literal. */
export function sameLiteral(a: Literal, b: Literal): boolean {
  if (a.kind === "entity" || b.kind === "entity") {
    return a.kind === "entity" && b.kind === "entity" && a.type === b.type && a.id === b.id;
  }
  return a.kind === b.kind && a.value === b.value;
}
