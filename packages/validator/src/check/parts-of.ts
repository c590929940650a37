import type { Expression } from "@deodar/syntax";

const none: readonly Expression[] = [];

/** The expressions right inside of an expression. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "boolean":
    case "long":
    case "string":
    case "entity":
    case "variable":
    case "slot":
      return none;
    case "set":
      return node.elements;
    case "record":
      return node.entries.map(({ value }) => value);
    case "not":
    case "negate":
      return [node.operand];
    case "and":
    case "or":
    case "sum":
    case "product":
      return node.operands;
    case "relation":
      return [node.left, node.right];
    case "has":
    case "like":
    case "attribute":
    case "isEmpty":
      return [node.target];
    case "is":
      return node.in === undefined ? [node.target] : [node.target, node.in];
    case "if":
      return [node.condition, node.consequent, node.alternative];
    case "method":
      return [node.target, node.argument];
    case "extension":
      return node.arguments;
  }
}
