import type { Like } from "@deodar/syntax";
import { booleanType, type CheckedType, isEntity, stringType } from "../types/type.ts";
import { faulty, sound } from "./answer.ts";
import type { Checker, Task } from "./checker.ts";

export function checkLike(checker: Checker, node: Like): Task {
  return checker.expect(node.target, [stringType], hint, ({ failed }) =>
    failed ? faulty(booleanType) : sound(booleanType),
  );
}

function hint(actual: CheckedType): string | undefined {
  return isEntity(actual) ? "try using `is` to test for an entity type" : undefined;
}
