import type { Expression, Relation } from "@deodar/syntax";
import { booleanType, type CheckedType, falseType, isEntity, namesOf, singletonType } from "../types/type.ts";
import { type Answer, faulty, sound } from "./answer.ts";
import type { Checker, Task } from "./checker.ts";
import { reportClash } from "./joined-type.ts";
import { type Literal, literalOf, sameLiteral } from "./literal-of.ts";

/**
 * `left == right`. Entities of different types are never equal, and literals are compared at once; otherwise strict
 * checking wants operands whose types have a common one.
 */
export function checkEquality(checker: Checker, node: Relation, turn: (answer: Answer) => Answer): Task {
  return checker.checkPart(node.left, (left) =>
    checker.checkPart(node.right, (right) => turn(compare(checker, node, left, right))),
  );
}

function compare(checker: Checker, node: Relation, left: Answer, right: Answer): Answer {
  const type = typeOfEquality(checker, node, left.type, right.type);
  const fits =
    type !== booleanType || areComparable(checker, node, left.type, right.type, "both operands to a `==` expression");
  return fits && !left.failed && !right.failed ? sound(type) : faulty(type);
}

/** Whether strict checking lets values of these types be compared; if not, that is an issue. */
export function areComparable(
  checker: Checker,
  at: Expression,
  left: CheckedType | undefined,
  right: CheckedType | undefined,
  place: string,
): boolean {
  if (!checker.isStrict || left === undefined || right === undefined) return true;
  const joined = checker.setting.relations.join(left, right);
  if ("type" in joined) return true;
  reportClash(checker, at, [left, right], joined.clash, place);
  return false;
}

function typeOfEquality(
  checker: Checker,
  node: Relation,
  left: CheckedType | undefined,
  right: CheckedType | undefined,
): CheckedType {
  if (left !== undefined && right !== undefined && areDisjoint(left, right)) return falseType;
  const leftLiteral = literalOrAction(checker, node.left);
  const rightLiteral = leftLiteral === undefined ? undefined : literalOrAction(checker, node.right);
  if (leftLiteral === undefined || rightLiteral === undefined) return booleanType;
  return singletonType(sameLiteral(leftLiteral, rightLiteral));
}

/** Whether no value has both types. Only of entities is that ever said: two sets can both be empty. */
function areDisjoint(left: CheckedType, right: CheckedType): boolean {
  if (!isEntity(left) || !isEntity(right)) return false;
  const names = namesOf(left);
  const others = namesOf(right);
  return names !== undefined && others !== undefined && !names.some((name) => others.includes(name));
}

/** The literal that an expression is; the variable `action` stands for the action of the environment. */
export function literalOrAction(checker: Checker, expression: Expression): Literal | undefined {
  if (expression.kind !== "variable" || expression.name !== "action") return literalOf(expression);
  const { type, id } = checker.environment.action.uid;
  return { kind: "entity", type, id, span: undefined };
}
