import type { EntityLiteral, Expression, ExtensionCall, MethodName, Policy, RelationOperator } from "@deodar/syntax";
import type { Uid } from "../data/generate-value.ts";

/** Generated trees were not read from a text. */
const span = undefined;

export function booleanLiteral(value: boolean): Expression {
  return { kind: "boolean", span, value };
}

export function longLiteral(value: number | bigint): Expression {
  return { kind: "long", span, value };
}

export function stringLiteral(value: string): Expression {
  return { kind: "string", span, value };
}

export function entityLiteral({ type, id }: Uid): EntityLiteral {
  return { kind: "entity", span, type, id };
}

export function variable(name: "principal" | "action" | "resource" | "context"): Expression {
  return { kind: "variable", span, name };
}

export function setOf(elements: readonly Expression[]): Expression {
  return { kind: "set", span, elements };
}

/** The record with these entries, whose keys differ. */
export function recordOf(entries: Iterable<readonly [string, Expression]>): Expression {
  return {
    kind: "record",
    span,
    entries: Array.from(entries, ([key, value]) => ({ kind: "entry", span, key, value })),
  };
}

export function not(operand: Expression): Expression {
  return { kind: "not", span, operand };
}

/** `-operand`; of a literal, it is that of its parenthesised text. */
export function negate(operand: Expression): Expression {
  return { kind: "negate", span, operand };
}

/** `a && b` or `a || b`, in the flat form that such chains have. */
export function logic(kind: "and" | "or", operands: readonly Expression[]): Expression {
  const [first, ...rest] = operands as [Expression, ...Expression[]];
  if (rest.length === 0) return first;
  return { kind, span, operands: first.kind === kind ? [...first.operands, ...rest] : operands };
}

export function sum(left: Expression, operator: "+" | "-", right: Expression): Expression {
  if (left.kind === "sum") {
    return { kind: "sum", span, operands: [...left.operands, right], operators: [...left.operators, operator] };
  }
  return { kind: "sum", span, operands: [left, right], operators: [operator] };
}

export function product(left: Expression, right: Expression): Expression {
  return { kind: "product", span, operands: left.kind === "product" ? [...left.operands, right] : [left, right] };
}

export function relation(left: Expression, operator: RelationOperator, right: Expression): Expression {
  return { kind: "relation", span, operator, left, right };
}

export function has(target: Expression, path: readonly string[]): Expression {
  return { kind: "has", span, target, path: path as [string, ...string[]] };
}

export function like(target: Expression, pattern: readonly string[]): Expression {
  return { kind: "like", span, target, pattern: pattern as [string, ...string[]] };
}

export function is(target: Expression, entityType: string, container?: Expression): Expression {
  return { kind: "is", span, target, entityType, in: container };
}

export function conditional(condition: Expression, consequent: Expression, alternative: Expression): Expression {
  return { kind: "if", span, condition, consequent, alternative };
}

export function attribute(target: Expression, name: string): Expression {
  return { kind: "attribute", span, target, name };
}

export function method(target: Expression, name: MethodName, argument: Expression): Expression {
  return { kind: "method", span, method: name, target, argument };
}

export function isEmpty(target: Expression): Expression {
  return { kind: "isEmpty", span, target };
}

export function call(name: string, ...given: readonly Expression[]): ExtensionCall {
  return { kind: "extension", span, name, arguments: given };
}

/** A policy that applies to everything for which the condition holds. */
export function policyWhen(body: Expression): Policy {
  const any = { kind: "scopeAny", span } as const;
  return {
    kind: "policy",
    span,
    annotations: [],
    effect: "permit",
    principal: any,
    action: any,
    resource: any,
    conditions: [{ kind: "condition", span, clause: "when", body }],
  };
}
