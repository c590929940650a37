import type { Is } from "@deodar/syntax";
import { anyEntityType, booleanType, type CheckedType, falseType, isEntity, namesOf, trueType } from "../types/type.ts";
import { type Answer, after, faulty, sound } from "./answer.ts";
import { conjunction } from "./check-logic.ts";
import { checkMembership } from "./check-membership.ts";
import type { Checker, Task } from "./checker.ts";

const entity: readonly CheckedType[] = [anyEntityType];

/** `target is Type in group` is `target is Type && target in group`. */
export function checkIs(checker: Checker, node: Is): Task {
  return checker.expect(
    node.target,
    entity,
    () => "Cedar only supports run time type tests for entities",
    (target) => {
      const test = testType(target, node.entityType);
      if (node.in === undefined || test.type?.kind === "false") return test;
      return checkMembership(checker, node.target, node.in, (membership) =>
        after(test.failed, conjunction(test, membership)),
      );
    },
  );
}

function testType(target: Answer, entityType: string): Answer {
  const { type } = target;
  if (type === undefined || !isEntity(type)) return faulty(booleanType);
  const names = namesOf(type);
  if (names === undefined) return after(target.failed, sound(booleanType));
  const result = !names.includes(entityType) ? falseType : names.length === 1 ? trueType : booleanType;
  return after(target.failed, sound(result));
}
