import type { Expression, Product, Sum } from "@deodar/syntax";
import { type CheckedType, longType } from "../types/type.ts";
import { type Answer, faulty, sound } from "./answer.ts";
import type { Checker, Continuation, Task, TypeHint } from "./checker.ts";

const long: readonly CheckedType[] = [longType];

/** `a - b + c` is `(a - b) + c`. */
export function checkSum(checker: Checker, { operands, operators }: Sum): Task {
  return checkOperands(checker, operands, (index) => (operators[Math.max(0, index - 1)] === "+" ? addition : other));
}

export function checkProduct(checker: Checker, { operands }: Product): Task {
  return checkOperands(checker, operands, () => other);
}

/** What is known of `-e`, by what is known of `e`. */
export function negation({ failed }: Answer): Answer {
  return failed ? faulty(longType) : sound(longType);
}

function checkOperands(checker: Checker, operands: readonly Expression[], hintAt: (index: number) => TypeHint): Task {
  let index = 0;
  let failed = false;
  const next: Continuation = (checked) => {
    const operand = operands[index] as Expression;
    failed = checker.expected(operand, checked, long, hintAt(index)).failed || failed;
    index += 1;
    const following = operands[index];
    if (following !== undefined) return checker.checkPart(following, next);
    return failed ? faulty(longType) : sound(longType);
  };
  return checker.checkPart(operands[0] as Expression, next);
}

function addition(actual: CheckedType): string | undefined {
  return actual.kind === "string" ? "Cedar does not support string concatenation" : other(actual);
}

function other(actual: CheckedType): string | undefined {
  return actual.kind === "set"
    ? "Cedar does not support computing the union, intersection, or difference of sets"
    : undefined;
}
