import type { ActionInfo } from "@deodar/schema";
import type { EntityLiteral, Expression } from "@deodar/syntax";
import { isActionType } from "../schema-facts.ts";
import {
  anyEntityType,
  booleanType,
  type CheckedType,
  entitySetType,
  falseType,
  isEntity,
  namesOf,
  singletonType,
} from "../types/type.ts";
import { type Answer, faulty, sound } from "./answer.ts";
import { literalOrAction } from "./check-equality.ts";
import type { Checker, Task } from "./checker.ts";

const entity: readonly CheckedType[] = [anyEntityType];
const entities: readonly CheckedType[] = [entitySetType, anyEntityType];

/**
 * `left in right`. Of action literals the schema says the answer; of other entities it says which types can be in
 * which.
 */
export function checkMembership(
  checker: Checker,
  left: Expression,
  right: Expression,
  go: (answer: Answer) => Task,
): Task {
  return checker.expect(left, entity, hintLeft, (member) =>
    checker.expect(right, entities, hintRight, (group) => {
      if (member.failed || group.failed) return go(faulty(booleanType));
      return go(decide(checker, { expression: left, type: member.type }, { expression: right, type: group.type }));
    }),
  );
}

interface Typed {
  readonly expression: Expression;
  readonly type: CheckedType | undefined;
}

function decide(checker: Checker, member: Typed, group: Typed): Answer {
  const literal = entityLiteral(checker, member.expression);
  const groups =
    literal !== undefined && isActionType(literal.type) ? entityLiterals(checker, group.expression) : undefined;
  if (literal !== undefined && groups !== undefined) return decideActions(checker, literal, groups);
  return sound(canBeIn(checker, member.type, elementOf(group.type)) ? booleanType : falseType);
}

/** Actions are never in entities that are no actions; whether in an action, the schema says. */
function decideActions(checker: Checker, member: EntityLiteral, groups: readonly EntityLiteral[]): Answer {
  const { facts } = checker.setting;
  const actions: ActionInfo[] = [];
  for (const literal of groups) {
    if (!isActionType(literal.type)) continue;
    const action = facts.action(literal);
    if (action === undefined) return faulty(booleanType);
    actions.push(action);
  }
  const own = facts.action(member);
  return sound(singletonType(own !== undefined && actions.some((action) => facts.isActionIn(own, action))));
}

function canBeIn(checker: Checker, member: CheckedType | undefined, group: CheckedType | undefined): boolean {
  if (member === undefined || group === undefined || !isEntity(member) || !isEntity(group)) return true;
  const names = namesOf(member);
  const groups = namesOf(group);
  if (names === undefined || groups === undefined) return true;
  return names.some((name) => groups.some((other) => checker.setting.facts.canBeIn(name, other)));
}

function elementOf(type: CheckedType | undefined): CheckedType | undefined {
  return type?.kind === "set" ? type.element : type;
}

function entityLiteral(checker: Checker, expression: Expression): EntityLiteral | undefined {
  const literal = literalOrAction(checker, expression);
  return literal?.kind === "entity" ? literal : undefined;
}

/** The entity literals that this is, or that it is a set of; `undefined` if there is anything else in it. */
function entityLiterals(checker: Checker, expression: Expression): readonly EntityLiteral[] | undefined {
  const single = entityLiteral(checker, expression);
  if (single !== undefined) return [single];
  if (expression.kind !== "set") return undefined;
  const literals: EntityLiteral[] = [];
  for (const element of expression.elements) {
    const literal = entityLiteral(checker, element);
    if (literal === undefined) return undefined;
    literals.push(literal);
  }
  return literals;
}

const examineSet = "try using `contains`, `containsAny`, or `containsAll` to examine the contents of a set";

function hintLeft(): string {
  return examineSet;
}

function hintRight(actual: CheckedType): string | undefined {
  if (actual.kind === "set") return examineSet;
  return actual.kind === "string" ? "try using `like` to examine the contents of a string" : undefined;
}
