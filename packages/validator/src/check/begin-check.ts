import type { Expression, Method, Relation } from "@deodar/syntax";
import { longType, singletonType, stringType } from "../types/type.ts";
import { sound } from "./answer.ts";
import { checkProduct, checkSum, negation } from "./check-arithmetic.ts";
import { checkAttribute } from "./check-attribute.ts";
import { checkRecord, checkSet } from "./check-collection.ts";
import { checkComparison } from "./check-comparison.ts";
import { checkEquality } from "./check-equality.ts";
import { checkExtension } from "./check-extension.ts";
import { checkHas } from "./check-has.ts";
import { checkIf } from "./check-if.ts";
import { checkIs } from "./check-is.ts";
import { checkEntity, checkSlot, checkVariable } from "./check-leaf.ts";
import { checkLike } from "./check-like.ts";
import { checkAnd, checkNot, checkOr, complement } from "./check-logic.ts";
import { checkMembership } from "./check-membership.ts";
import { checkContains, checkContainsSome, checkIsEmpty } from "./check-set-method.ts";
import { checkGetTag, checkHasTag } from "./check-tag.ts";
import type { Checker, Task } from "./checker.ts";

/** Begins to check an expression: gives its answer, or the first of its parts to check. */
export function beginCheck(checker: Checker, node: Expression): Task {
  switch (node.kind) {
    case "boolean":
      return sound(singletonType(node.value));
    case "long":
      return sound(longType);
    case "string":
      return sound(stringType);
    case "entity":
      return checkEntity(checker, node);
    case "variable":
      return checkVariable(checker, node);
    case "slot":
      return checkSlot(checker, node);
    case "set":
      return checkSet(checker, node);
    case "record":
      return checkRecord(checker, node);
    case "not":
      return checkNot(checker, node);
    case "negate":
      return checker.expect(node.operand, [longType], () => undefined, negation);
    case "and":
      return checkAnd(checker, node);
    case "or":
      return checkOr(checker, node);
    case "sum":
      return checkSum(checker, node);
    case "product":
      return checkProduct(checker, node);
    case "relation":
      return checkRelation(checker, node);
    case "has":
      return checkHas(checker, node);
    case "like":
      return checkLike(checker, node);
    case "is":
      return checkIs(checker, node);
    case "if":
      return checkIf(checker, node);
    case "attribute":
      return checkAttribute(checker, node);
    case "method":
      return checkMethod(checker, node);
    case "isEmpty":
      return checkIsEmpty(checker, node);
    case "extension":
      return checkExtension(checker, node);
  }
}

function checkRelation(checker: Checker, node: Relation): Task {
  switch (node.operator) {
    case "==":
      return checkEquality(checker, node, (answer) => answer);
    case "!=":
      return checkEquality(checker, node, complement);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return checkComparison(checker, node);
    case "in":
      return checkMembership(checker, node.left, node.right, (answer) => answer);
  }
}

function checkMethod(checker: Checker, node: Method): Task {
  switch (node.method) {
    case "contains":
      return checkContains(checker, node);
    case "containsAll":
    case "containsAny":
      return checkContainsSome(checker, node);
    case "getTag":
      return checkGetTag(checker, node);
    case "hasTag":
      return checkHasTag(checker, node);
  }
}
