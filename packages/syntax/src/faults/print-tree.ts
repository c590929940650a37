import type { Attribute, Expression, ExtensionCall, IsEmpty, Method } from "../ast.ts";
import { printExpression } from "../print/expression.ts";

/** An expression as the messages of the reference cite it: it knows no `!=`, `>`, `>=` and no `is … in`. */
export function printTree(expression: Expression): string {
  return printExpression(desugar(expression));
}

type Step = Attribute | Method | IsEmpty | ExtensionCall;

function desugar(expression: Expression): Expression {
  // Chains can be longer than the stack is deep.
  const steps: Step[] = [];
  let head = expression;
  for (let next = targetOf(head); next !== undefined; next = targetOf(head)) {
    steps.push(head as Step);
    head = next;
  }
  return steps.reduceRight(withTarget, desugarHead(head));
}

function targetOf(node: Expression): Expression | undefined {
  switch (node.kind) {
    case "attribute":
    case "method":
    case "isEmpty":
      return node.target;
    case "extension":
      return node.arguments[0];
    default:
      return undefined;
  }
}

function withTarget(target: Expression, step: Step): Expression {
  switch (step.kind) {
    case "attribute":
    case "isEmpty":
      return { ...step, target };
    case "method":
      return { ...step, target, argument: desugar(step.argument) };
    case "extension":
      return {
        ...step,
        arguments: step.arguments.map((argument, index) => (index === 0 ? target : desugar(argument))),
      };
  }
}

type Head = Exclude<Expression, Attribute | Method | IsEmpty>;

function desugarHead(node: Expression): Expression {
  const head = node as Head;
  switch (head.kind) {
    case "boolean":
    case "long":
    case "string":
    case "entity":
    case "variable":
    case "slot":
    case "extension":
      return head;
    case "set":
      return { ...head, elements: head.elements.map(desugar) };
    case "record":
      return { ...head, entries: head.entries.map((entry) => ({ ...entry, value: desugar(entry.value) })) };
    case "not":
    case "negate":
      return { ...head, operand: desugar(head.operand) };
    case "and":
    case "or":
    case "sum":
    case "product":
      return { ...head, operands: head.operands.map(desugar) };
    case "has":
    case "like":
      return { ...head, target: desugar(head.target) };
    case "relation": {
      const left = desugar(head.left);
      const right = desugar(head.right);
      const opposite = oppositeOf.get(head.operator);
      if (opposite === undefined) return { ...head, left, right };
      return { kind: "not", span: head.span, operand: { ...head, operator: opposite, left, right } };
    }
    case "is": {
      const target = desugar(head.target);
      const test: Expression = { ...head, target, in: undefined };
      if (head.in === undefined) return test;
      const ancestry: Expression = {
        kind: "relation",
        span: head.span,
        operator: "in",
        left: target,
        right: desugar(head.in),
      };
      return { kind: "and", span: head.span, operands: [test, ancestry] };
    }
    case "if":
      return {
        ...head,
        condition: desugar(head.condition),
        consequent: desugar(head.consequent),
        alternative: desugar(head.alternative),
      };
  }
}

const oppositeOf: ReadonlyMap<string, "==" | "<" | "<="> = new Map([
  ["!=", "=="],
  [">=", "<"],
  [">", "<="],
] as const);
