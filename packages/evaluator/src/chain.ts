import type { Span } from "@deodar/diagnostics";
import {
  type Attribute,
  type Expression,
  type ExtensionCall,
  extensionFunctions,
  type IsEmpty,
  type Method,
} from "@deodar/syntax";
import { reportedSpan } from "./reported-span.ts";

/** A step of a chain such as `a.b.contains(c)`: what stands behind a dot or in brackets. */
export type ChainNode = Attribute | Method | IsEmpty | ExtensionMethod;

/** A call such as `a.isIpv4()`; `arguments[0]` is what stands before the dot. */
export interface ExtensionMethod extends ExtensionCall {
  readonly arguments: readonly [Expression, ...Expression[]];
}

/** A step with the spans that the reference reports for it and for what it is applied to. */
export interface ChainStep {
  readonly node: ChainNode;
  readonly span: Span | undefined;
  readonly targetSpan: Span | undefined;
}

/** A chain taken apart: what it begins with, and its steps from left to right. */
export interface Chain {
  readonly head: Expression;
  readonly headSpan: Span | undefined;
  readonly steps: readonly ChainStep[];
}

/** Whether this expression is a step of a chain. */
export function isChainNode(expression: Expression): expression is ChainNode {
  switch (expression.kind) {
    case "attribute":
    case "method":
    case "isEmpty":
      return true;
    case "extension":
      return isExtensionMethod(expression);
    default:
      return false;
  }
}

function isExtensionMethod(call: ExtensionCall): call is ExtensionMethod {
  return call.arguments.length > 0 && extensionFunctions.get(call.name) === "method";
}

/** What a step is applied to. */
export function targetOf(node: ChainNode): Expression {
  return node.kind === "extension" ? node.arguments[0] : node.target;
}

/** What stands between the parentheses of a step. */
export function argumentsOf(node: ChainNode): readonly Expression[] {
  switch (node.kind) {
    case "attribute":
    case "isEmpty":
      return [];
    case "method":
      return [node.argument];
    case "extension":
      return node.arguments.slice(1);
  }
}

/**
 * Takes apart the chain that ends with this step, by a loop: chains may be very long.
 *
 * The reference gives every step of a chain the span of the whole chain as it is written, so also to a function call
 * at its head. A target in parentheses is a chain of its own; it is known by starting later than what it is part of.
 */
export function chainOf(last: ChainNode): Chain {
  const steps: ChainStep[] = [];
  let span = last.span;
  let node = last;
  for (;;) {
    const target = targetOf(node);
    const sameChain = (isChainNode(target) || target.kind === "extension") && target.span?.start === span?.start;
    const targetSpan = sameChain ? span : reportedSpan(target);
    steps.push({ node, span, targetSpan });
    span = targetSpan;
    if (!isChainNode(target)) return { head: target, headSpan: targetSpan, steps: steps.reverse() };
    node = target;
  }
}
