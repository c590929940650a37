import { isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Expression } from "../ast.ts";
import type { Faults } from "./faults.ts";
import { inside, type Place } from "./place.ts";
import { partOf, readOperands } from "./read-operators.ts";
import { type Part, type Step, unreadable } from "./step.ts";

/** Which operators share a chain. */
const chainOf: ReadonlyMap<string, "and" | "or" | "sum" | "product"> = new Map([
  ["&&", "and"],
  ["||", "or"],
  ["+", "sum"],
  ["-", "sum"],
  ["*", "product"],
]);

/**
 * `{"&&": {left: {"&&": {left: a, right: b}}, right: c}}` and so on down the left is one chain of `a`, `b` and `c`,
 * walked in a loop, however long it is.
 */
export function chain(top: string, json: JsonValue, place: Place, faults: Faults): Step {
  const kind = chainOf.get(top);
  const parts: Part[] = [];
  const operators: string[] = [];
  let operator: string | undefined = top;
  let body: JsonValue = json;
  let here = place;
  while (operator !== undefined) {
    const operands: JsonObject | undefined = readOperands(body, here, ["left", "right"], faults);
    if (operands === undefined) return unreadable;
    parts.push(partOf(operands, "right", here));
    operators.push(operator);
    const left: Part = partOf(operands, "left", here);
    operator = singleKey(left.json);
    if (operator !== undefined && chainOf.get(operator) === kind) {
      body = (left.json as JsonObject)[operator] as JsonValue;
      here = inside(left.place, operator);
    } else {
      operator = undefined;
      parts.push(left);
    }
  }
  parts.reverse();
  operators.reverse();
  return { parts, make: (operands) => chainNode(kind as NonNullable<typeof kind>, operands, operators) };
}

function chainNode(
  kind: "and" | "or" | "sum" | "product",
  operands: readonly Expression[],
  operators: readonly string[],
): Expression {
  return kind === "sum"
    ? { kind, span: undefined, operands, operators: operators as readonly ("+" | "-")[] }
    : { kind, span: undefined, operands };
}

function singleKey(json: JsonValue): string | undefined {
  if (!isJsonObject(json)) return undefined;
  const [key, more] = Object.keys(json);
  return more === undefined ? key : undefined;
}
