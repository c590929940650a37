import { type Method, printExpression } from "@deodar/syntax";
import {
  anyEntityType,
  booleanType,
  type CheckedType,
  type EntityType,
  falseType,
  isEntity,
  namesOf,
  stringType,
  trueType,
} from "../types/type.ts";
import { type Answer, faulty, sound, unknownAnswer } from "./answer.ts";
import { type Checker, noHint, type Task } from "./checker.ts";
import { reportClash } from "./joined-type.ts";

const entity: readonly CheckedType[] = [anyEntityType];
const string: readonly CheckedType[] = [stringType];

/** `entity.hasTag(name)` makes `entity.getTag(name)` safe where it is true. */
export function checkHasTag(checker: Checker, node: Method): Task {
  return checkOperands(checker, node, (owner, failed) => {
    const key = checker.setting.shapes.tagKey(node.target, node.argument);
    const type = tagTypes(checker, owner).length === 0 ? falseType : checker.known.has(key) ? trueType : booleanType;
    return failed ? faulty(type) : sound(type, new Set([key]));
  });
}

export function checkGetTag(checker: Checker, node: Method): Task {
  return checkOperands(checker, node, (owner, failed) => {
    const type = typeOfTag(checker, node, owner);
    if (type === undefined) return unknownAnswer;
    return failed ? faulty(type) : sound(type);
  });
}

function checkOperands(checker: Checker, node: Method, go: (owner: EntityType, failed: boolean) => Answer): Task {
  return checker.expect(node.target, entity, noHint, (target) =>
    checker.expect(node.argument, string, noHint, (argument) => {
      if (target.type === undefined || !isEntity(target.type)) return unknownAnswer;
      return go(target.type, target.failed || argument.failed);
    }),
  );
}

/** Entities without tags have none that a test could find, so that no test makes it safe to ask for one. */
function typeOfTag(checker: Checker, node: Method, owner: EntityType): CheckedType | undefined {
  const names = namesOf(owner);
  const types = tagTypes(checker, owner);
  if (types.length === 0 || !checker.known.has(checker.setting.shapes.tagKey(node.target, node.argument))) {
    const single = names?.length === 1 ? ` on entity type \`${names[0]}\`` : "";
    checker.report("validate/unguarded-tag", { tag: printExpression(node.argument), owner: single }, node);
    return undefined;
  }
  const joined = checker.setting.relations.joinAll(types);
  if ("type" in joined) return joined.type;
  reportClash(checker, node, types, joined.clash, "tag types for a `.getTag()` operation");
  return undefined;
}

/** The types that tags of such an entity can have. */
function tagTypes(checker: Checker, owner: EntityType): readonly CheckedType[] {
  const { schema } = checker.setting.facts;
  const names = namesOf(owner) ?? [...schema.entityTypes.keys()];
  return names.flatMap((name) => schema.entityTypes.get(name)?.tags ?? []);
}
