import { recordOf, type Value } from "@deodar/core";
import type { Expression } from "@deodar/syntax";
import { argumentsOf, type ChainNode, type ChainStep, chainOf } from "../chain.ts";
import { missingRecordAttribute } from "../faults.ts";
import { areValues, type Evaluation } from "./evaluate-node.ts";
import type { PartialEvaluator } from "./partial-evaluator.ts";
import { isFailed, isResidual, type PartialOutcome, type PartialValue, residual } from "./residual.ts";
import { expressionOf } from "./value-expression.ts";

/** `head.a.b(c)…`, step by step in a loop: chains may be very long. */
export function* evaluateChain(expression: ChainNode, evaluator: PartialEvaluator): Evaluation {
  const { head, headSpan, steps } = chainOf(expression);
  let target: PartialOutcome = yield head.kind === "extension" ? { ...head, span: headSpan } : head;
  for (const step of steps) {
    if (isFailed(target)) return target;
    const args: PartialValue[] = [];
    for (const argument of argumentsOf(step.node)) {
      const outcome: PartialOutcome = yield argument;
      if (isFailed(outcome)) return outcome;
      args.push(outcome);
    }
    target = yield* evaluateStep(step, target, args, evaluator);
  }
  return target;
}

/** What a step makes of the value before it and of the values of its arguments. */
function* evaluateStep(
  step: ChainStep,
  target: PartialValue,
  args: readonly PartialValue[],
  evaluator: PartialEvaluator,
): Evaluation {
  const { node } = step;
  if (isResidual(target) && node.kind === "attribute" && target.expression.kind === "record") {
    const { entries, isTotal } = evaluator.surroundings.view(target.expression);
    const entry = entries.get(node.name);
    if (entry === undefined) return missingRecordAttribute(namesOf(entries.keys()), node.name, step.span);
    if (isTotal) return yield* evaluator.evaluateOnce(entry);
  }
  const parts = [target, ...args];
  if (!areValues(parts)) return residual(rebuilt(step, parts));
  const kept = unknownAt(step, parts, evaluator);
  return kept === undefined ? evaluator.apply(standing(step), parts) : yield* evaluator.evaluateOnce(kept);
}

/** A record with these attributes, for the text of an error. */
function namesOf(names: Iterable<string>): ReturnType<typeof recordOf> {
  return recordOf(Array.from(names, (name): [string, Value] => [name, false]));
}

/** What is left of the attribute or tag that a step reads. */
function unknownAt(
  { node }: ChainStep,
  parts: readonly Value[],
  { surroundings }: PartialEvaluator,
): Expression | undefined {
  const [target, tag] = parts as [Value, Value?];
  if (typeof target !== "object" || target.kind !== "entity") return undefined;
  if (node.kind === "attribute") return surroundings.residualOf(target, "attributes", node.name);
  const isTag = node.kind === "method" && node.method === "getTag" && typeof tag === "string";
  return isTag ? surroundings.residualOf(target, "tags", tag) : undefined;
}

/** The step with its parts as far as they were evaluated. */
function rebuilt({ node, span, targetSpan }: ChainStep, parts: readonly PartialValue[]): Expression {
  const spans = [targetSpan, ...argumentsOf(node).map((argument) => argument.span)];
  const written = parts.map((part, index) => expressionOf(part, spans[index]));
  const [target, argument] = written as [Expression, Expression];
  switch (node.kind) {
    case "attribute":
    case "isEmpty":
      return { ...node, span, target };
    case "method":
      return { ...node, span, target, argument };
    case "extension":
      return { ...node, span, arguments: written };
  }
}

/** The step by itself, on a target that only says where the real one stands. */
function standing({ node, span, targetSpan }: ChainStep): Expression {
  const target: Expression = { kind: "boolean", span: targetSpan, value: false };
  return node.kind === "extension"
    ? { ...node, span, arguments: [target, ...node.arguments.slice(1)] }
    : { ...node, span, target };
}
