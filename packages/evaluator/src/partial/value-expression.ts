import { type ExtensionCall, isNested, type Value } from "@deodar/core";
import type { Expression, RecordEntry } from "@deodar/syntax";
import { isResidual, type PartialValue } from "./residual.ts";
import { runTask, type Task } from "./run-task.ts";

/**
 * The expression that gives this value: literals, elements of sets and keys of records in Cedar's order, and for an
 * extension value the call that it was made by.
 */
export function expressionOf(value: PartialValue, span?: Expression["span"]): Expression {
  if (isResidual(value)) return value.expression;
  if (!isNested(value)) return flatExpression(value, span);
  const expression = runTask(value, writing);
  return { ...expression, span };
}

function* writing(value: Value): Task<Value, Expression> {
  if (!isNested(value)) return flatExpression(value, undefined);
  if (value.kind === "set") {
    const elements: Expression[] = [];
    for (const element of value.sorted()) elements.push(yield element);
    return { kind: "set", span: undefined, elements };
  }
  const entries: RecordEntry[] = [];
  for (const key of value.sortedKeys()) {
    entries.push({ kind: "entry", span: undefined, key, value: yield value.entries.get(key) as Value });
  }
  return { kind: "record", span: undefined, entries };
}

function flatExpression(value: Exclude<Value, { kind: "set" | "record" }>, span: Expression["span"]): Expression {
  switch (typeof value) {
    case "boolean":
      return { kind: "boolean", span, value };
    case "string":
      return { kind: "string", span, value };
    case "object":
      return value.kind === "entity"
        ? { kind: "entity", span, type: value.type, id: value.id }
        : callExpression(value.source, span);
    default:
      return { kind: "long", span, value };
  }
}

/** The arguments of such calls are texts or values that are made by a call with texts. */
function callExpression({ fn, args }: ExtensionCall, span: Expression["span"]): Expression {
  return { kind: "extension", span, name: fn, arguments: args.map((arg) => expressionOf(arg)) };
}
