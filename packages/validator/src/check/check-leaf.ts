import type { EntityLiteral, Slot, Variable } from "@deodar/syntax";
import { type Answer, sound, unknownAnswer } from "./answer.ts";
import type { Checker } from "./checker.ts";

/** The type of an entity literal. That the schema does not declare it is an issue for another check. */
export function checkEntity(checker: Checker, node: EntityLiteral): Answer {
  return checker.setting.facts.isDeclared(node) ? sound({ kind: "entity", name: node.type }) : unknownAnswer;
}

/** A variable has the type that the request environment gives it. */
export function checkVariable(checker: Checker, node: Variable): Answer {
  const { principal, action, resource } = checker.environment;
  switch (node.name) {
    case "principal":
      return sound({ kind: "entity", name: principal });
    case "action":
      return sound({ kind: "entity", name: action.uid.type });
    case "resource":
      return sound({ kind: "entity", name: resource });
    case "context":
      return { kind: "answer", type: action.context, failed: false, capabilities: undefined, origin: "context" };
  }
}

/** A slot has the type of the entities that the links considered put there. */
export function checkSlot(checker: Checker, node: Slot): Answer {
  return sound({ kind: "entity", name: checker.environment.slots[node.name] });
}
