import type { If } from "@deodar/syntax";
import { type Answer, after, faulty, intersect, sound, unite } from "./answer.ts";
import { boolean } from "./check-logic.ts";
import { type Checker, noHint, type Task } from "./checker.ts";
import { joinedType } from "./joined-type.ts";

/** A branch that is never taken is not checked. */
export function checkIf(checker: Checker, node: If): Task {
  return checker.expect(node.condition, boolean, noHint, (condition) => {
    switch (condition.type?.kind) {
      case "true":
        return checkConsequent(checker, node, condition, (consequent) => after(condition.failed, consequent));
      case "false":
        return checker.checkPart(node.alternative, (alternative) =>
          after(condition.failed, withoutOrigin(alternative)),
        );
      default:
        return checkConsequent(checker, node, condition, (consequent) =>
          checker.checkPart(node.alternative, (alternative) =>
            after(condition.failed, joinBranches(checker, node, consequent, alternative)),
          ),
        );
    }
  });
}

/** The consequent is checked with what holds if the condition is true; what both say holds if it is true as well. */
function checkConsequent(checker: Checker, node: If, condition: Answer, go: (consequent: Answer) => Task): Task {
  const mark = checker.known.mark();
  checker.known.learn(condition.capabilities);
  return checker.checkPart(node.consequent, (consequent) => {
    checker.known.forget(mark);
    if (consequent.failed) return go(faulty(consequent.type));
    const capabilities = unite(consequent.capabilities, condition.capabilities);
    return go({ kind: "answer", type: consequent.type, failed: false, capabilities });
  });
}

function joinBranches(checker: Checker, node: If, consequent: Answer, alternative: Answer): Answer {
  const type = joinedType(checker, node, [consequent.type, alternative.type], "both branches of a conditional");
  if (type === undefined || consequent.failed || alternative.failed) return faulty(type);
  return sound(type, intersect(consequent.capabilities, alternative.capabilities));
}

function withoutOrigin({ type, failed, capabilities }: Answer): Answer {
  return { kind: "answer", type, failed, capabilities };
}
