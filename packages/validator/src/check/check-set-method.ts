import type { IsEmpty, Method } from "@deodar/syntax";
import { anySetType, booleanType, type CheckedType, isEntity } from "../types/type.ts";
import { faulty, sound } from "./answer.ts";
import { areComparable } from "./check-equality.ts";
import type { Checker, Task } from "./checker.ts";

const set: readonly CheckedType[] = [anySetType];

/** `set.contains(element)`. */
export function checkContains(checker: Checker, node: Method): Task {
  const place = "elements of the first operand and the second operand to a `contains` expression";
  return checker.expect(node.target, set, hintTarget, (target) =>
    checker.checkPart(node.argument, (argument) => {
      const element = target.type?.kind === "set" ? target.type.element : undefined;
      const fits = areComparable(checker, node, element, argument.type, place);
      return fits && !target.failed && !argument.failed ? sound(booleanType) : faulty(booleanType);
    }),
  );
}

/** `set.containsAll(set)` and `set.containsAny(set)`. */
export function checkContainsSome(checker: Checker, node: Method): Task {
  const place = "elements of both set operands to a `containsAll` or `containsAny` expression";
  return checker.expect(node.target, set, hintTarget, (target) =>
    checker.expect(node.argument, set, hintArgument, (argument) => {
      const fits = areComparable(checker, node, target.type, argument.type, place);
      return fits && !target.failed && !argument.failed ? sound(booleanType) : faulty(booleanType);
    }),
  );
}

export function checkIsEmpty(checker: Checker, node: IsEmpty): Task {
  return checker.expect(node.target, set, hintEmpty, ({ failed }) =>
    failed ? faulty(booleanType) : sound(booleanType),
  );
}

function hintTarget(actual: CheckedType): string | undefined {
  if (isEntity(actual)) return "try using `in` for entity hierarchy membership";
  if (actual.kind === "record") return "try using `has` to test for an attribute";
  return actual.kind === "string" ? "try using `like` to examine the contents of a string" : undefined;
}

function hintArgument(): string {
  return "try using `contains` to test if a single element is in a set";
}

function hintEmpty(actual: CheckedType): string | undefined {
  return actual.kind === "string" ? 'try using `== ""` to test if a string is empty' : undefined;
}
