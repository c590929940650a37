import { recordOf, setOf, type Value } from "@deodar/core";
import { compareStrings } from "@deodar/diagnostics";
import type {
  Expression,
  ExtensionCall,
  If,
  Is,
  RecordExpression,
  Relation,
  SetExpression,
  Variable,
} from "@deodar/syntax";
import { isChainNode } from "../chain.ts";
import { expected, typeError } from "../faults.ts";
import { reportedSpan } from "../reported-span.ts";
import { desugared } from "./desugar.ts";
import { evaluateArithmetic } from "./evaluate-arithmetic.ts";
import { evaluateChain } from "./evaluate-chain.ts";
import { evaluateHas } from "./evaluate-has.ts";
import { evaluateLogic } from "./evaluate-logic.ts";
import { joinIsIn, joinLogic, joinRelation } from "./join.ts";
import type { PartialEvaluator } from "./partial-evaluator.ts";
import {
  isFailed,
  isResidual,
  type PartialOutcome,
  type PartialValue,
  residual,
  unknownExpression,
} from "./residual.ts";
import type { Task } from "./run-task.ts";
import { expressionOf } from "./value-expression.ts";

/** The evaluation of an expression, which asks for the outcomes of its parts. */
export type Evaluation = Task<Expression, PartialOutcome>;

/** Begins the evaluation of an expression. */
export function evaluateNode(expression: Expression, evaluator: PartialEvaluator): Evaluation {
  switch (expression.kind) {
    case "boolean":
    case "long":
    case "string":
    case "entity":
    case "slot":
      return evaluateLeaf(expression, evaluator);
    case "variable":
      return evaluateVariable(expression, evaluator);
    case "set":
      return evaluateSet(expression);
    case "record":
      return evaluateRecord(expression);
    case "not":
    case "negate":
      return evaluateUnary(expression, expression.operand, (operand) => ({ ...expression, operand }), evaluator);
    case "like":
      return evaluateUnary(expression, expression.target, (target) => ({ ...expression, target }), evaluator);
    case "is":
      return expression.in === undefined
        ? evaluateUnary(expression, expression.target, (target) => ({ ...expression, target }), evaluator)
        : evaluateIsIn(expression, expression.in, evaluator);
    case "and":
    case "or":
      return evaluateLogic(expression, evaluator);
    case "sum":
    case "product":
      return evaluateArithmetic(expression, evaluator);
    case "relation":
      return evaluateRelation(expression, evaluator);
    case "has":
      return evaluateHas(expression, evaluator);
    case "if":
      return evaluateIf(expression, evaluator);
    case "attribute":
    case "method":
    case "isEmpty":
      return evaluateChain(expression, evaluator);
    case "extension":
      return isChainNode(expression) ? evaluateChain(expression, evaluator) : evaluateCall(expression, evaluator);
  }
}

// biome-ignore lint/correctness/useYield: it has no parts to ask for
function* evaluateLeaf(expression: Expression, evaluator: PartialEvaluator): Evaluation {
  return evaluator.apply(expression, []);
}

function* evaluateVariable({ name, span }: Variable, evaluator: PartialEvaluator): Evaluation {
  const value = evaluator.surroundings.variables[name];
  if (!isResidual(value)) return value;
  if (value.expression.kind === "record") return yield* evaluator.evaluateOnce(value.expression);
  return residual({ ...value.expression, span });
}

function* evaluateSet(expression: SetExpression): Evaluation {
  const elements: PartialValue[] = [];
  for (const element of expression.elements) {
    const outcome = yield element;
    if (isFailed(outcome)) return outcome;
    elements.push(outcome);
  }
  if (areValues(elements)) return setOf(elements);
  return residual({ ...expression, elements: elements.map((element) => expressionOf(element)) });
}

/** In the order of the names, as in a normal evaluation. */
function* evaluateRecord(expression: RecordExpression): Evaluation {
  const sorted = [...expression.entries].sort((left, right) => compareStrings(left.key, right.key));
  const values: PartialValue[] = [];
  for (const { value } of sorted) {
    const outcome = yield value;
    if (isFailed(outcome)) return outcome;
    values.push(outcome);
  }
  if (areValues(values)) return recordOf(sorted.map(({ key }, index) => [key, values[index] as Value]));
  const entries = sorted.map((entry, index) => ({ ...entry, value: expressionOf(values[index] as PartialValue) }));
  return residual({ ...expression, entries });
}

export function areValues(values: readonly PartialValue[]): values is readonly Value[] {
  return !values.some(isResidual);
}

function* evaluateUnary(
  expression: Expression,
  operand: Expression,
  rebuild: (operand: Expression) => Expression,
  evaluator: PartialEvaluator,
): Evaluation {
  const outcome = yield operand;
  if (isFailed(outcome)) return outcome;
  return isResidual(outcome) ? residual(rebuild(outcome.expression)) : evaluator.apply(expression, [outcome]);
}

/** Both sides are evaluated before either is looked at. */
function* evaluateRelation(expression: Relation, evaluator: PartialEvaluator): Evaluation {
  const left = yield expression.left;
  if (isFailed(left)) return left;
  const right = yield expression.right;
  if (isFailed(right)) return right;
  if (!isResidual(left) && !isResidual(right)) return evaluator.apply(expression, [left, right]);
  const leftPart = expressionOf(left, expression.left.span);
  return residual(joinRelation(expression, leftPart, expressionOf(right, expression.right.span)));
}

/** `target is Type && target in container`, with the target evaluated once. */
function* evaluateIsIn(expression: Is, container: Expression, evaluator: PartialEvaluator): Evaluation {
  const { span, entityType } = expression;
  const relation: Relation = { kind: "relation", span, operator: "in", left: expression.target, right: container };
  const target = yield expression.target;
  if (isFailed(target)) return target;
  if (isResidual(target)) {
    const right = yield container;
    const { slots } = evaluator.surroundings;
    if (!isFailed(right)) return residual(joinIsIn(expression, target.expression, expressionOf(right, container.span)));
    const alone = desugared(expression.target, slots);
    return residual(joinIsIn(expression, target.expression, desugared(container, slots), alone));
  }
  const hasType = evaluator.apply({ kind: "is", span, target: expression.target, entityType, in: undefined }, [target]);
  if (hasType !== true) return hasType;
  const right = yield container;
  if (isFailed(right)) return right;
  if (!isResidual(right)) return evaluator.apply(relation, [target, right]);
  const left = expressionOf(target, expression.target.span);
  const matched: Expression = { kind: "boolean", span, value: true };
  return residual(joinLogic("and", [matched, { ...relation, left, right: right.expression }], span));
}

/** With a residual condition both branches are simplified as far as they go. */
function* evaluateIf(expression: If, { surroundings }: PartialEvaluator): Evaluation {
  const { condition, consequent, alternative } = expression;
  const outcome = yield condition;
  if (outcome === true) return yield consequent;
  if (outcome === false) return yield alternative;
  if (isFailed(outcome)) return outcome;
  if (!isResidual(outcome)) return typeError(expected.bool, outcome, reportedSpan(condition));
  return residual({
    ...expression,
    condition: outcome.expression,
    consequent: simplified(consequent, yield consequent, surroundings),
    alternative: simplified(alternative, yield alternative, surroundings),
  });
}

/** The expression of an outcome; of an error the original, for the error may not come about. */
export function simplified(
  expression: Expression,
  outcome: PartialOutcome,
  { slots }: { readonly slots: PartialEvaluator["surroundings"]["slots"] },
): Expression {
  return isFailed(outcome) ? desugared(expression, slots) : expressionOf(outcome, expression.span);
}

/** A call as a function, such as `ip("10.0.0.1")`. `unknown("x")` is what is known of it. */
function* evaluateCall(call: ExtensionCall, evaluator: PartialEvaluator): Evaluation {
  const args: PartialValue[] = [];
  for (const argument of call.arguments) {
    const outcome = yield argument;
    if (isFailed(outcome)) return outcome;
    args.push(outcome);
  }
  if (!areValues(args)) {
    const written = args.map((argument, index) => expressionOf(argument, call.arguments[index]?.span));
    return residual({ ...call, arguments: written });
  }
  const [name] = args;
  if (call.name !== "unknown" || typeof name !== "string") return evaluator.apply(call, args);
  return evaluator.surroundings.unknowns.get(name) ?? residual(unknownExpression(name, call.span));
}
