import type { Relation } from "@deodar/syntax";
import { booleanType, type CheckedType, extensionType, longType } from "../types/type.ts";
import { type Answer, faulty, sound } from "./answer.ts";
import type { Checker, Task } from "./checker.ts";

const comparable: readonly CheckedType[] = [extensionType("datetime"), extensionType("duration"), longType];

/** `<`, `<=`, `>` and `>=` compare Longs, datetimes and durations with their like. */
export function checkComparison(checker: Checker, node: Relation): Task {
  return checker.checkPart(node.left, (left) =>
    checker.checkPart(node.right, (right) => compare(checker, node, left, right)),
  );
}

function compare(checker: Checker, node: Relation, left: Answer, right: Answer): Answer {
  if (left.type === undefined || right.type === undefined) return faulty(booleanType);
  const fits = compareTypes(checker, node, left.type, right.type);
  return fits && !left.failed && !right.failed ? sound(booleanType) : faulty(booleanType);
}

function compareTypes(checker: Checker, node: Relation, left: CheckedType, right: CheckedType): boolean {
  if (left.kind === "never" && right.kind === "never") return false;
  if (left.kind === "never" && isComparable(right)) return true;
  if (right.kind === "never" && isComparable(left)) return true;
  if (left.kind === "never") checker.unexpectedType(node.right, right, comparable);
  else if (right.kind === "never") checker.unexpectedType(node.left, left, comparable);
  else if (isComparable(left) && sameLeaf(left, right)) return true;
  else if (left.kind === "long") checker.unexpectedType(node.right, right, [left]);
  else if (right.kind === "long") checker.unexpectedType(node.left, left, [right]);
  else if (isComparable(left)) checker.unexpectedType(node.right, right, [left]);
  else if (isComparable(right)) checker.unexpectedType(node.left, left, [right]);
  else {
    checker.unexpectedType(node.left, left, comparable);
    checker.unexpectedType(node.right, right, comparable);
  }
  return false;
}

function isComparable(type: CheckedType): boolean {
  return comparable.some((one) => sameLeaf(one, type));
}

function sameLeaf(a: CheckedType, b: CheckedType): boolean {
  return a.kind === b.kind && (a.kind !== "extension" || b.kind !== "extension" || a.name === b.name);
}
