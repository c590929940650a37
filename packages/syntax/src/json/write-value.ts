import { compareStrings } from "@deodar/diagnostics";
import { emptyJsonObject, type JsonValue } from "@deodar/json";
import type { Expression } from "../ast.ts";

/**
 * A literal as the JSON of a value. Calls of functions that are not known come only from such values, and only there
 * can they be written. Throws a `RangeError` for a tree that is no literal, which no reader puts inside such a call.
 */
export function writeValue(expression: Expression): JsonValue {
  switch (expression.kind) {
    case "boolean":
    case "long":
    case "string":
      return expression.value;
    case "entity":
      return single("__entity", members({ type: expression.type, id: expression.id }));
    case "set":
      return expression.elements.map(writeValue);
    case "record": {
      const sorted = [...expression.entries].sort((a, b) => compareStrings(a.key, b.key));
      const record = emptyJsonObject();
      for (const { key, value } of sorted) record[key] = writeValue(value);
      return record;
    }
    case "extension": {
      const [first, ...rest] = expression.arguments.map(writeValue);
      const given = first !== undefined && rest.length === 0 ? { arg: first } : { args: list(first, rest) };
      return single("__extn", members({ fn: expression.name, ...given }));
    }
    case "variable":
    case "slot":
    case "not":
    case "negate":
    case "and":
    case "or":
    case "sum":
    case "product":
    case "relation":
    case "has":
    case "like":
    case "is":
    case "if":
    case "attribute":
    case "method":
    case "isEmpty":
      throw new RangeError(`an expression of the kind ${expression.kind} is no literal value`);
  }
}

function single(key: string, value: JsonValue): JsonValue {
  return members({ [key]: value });
}

function members(values: { readonly [key: string]: JsonValue }): JsonValue {
  return Object.assign(emptyJsonObject(), values);
}

function list(first: JsonValue | undefined, rest: readonly JsonValue[]): readonly JsonValue[] {
  return first === undefined ? [] : [first, ...rest];
}
