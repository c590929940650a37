import type { Condition, Expression, ExtensionCall, RecordEntry } from "@deodar/syntax";
import type { SlotValues } from "../request.ts";
import { joinIsIn, joinLogic, joinProduct, joinRelation, joinSum } from "./join.ts";
import { runTask, type Task } from "./run-task.ts";

/**
 * An expression in the reference's basic operators: what stands in a residual for a part that was not evaluated. Slots
 * are filled, for a residual belongs to no template.
 */
export function desugared(expression: Expression, slots: SlotValues): Expression {
  return runTask(expression, (part) => desugaring(part, slots));
}

/** What a condition demands. */
export function clauseOf({ clause, body, span }: Condition): Expression {
  return clause === "when" ? body : { kind: "not", span, operand: body };
}

type Desugaring = Task<Expression, Expression>;

function* desugaring(expression: Expression, slots: SlotValues): Desugaring {
  const { span } = expression;
  switch (expression.kind) {
    case "boolean":
    case "long":
    case "string":
    case "entity":
    case "variable":
      return expression;
    case "slot": {
      const uid = slots[expression.name];
      return uid === undefined ? expression : { kind: "entity", span, type: uid.type, id: uid.id };
    }
    case "set":
      return { ...expression, elements: yield* each(expression.elements) };
    case "record": {
      const entries: RecordEntry[] = [];
      for (const entry of expression.entries) entries.push({ ...entry, value: yield entry.value });
      return { ...expression, entries };
    }
    case "not":
    case "negate":
      return { ...expression, operand: yield expression.operand };
    case "and":
    case "or":
      return joinLogic(expression.kind, yield* each(expression.operands), span);
    case "sum":
      return joinSum(yield* each(expression.operands), expression.operators, span);
    case "product":
      return joinProduct(yield* each(expression.operands), span);
    case "relation":
      return joinRelation(expression, yield expression.left, yield expression.right);
    case "has":
    case "like":
    case "attribute":
    case "isEmpty":
      return { ...expression, target: yield expression.target };
    case "is": {
      const target = yield expression.target;
      return expression.in === undefined
        ? { ...expression, target }
        : joinIsIn(expression, target, yield expression.in);
    }
    case "if":
      return {
        ...expression,
        condition: yield expression.condition,
        consequent: yield expression.consequent,
        alternative: yield expression.alternative,
      };
    case "method":
      return { ...expression, target: yield expression.target, argument: yield expression.argument };
    case "extension":
      return yield* desugaringCall(expression);
  }
}

function* desugaringCall(call: ExtensionCall): Desugaring {
  return { ...call, arguments: yield* each(call.arguments) };
}

function* each(expressions: readonly Expression[]): Generator<Expression, readonly Expression[], Expression> {
  const results: Expression[] = [];
  for (const expression of expressions) results.push(yield expression);
  return results;
}
