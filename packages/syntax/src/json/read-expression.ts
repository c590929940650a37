import type { Expression, MethodName, RelationOperator } from "../ast.ts";
import { extensionFunctions } from "../extension-functions.ts";
import type { Cursor } from "./cursor.ts";
import { oneOf } from "./describe.ts";
import { chain, chainOperators } from "./read-chain.ts";
import { attribute, has, is, like, operator } from "./read-operators.ts";
import { recordStep, valueStep } from "./read-value.ts";
import { expressionAt, leaf, type Part, type Reader, type Step, unreadable } from "./step.ts";

const relations: readonly RelationOperator[] = ["==", "!=", "in", "<", "<=", ">", ">="];
const span = undefined;

/** How the value of each key of an expression object is read, in the order of the reference's messages. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["Value", valueStep],
  ["Var", variable],
  ["Slot", slot],
  ["!", operator(["arg"], (operand) => ({ kind: "not", span, operand }))],
  ["neg", operator(["arg"], (operand) => ({ kind: "negate", span, operand }))],
  ...relations.map((name): [string, Reader] => [
    name,
    operator(["left", "right"], (left, right) => ({ kind: "relation", span, operator: name, left, right })),
  ]),
  ...chainOperators.map((name): [string, Reader] => [name, (at) => chain(name, at)]),
  method("contains"),
  method("containsAll"),
  method("containsAny"),
  ["isEmpty", operator(["arg"], (target) => ({ kind: "isEmpty", span, target }))],
  method("getTag"),
  method("hasTag"),
  [".", attribute],
  ["has", has],
  ["like", like],
  ["is", is],
  [
    "if-then-else",
    operator(["if", "then", "else"], (condition, consequent, alternative) => ({
      kind: "if",
      span,
      condition,
      consequent,
      alternative,
    })),
  ],
  ["Set", (at) => listed(at, (elements) => ({ kind: "set", span, elements }))],
  ["Record", (at) => (at.keys("a map") === undefined ? unreadable : recordStep(at, "expression"))],
]);

/** An expression and the number of its nodes. */
export interface Read {
  readonly expression: Expression;
  readonly size: number;
}

/**
 * Reads an expression. Has its own stack, so the document may be as deep as it likes; the caller judges the depth of
 * what it gets.
 */
export function readExpression(at: Cursor): Read {
  let size = 0;
  const todo: (Part | Step)[] = [expressionAt(at)];
  const done: Expression[] = [];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if ("make" in next) {
      done.push(next.make(done.splice(done.length - next.parts.length)));
      continue;
    }
    size++;
    const step = next.as === "value" ? valueStep(next.at) : expressionStep(next.at);
    todo.push(step);
    for (let index = step.parts.length - 1; index >= 0; index--) todo.push(step.parts[index] as Part);
  }
  return { expression: done[0] as Expression, size };
}

function expressionStep(at: Cursor): Step {
  const keys = at.keys("JSON object representing an expression");
  if (keys === undefined) return unreadable;
  const [key, more] = keys;
  if (key === undefined) at.misshapen("policy-json/no-operator");
  else if (more !== undefined) at.misshapen("policy-json/several-operators", { first: key, second: more });
  else {
    const read = readers.get(key);
    if (read !== undefined) return read(at.at(key));
    if (extensionFunctions.has(key)) {
      return listed(at.at(key), (given) => ({ kind: "extension", span, name: key, arguments: given }));
    }
    at.misshapen("policy-json/unknown-variant", { variant: key, expected: oneOf([...readers.keys()]) });
  }
  return unreadable;
}

function variable(at: Cursor): Step {
  const name = at.variant(["principal", "action", "resource", "context"]);
  return name === undefined ? unreadable : leaf({ kind: "variable", span, name });
}

function slot(at: Cursor): Step {
  const name = at.variant(["?principal", "?resource"]);
  if (name === undefined) return unreadable;
  at.meaningless("policy-json/slot-in-condition", { slot: name, clause: at.faults.clause });
  return leaf({ kind: "slot", span, name });
}

function method(name: MethodName): [string, Reader] {
  const keys = ["left", "right"];
  return [name, operator(keys, (target, argument) => ({ kind: "method", span, method: name, target, argument }))];
}

function listed(at: Cursor, make: Step["make"]): Step {
  return { parts: at.elements().map(expressionAt), make };
}
