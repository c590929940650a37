import type { Policy } from "@deodar/syntax";
import { boolean, complement } from "../check/check-logic.ts";
import { type Checker, noHint } from "../check/checker.ts";
import { booleanType, type CheckedType, falseType } from "../types/type.ts";

/** What is known of all conditions together. */
export interface ConditionsAnswer {
  readonly type: CheckedType;
  readonly failed: boolean;
}

/**
 * Checks the conditions one after the other: each with what holds if all before it are true, and none after one that is
 * never true.
 */
export function checkConditions(checker: Checker, { conditions }: Policy): ConditionsAnswer {
  let untyped = false;
  let failed = false;
  for (const { body, clause } of conditions) {
    const checked = checker.expected(body, checker.check(body), boolean, noHint);
    const answer = clause === "when" ? checked : complement(checked);
    failed ||= answer.failed;
    if (answer.type?.kind === "false") return { type: untyped ? booleanType : falseType, failed };
    if (answer.type === undefined) untyped = true;
    checker.known.learn(answer.capabilities);
  }
  return { type: booleanType, failed };
}
