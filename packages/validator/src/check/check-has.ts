import type { Has } from "@deodar/syntax";
import { attributeOf, mayHaveAttribute } from "../types/attributes.ts";
import { booleanType, type CheckedType, falseType, isEntity, trueType } from "../types/type.ts";
import { type Answer, after, type Capabilities, faulty, sound, unite } from "./answer.ts";
import { accessAttribute, owners } from "./check-attribute.ts";
import type { Checker, Task } from "./checker.ts";

/** `target has name` makes accesses to the attribute safe where it is true. */
export function checkHas(checker: Checker, node: Has): Task {
  return checker.expect(node.target, owners, hint, (target) => {
    if (target.type === undefined) return faulty(booleanType);
    const answer = node.path.length === 1 ? testOne(checker, node, target.type) : testPath(checker, node, target);
    return after(target.failed, answer);
  });
}

function testOne(checker: Checker, node: Has, type: CheckedType): Answer {
  const { facts, permissive, shapes } = checker.setting;
  const [name] = node.path;
  const attribute = attributeOf(type, name, facts, permissive);
  if (attribute === undefined) return sound(mayHaveAttribute(type, name, facts) ? booleanType : falseType);
  const key = shapes.attributeKey(shapes.numberOf(node.target), name);
  // An entity of which the type demands the attribute may be missing altogether.
  const isThere = (attribute.required && type.kind === "record") || checker.known.has(key);
  return sound(isThere ? trueType : booleanType, new Set([key]));
}

interface Step {
  readonly type: "true" | "false" | "boolean";
  readonly capabilities: Capabilities;
}

/** `target has a.b` is `target has a && target.a has b`. */
function testPath(checker: Checker, node: Has, target: Answer): Answer {
  const { shapes } = checker.setting;
  const mark = checker.known.mark();
  const steps: Step[] = [];
  let owner = target;
  let shape = shapes.numberOf(node.target);
  for (const [index, name] of node.path.entries()) {
    const step = owner.type === undefined ? undefined : testStep(checker, node, owner.type, shape, name);
    if (step === undefined) {
      checker.known.forget(mark);
      return faulty(booleanType);
    }
    steps.push(step);
    if (index + 1 === node.path.length || step.type === "false") break;
    checker.known.learn(step.capabilities);
    const key = shapes.attributeKey(shape, name);
    owner = accessAttribute(checker, owner, name, () => checker.known.has(key), node);
    shape = shapes.numberOfAttribute(shape, name);
  }
  checker.known.forget(mark);
  return steps.reduceRight((rest: Answer | undefined, step) => prepend(step, rest), undefined) ?? sound(booleanType);
}

/** Tests for one attribute of the path; `undefined` if it is asked of what has no attributes, which is an issue. */
function testStep(checker: Checker, node: Has, type: CheckedType, shape: number, name: string): Step | undefined {
  const { facts, permissive, shapes } = checker.setting;
  if (type.kind !== "record" && !isEntity(type)) {
    checker.unexpectedType(node, type, owners, hint(type));
    return undefined;
  }
  const attribute = attributeOf(type, name, facts, permissive);
  if (attribute === undefined) {
    return { type: mayHaveAttribute(type, name, facts) ? "boolean" : "false", capabilities: undefined };
  }
  const key = shapes.attributeKey(shape, name);
  if (checker.known.has(key) || (attribute.required && type.kind === "record")) {
    return { type: "true", capabilities: undefined };
  }
  return { type: "boolean", capabilities: new Set([key]) };
}

const types = { true: trueType, false: falseType, boolean: booleanType } as const;

function prepend({ type, capabilities }: Step, rest: Answer | undefined): Answer {
  if (rest === undefined) return sound(types[type], capabilities);
  if (rest.type?.kind === "false") return sound(falseType);
  return sound(rest.type?.kind === "true" ? types[type] : booleanType, unite(capabilities, rest.capabilities));
}

function hint(actual: CheckedType): string | undefined {
  if (actual.kind === "set") {
    return "try using `contains`, `containsAny`, or `containsAll` to examine the contents of a set";
  }
  return actual.kind === "string" ? "try using `like` to examine the contents of a string" : undefined;
}
