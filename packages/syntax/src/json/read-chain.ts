import { isJsonObject, type JsonValue } from "@deodar/json";
import type { Expression } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { expressionAt, type Part, type Step, unreadable } from "./step.ts";

type ChainKind = "and" | "or" | "sum" | "product";

/** Which operators share a chain. */
const chainOf: ReadonlyMap<string, ChainKind> = new Map([
  ["&&", "and"],
  ["||", "or"],
  ["+", "sum"],
  ["-", "sum"],
  ["*", "product"],
]);

/** The operators of chains, in the order of the reference's messages. */
export const chainOperators: readonly string[] = [...chainOf.keys()];

/**
 * `{"&&": {left: {"&&": {left: a, right: b}}, right: c}}` and so on down the left is one chain of `a`, `b` and `c`,
 * walked in a loop, however long it is.
 */
export function chain(top: string, from: Cursor): Step {
  const kind = chainOf.get(top) as ChainKind;
  const parts: Part[] = [];
  const operators: string[] = [];
  let operator: string | undefined = top;
  for (let at = from; operator !== undefined; ) {
    if (!at.hasOperands(["left", "right"])) return unreadable;
    parts.push(expressionAt(at.at("right")));
    operators.push(operator);
    const left = at.at("left");
    operator = singleKey(left.json);
    if (operator !== undefined && chainOf.get(operator) === kind) at = left.at(operator);
    else {
      operator = undefined;
      parts.push(expressionAt(left));
    }
  }
  parts.reverse();
  operators.reverse();
  return { parts, make: (operands) => chainNode(kind, operands, operators) };
}

function chainNode(kind: ChainKind, operands: readonly Expression[], operators: readonly string[]): Expression {
  return kind === "sum"
    ? { kind, span: undefined, operands, operators: operators as readonly ("+" | "-")[] }
    : { kind, span: undefined, operands };
}

function singleKey(json: JsonValue): string | undefined {
  if (!isJsonObject(json)) return undefined;
  const [key, more] = Object.keys(json);
  return more === undefined ? key : undefined;
}
