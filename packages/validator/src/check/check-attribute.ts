import { nearestName } from "@deodar/diagnostics";
import type { Attribute, Expression } from "@deodar/syntax";
import { attributeOf, attributesOf, mayHaveAttribute } from "../types/attributes.ts";
import { anyEntityType, anyRecordType, type CheckedAttribute, type CheckedType } from "../types/type.ts";
import { type Answer, unknownAnswer } from "./answer.ts";
import { describeAccess } from "./attribute-access.ts";
import { type Checker, noHint, type Task } from "./checker.ts";

/** What has attributes. */
export const owners: readonly CheckedType[] = [anyEntityType, anyRecordType];

/** `target.name` is safe if the attribute has to be there, or if it is known to be. */
export function checkAttribute(checker: Checker, node: Attribute): Task {
  return checker.expect(node.target, owners, noHint, (owner) => {
    const { shapes } = checker.setting;
    const isKnown = (): boolean => checker.known.has(shapes.attributeKey(shapes.numberOf(node.target), node.name));
    return accessAttribute(checker, owner, node.name, isKnown, node);
  });
}

/** What is known of the attribute; if there is none, or it may be missing, that is an issue `at` an expression. */
export function accessAttribute(
  checker: Checker,
  owner: Answer,
  name: string,
  isKnown: () => boolean,
  at: Expression,
): Answer {
  if (owner.type === undefined) return unknownAnswer;
  const attribute = lookUp(checker, owner.type, name);
  if (attribute === undefined) {
    reportMissing(checker, owner, owner.type, name, at);
    return unknownAnswer;
  }
  const safe = attribute.required || isKnown();
  if (!safe) {
    const { text, guard } = describeAccess(checker, owner, name);
    checker.report("validate/optional-attribute", { access: text, guard }, at);
  }
  return {
    kind: "answer",
    type: attribute.type,
    failed: owner.failed || !safe,
    capabilities: undefined,
    origin: { owner, name },
  };
}

function lookUp(checker: Checker, type: CheckedType, name: string): CheckedAttribute | undefined {
  return attributeOf(type, name, checker.setting.facts, checker.setting.permissive);
}

function reportMissing(checker: Checker, owner: Answer, type: CheckedType, name: string, at: Expression): void {
  const { facts, permissive } = checker.setting;
  const suggestion = nearestName(name, attributesOf(type, facts, permissive).keys());
  const hint = missingHint(suggestion, mayHaveAttribute(type, name, facts));
  const access = describeAccess(checker, owner, name).text;
  checker.report("validate/attribute-not-found", hint === undefined ? { access } : { access, hint }, at);
}

function missingHint(suggestion: string | undefined, mayExist: boolean): string | undefined {
  if (suggestion === undefined) {
    return mayExist ? "there may be additional attributes that the validator is not able to reason about" : undefined;
  }
  return mayExist
    ? `did you mean \`${suggestion}\`? (there may also be additional attributes that the validator is not able to reason about)`
    : `did you mean \`${suggestion}\`?`;
}
