import { compareStrings } from "@deodar/diagnostics";
import type { RecordExpression, SetExpression } from "@deodar/syntax";
import type { CheckedAttribute } from "../types/type.ts";
import { faulty, sound, unknownAnswer } from "./answer.ts";
import type { Checker, Task } from "./checker.ts";
import { joinedType } from "./joined-type.ts";

/** The elements of a set must have a common type. Strict checking forbids `[]`, whose elements have none. */
export function checkSet(checker: Checker, node: SetExpression): Task {
  return checker.checkParts(node.elements, (answers) => {
    if (answers.length === 0 && checker.isStrict) {
      checker.report("validate/empty-set", {}, node);
      return unknownAnswer;
    }
    const types = answers.map(({ type }) => type);
    const element = joinedType(checker, node, types, "elements of a set");
    if (element === undefined) return unknownAnswer;
    const type = { kind: "set", element } as const;
    return answers.some(({ failed }) => failed) ? faulty(type) : sound(type);
  });
}

export function checkRecord(checker: Checker, { entries }: RecordExpression): Task {
  const sorted = entries.length > 1 ? [...entries].sort((a, b) => compareStrings(a.key, b.key)) : entries;
  const values = sorted.map(({ value }) => value);
  return checker.checkParts(values, (answers) => {
    const attributes = new Map<string, CheckedAttribute>();
    let failed = false;
    for (const [index, { key }] of sorted.entries()) {
      const answer = answers[index];
      if (answer?.type === undefined) return unknownAnswer;
      failed ||= answer.failed;
      attributes.set(key, { type: answer.type, required: true });
    }
    const type = { kind: "record", attributes } as const;
    return failed ? faulty(type) : sound(type);
  });
}
