import type { EntityUid, SetValue, Value } from "@deodar/core";
import type { Span } from "@deodar/diagnostics";
import type { Expression, Is, Relation } from "@deodar/syntax";
import type { AttributePath } from "./attribute-path.ts";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import { expected, typeError } from "./faults.ts";
import { elementPlace, originOf } from "./origin.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Step } from "./step.ts";
import { checkTypeName } from "./type-name.ts";

/** What is needed to judge whether an entity is in the value of an expression. */
interface Ancestors {
  readonly expression: Expression;
  /** The span of the whole `in`, for offenders that stand nowhere in the text. */
  readonly span: Span | undefined;
  readonly compiler: Compiler;
}

/** `left in right`: the entity is, or is below, the right entity or one of the right set. */
export function compileIn(expression: Relation, compiler: Compiler): Step {
  const { step: left, shape: leftShape } = compiler.take();
  const leftSpan = reportedSpan(expression.left);
  const { step: right, shape } = compiler.take();
  const ancestors: Ancestors = { expression: expression.right, span: expression.span, compiler };
  if (shape?.kind === "constant") {
    const { value } = shape;
    if (isEntity(value)) return inConstant(left, leftSpan, value, [value]);
    if (isSet(value) && value.elements.every(isEntity)) return inConstant(left, leftSpan, value, value.elements);
  }
  const variable = leftShape?.kind === "variable" ? leftShape.name : undefined;
  if (shape?.kind === "path" && variable === "principal") return principalInPath(shape.path, right, ancestors);
  if (shape?.kind === "path" && variable === "resource") return resourceInPath(shape.path, right, ancestors);
  return (environment) => {
    const descendant = left(environment);
    if (descendant === undefined) return undefined;
    const target = right(environment);
    if (target === undefined) return undefined;
    if (!isEntity(descendant)) return notDescendant(descendant, leftSpan, target, environment);
    return isIn(descendant, target, ancestors, environment);
  };
}

/** `principal in resource.readers` and its like, the most frequent of all; `right` is the path as a step. */
function principalInPath(path: AttributePath, right: Step, ancestors: Ancestors): Step {
  return (environment) => {
    const known = environment.principalIsInTarget(path.target(environment));
    if (known !== undefined) return known;
    const target = right(environment);
    return target === undefined ? undefined : isIn(environment.principal, target, ancestors, environment);
  };
}

/** `resource in principal.folders` and its like. */
function resourceInPath(path: AttributePath, right: Step, ancestors: Ancestors): Step {
  return (environment) => {
    const known = environment.resourceIsInTarget(path.target(environment));
    if (known !== undefined) return known;
    const target = right(environment);
    return target === undefined ? undefined : isIn(environment.resource, target, ancestors, environment);
  };
}

/** The right side is `target`, which comes down to these ancestors. */
function inConstant(left: Step, leftSpan: Span | undefined, target: Value, ancestors: readonly EntityUid[]): Step {
  return (environment) => {
    const descendant = left(environment);
    if (descendant === undefined) return undefined;
    if (!isEntity(descendant)) return notDescendant(descendant, leftSpan, target, environment);
    for (const ancestor of ancestors) if (environment.isIn(descendant, ancestor)) return true;
    return false;
  };
}

/** `target is Type` or `target is Type in ancestor`, which stands for `target is Type && target in ancestor`. */
export function compileIs(expression: Is, compiler: Compiler): Step {
  const { entityType } = expression;
  checkTypeName(entityType, expression.span, compiler);
  const target = compiler.takeStep();
  const targetSpan = reportedSpan(expression.target);
  if (expression.in === undefined) {
    return (environment) => {
      const value = target(environment);
      if (value === undefined) return undefined;
      return isEntity(value) ? value.type === entityType : notEntity(value, targetSpan, environment);
    };
  }
  const step = compiler.takeStep();
  const ancestors: Ancestors = { expression: expression.in, span: expression.span, compiler };
  return (environment) => {
    const value = target(environment);
    if (value === undefined) return undefined;
    if (!isEntity(value)) return notEntity(value, targetSpan, environment);
    if (value.type !== entityType) return false;
    const ancestor = step(environment);
    return ancestor === undefined ? undefined : isIn(value, ancestor, ancestors, environment);
  };
}

/** All elements of a set are looked at before any of them counts. */
function isIn(
  descendant: EntityUid,
  target: Value,
  ancestors: Ancestors,
  environment: Environment,
): boolean | undefined {
  if (isEntity(target)) return environment.isIn(descendant, target);
  if (!isSet(target)) {
    return environment.fail(typeError(expected.setOrEntity, target, reportedSpan(ancestors.expression)));
  }
  const { elements } = target;
  for (const element of elements) if (!isEntity(element)) return notAllEntities(target, ancestors, environment);
  for (const ancestor of elements) if (environment.isIn(descendant, ancestor as EntityUid)) return true;
  return false;
}

export function isEntity(value: Value): value is EntityUid {
  return typeof value === "object" && value.kind === "entity";
}

export function isSet(value: Value): value is SetValue {
  return typeof value === "object" && value.kind === "set";
}

export function notEntity(value: Value, span: Span | undefined, environment: Environment): undefined {
  return environment.fail(typeError(expected.entity, value, span));
}

/** The first offender in Cedar's order of values is reported, where it stands in the text if it does. */
function notAllEntities(set: SetValue, { expression, span, compiler }: Ancestors, environment: Environment): undefined {
  const offender = set.sorted().find((element) => !isEntity(element)) as Value;
  const origin = originOf(expression, [elementPlace(offender)], compiler, environment);
  return notEntity(offender, origin ?? span, environment);
}

function notDescendant(value: Value, span: Span | undefined, target: Value, environment: Environment): undefined {
  return environment.fail(typeError(expected.entity, value, span, adviceFor(target)));
}

function adviceFor(target: Value): string | undefined {
  if (typeof target !== "object") return undefined;
  const purpose = "`in` is for checking the entity hierarchy; ";
  if (target.kind === "set") return `${purpose}use \`.contains()\` to test set membership`;
  return target.kind === "record" ? `${purpose}use \`has\` to test if a record has a key` : undefined;
}
