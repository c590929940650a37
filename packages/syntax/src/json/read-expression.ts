import type { JsonValue } from "@deodar/json";
import type { Expression, MethodName, RelationOperator } from "../ast.ts";
import { extensionFunctions } from "../extension-functions.ts";
import type { Faults } from "./faults.ts";
import { inside, type Place } from "./place.ts";
import { chain } from "./read-chain.ts";
import { attribute, conditional, has, is, like, oneOperand, twoOperands } from "./read-operators.ts";
import { recordStep, valueStep } from "./read-value.ts";
import { oneOf, readArray, readObject, readVariant } from "./shape.ts";
import { leaf, type Part, type Step, unreadable } from "./step.ts";

const slotNames = ["?principal", "?resource"] as const;

type Reader = (json: JsonValue, place: Place, faults: Faults) => Step;

/** How the value of each key of an expression object is read, in the order of the reference's messages. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["Value", valueStep],
  ["Var", variable],
  ["Slot", slot],
  [
    "!",
    (json, place, faults) => oneOperand(json, place, faults, (operand) => ({ kind: "not", span: undefined, operand })),
  ],
  [
    "neg",
    (json, place, faults) =>
      oneOperand(json, place, faults, (operand) => ({ kind: "negate", span: undefined, operand })),
  ],
  ["==", relation("==")],
  ["!=", relation("!=")],
  ["in", relation("in")],
  ["<", relation("<")],
  ["<=", relation("<=")],
  [">", relation(">")],
  [">=", relation(">=")],
  ["&&", chained("&&")],
  ["||", chained("||")],
  ["+", chained("+")],
  ["-", chained("-")],
  ["*", chained("*")],
  ["contains", method("contains")],
  ["containsAll", method("containsAll")],
  ["containsAny", method("containsAny")],
  [
    "isEmpty",
    (json, place, faults) =>
      oneOperand(json, place, faults, (target) => ({ kind: "isEmpty", span: undefined, target })),
  ],
  ["getTag", method("getTag")],
  ["hasTag", method("hasTag")],
  [".", attribute],
  ["has", has],
  ["like", like],
  ["is", is],
  ["if-then-else", conditional],
  ["Set", set],
  ["Record", record],
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
export function readExpression(json: JsonValue, place: Place, faults: Faults): Read {
  let size = 0;
  const todo: (Part | Step)[] = [{ json, place, as: "expression" }];
  const done: Expression[] = [];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if ("make" in next) {
      done.push(next.make(done.splice(done.length - next.parts.length)));
      continue;
    }
    size++;
    const read = next.as === "value" ? valueStep : expressionStep;
    const step = read(next.json, next.place, faults);
    todo.push(step);
    for (let index = step.parts.length - 1; index >= 0; index--) todo.push(step.parts[index] as Part);
  }
  return { expression: done[0] as Expression, size };
}

function expressionStep(json: JsonValue, place: Place, faults: Faults): Step {
  const object = readObject(json, place, "JSON object representing an expression", faults);
  if (object === undefined) return unreadable;
  const [key, more] = Object.keys(object);
  if (key === undefined) {
    faults.misshapen("policy-json/no-operator", place);
    return unreadable;
  }
  if (more !== undefined) {
    faults.misshapen("policy-json/several-operators", place, { first: key, second: more });
    return unreadable;
  }
  const content = object[key] as JsonValue;
  const read = readers.get(key);
  if (read !== undefined) return read(content, inside(place, key), faults);
  if (extensionFunctions.has(key)) return call(key, content, inside(place, key), faults);
  faults.misshapen("policy-json/unknown-variant", place, { variant: key, expected: oneOf([...readers.keys()]) });
  return unreadable;
}

function variable(json: JsonValue, place: Place, faults: Faults): Step {
  const name = readVariant(json, place, ["principal", "action", "resource", "context"], faults);
  return name === undefined ? unreadable : leaf({ kind: "variable", span: undefined, name });
}

function slot(json: JsonValue, place: Place, faults: Faults): Step {
  const name = readVariant(json, place, slotNames, faults);
  if (name === undefined) return unreadable;
  faults.meaningless("policy-json/slot-in-condition", place, { slot: name, clause: faults.clause });
  return leaf({ kind: "slot", span: undefined, name });
}

function relation(operator: RelationOperator): Reader {
  return (json, place, faults) =>
    twoOperands(json, place, faults, (left, right) => ({ kind: "relation", span: undefined, operator, left, right }));
}

function method(name: MethodName): Reader {
  return (json, place, faults) =>
    twoOperands(json, place, faults, (target, argument) => ({
      kind: "method",
      span: undefined,
      method: name,
      target,
      argument,
    }));
}

function chained(operator: string): Reader {
  return (json, place, faults) => chain(operator, json, place, faults);
}

function set(json: JsonValue, place: Place, faults: Faults): Step {
  return {
    parts: elementsOf(json, place, faults),
    make: (elements) => ({ kind: "set", span: undefined, elements }),
  };
}

function record(json: JsonValue, place: Place, faults: Faults): Step {
  const object = readObject(json, place, "a map", faults);
  return object === undefined ? unreadable : recordStep(object, place, "expression", faults);
}

function call(name: string, json: JsonValue, place: Place, faults: Faults): Step {
  return {
    parts: elementsOf(json, place, faults),
    make: (given) => ({ kind: "extension", span: undefined, name, arguments: given }),
  };
}

function elementsOf(json: JsonValue, place: Place, faults: Faults): readonly Part[] {
  const elements = readArray(json, place, faults) ?? [];
  return elements.map((element, index) => ({ json: element, place: inside(place, index), as: "expression" }));
}
