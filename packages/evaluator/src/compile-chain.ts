import { containsAll, containsAny, type EntityUid, type Value } from "@deodar/core";
import { AttributeReader } from "@deodar/core/hierarchy";
import type { Span } from "@deodar/diagnostics";
import type { Attribute, Method } from "@deodar/syntax";
import { AttributePath } from "./attribute-path.ts";
import { type ChainNode, type ChainStep, chainOf } from "./chain.ts";
import { extensionMethodLink } from "./compile-extension.ts";
import { isEntity, isSet, notEntity } from "./compile-membership.ts";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import {
  expected,
  missingEntity,
  missingEntityAttribute,
  missingRecordAttribute,
  missingTag,
  typeError,
} from "./faults.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Link, Outcome, Step } from "./step.ts";

/** `head.a.b(c)…`: one step for a chain of any length, short ones without a loop. */
export function compileChain(expression: ChainNode, compiler: Compiler): Step {
  const { steps } = chainOf(expression);
  const { step: start, shape } = compiler.take();
  const links = steps.map((step) => {
    const link = linkOf(step, compiler);
    return step.node === expression ? link : compiler.watchLink(step.node, link);
  });
  const variable = shape?.kind === "variable" ? shape.name : undefined;
  const [first, second] = steps.map(({ node }) => (node.kind === "attribute" ? node.name : undefined));
  if (first === undefined) return linked(start, links);
  switch (variable) {
    case "principal":
    case "resource": {
      const path = new AttributePath(variable, first, second);
      const length = second === undefined ? 1 : 2;
      const general = linked(start, links.slice(0, length));
      const [next, ...rest] = links.slice(length);
      return next === undefined ? compiler.path(path, general) : linked(pathThen(path, general, next), rest);
    }
    case "context": {
      const [link, ...rest] = links as [Link, ...Link[]];
      return linked((environment) => {
        const { context } = environment;
        return context.entries.get(first) ?? link(context, environment);
      }, rest);
    }
    case "action":
    case undefined:
      return linked(start, links);
  }
}

/** What a path leads to, and one link behind it, as in `principal.teams.contains(…)`. */
function pathThen(path: AttributePath, general: Step, link: Link): Step {
  return (environment) => {
    const value = path.find(environment) ?? general(environment);
    return value === undefined ? undefined : link(value, environment);
  };
}

/** The links applied to the value of a step, one after the other. */
function linked(start: Step, links: readonly Link[]): Step {
  const [first, second] = links;
  if (first === undefined) return start;
  if (second === undefined) {
    return (environment) => {
      const value = start(environment);
      return value === undefined ? undefined : first(value, environment);
    };
  }
  return (environment) => {
    let value = start(environment);
    for (const link of links) {
      if (value === undefined) return undefined;
      value = link(value, environment);
    }
    return value;
  };
}

function linkOf(step: ChainStep, compiler: Compiler): Link {
  const { node, span, targetSpan } = step;
  switch (node.kind) {
    case "attribute":
      return attributeLink(node, span, targetSpan);
    case "method":
      return methodLink(node, span, targetSpan, compiler);
    case "isEmpty":
      return (target, environment) => (isSet(target) ? target.size === 0 : notSet(target, targetSpan, environment));
    case "extension":
      return extensionMethodLink(node, span, targetSpan, compiler);
  }
}

function attributeLink({ name }: Attribute, span: Span | undefined, targetSpan: Span | undefined): Link {
  const reader = new AttributeReader(name);
  return (target, environment) => {
    if (typeof target === "object") {
      if (target.kind === "entity") {
        const value = environment.knownAttribute(target, reader);
        if (value !== undefined) return value;
        const entity = environment.entity(target);
        if (entity === undefined) return noEntity(target, targetSpan, environment);
        return entity.attributes.get(name) ?? environment.fail(missingEntityAttribute(entity, name, span));
      }
      if (target.kind === "record") {
        return target.entries.get(name) ?? environment.fail(missingRecordAttribute(target, name, span));
      }
    }
    return environment.fail(typeError(expected.recordOrEntity, target, targetSpan));
  };
}

/** The argument is evaluated before the type of the target is looked at. */
function methodLink(
  { method, argument }: Method,
  span: Span | undefined,
  targetSpan: Span | undefined,
  compiler: Compiler,
): Link {
  const step = compiler.takeStep();
  const argumentSpan = reportedSpan(argument);
  const apply = operationOf(method, span, targetSpan, argumentSpan);
  return (target, environment) => {
    const value = step(environment);
    return value === undefined ? undefined : apply(target, value, environment);
  };
}

type Operation = (target: Value, argument: Value, environment: Environment) => Outcome;

function operationOf(
  method: Method["method"],
  span: Span | undefined,
  targetSpan: Span | undefined,
  argumentSpan: Span | undefined,
): Operation {
  switch (method) {
    case "contains":
      return (target, argument, environment) =>
        isSet(target) ? target.has(argument) : notSet(target, targetSpan, environment);
    case "containsAll":
      return (target, argument, environment) => {
        if (!isSet(target)) return notSet(target, targetSpan, environment);
        return isSet(argument) ? containsAll(target, argument) : notSet(argument, argumentSpan, environment);
      };
    case "containsAny":
      return (target, argument, environment) => {
        if (!isSet(target)) return notSet(target, targetSpan, environment);
        return isSet(argument) ? containsAny(target, argument) : notSet(argument, argumentSpan, environment);
      };
    case "getTag":
      return (target, argument, environment) => {
        if (!isEntity(target)) return notEntity(target, targetSpan, environment);
        if (typeof argument !== "string") return notString(argument, argumentSpan, environment);
        const entity = environment.entity(target);
        if (entity === undefined) return noEntity(target, targetSpan, environment);
        return entity.tags.get(argument) ?? environment.fail(missingTag(entity, argument, span));
      };
    case "hasTag":
      return (target, argument, environment) => {
        if (!isEntity(target)) return notEntity(target, targetSpan, environment);
        if (typeof argument !== "string") return notString(argument, argumentSpan, environment);
        return environment.entity(target)?.tags.has(argument) ?? false;
      };
  }
}

function notSet(value: Value, span: Span | undefined, environment: Environment): undefined {
  return environment.fail(typeError(expected.set, value, span));
}

function notString(value: Value, span: Span | undefined, environment: Environment): undefined {
  return environment.fail(typeError(expected.string, value, span));
}

function noEntity(uid: EntityUid, span: Span | undefined, environment: Environment): undefined {
  return environment.fail(missingEntity(uid, span));
}
