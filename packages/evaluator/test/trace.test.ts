import { entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type Expression, parsePolicy } from "@deodar/syntax";
import { describe, expect, test } from "vitest";
import {
  Environment,
  isEvaluationError,
  noSlots,
  type TraceOutcome,
  type TraceStep,
  traceExpression,
  tracePolicy,
} from "../src/index.ts";
import { tree } from "./evaluate.ts";
import { entitySource, request } from "./world.ts";

const surroundings = { request, entities: entitySource };

/** Each step as `text = outcome`. */
function shown(text: string, steps: readonly TraceStep[]): string[] {
  return steps.map(({ span, outcome }) => `${text.slice(span?.start, span?.end)} = ${shownOutcome(outcome)}`);
}

function shownOutcome(outcome: TraceOutcome): string {
  switch (outcome.kind) {
    case "value":
      return typeof outcome.value === "object" ? outcome.value.kind : String(outcome.value);
    case "error":
      return outcome.error.code;
    case "skipped":
      return "skipped";
  }
}

function trace(text: string): string[] {
  return shown(text, unwrap(traceExpression(tree(text), surroundings)).steps);
}

describe("the trace of an expression", () => {
  test("lists parts before wholes, and what was skipped at the end", () => {
    expect(trace("1 + 1 == 3 && principal.age > 18")).toEqual([
      "1 = 1",
      "1 = 1",
      "1 + 1 = 2",
      "3 = 3",
      "1 + 1 == 3 = false",
      "1 + 1 == 3 && principal.age > 18 = false",
      "principal = skipped",
      "principal.age = skipped",
      "18 = skipped",
      "principal.age > 18 = skipped",
    ]);
  });

  test("has every step of a chain, up to the one that fails", () => {
    expect(trace("principal.friend.zz.contains(1)")).toEqual([
      "principal = entity",
      "principal.friend = entity",
      "principal.friend.zz = evaluate/missing-attribute",
      "principal.friend.zz.contains(1) = evaluate/missing-attribute",
      "1 = skipped",
    ]);
    expect(trace('ip("::1").isInRange(context.ip)')).toEqual([
      '"::1" = ::1',
      'ip("::1") = ip',
      "context = record",
      "context.ip = ip",
      'ip("::1").isInRange(context.ip) = false',
    ]);
  });

  test("evaluates constants, records in the order of their names, and only one branch", () => {
    expect(trace("if true then {b: 1, a: 2}.a else -(3)")).toEqual([
      "true = true",
      "2 = 2",
      "1 = 1",
      "{b: 1, a: 2} = record",
      "{b: 1, a: 2}.a = 2",
      "if true then {b: 1, a: 2}.a else -(3) = 2",
      "3 = skipped",
      "-(3) = skipped",
    ]);
  });

  test("points at the error of a set's element as an evaluation does", () => {
    const expression = tree("principal in (if true then {a: [principal, 1]} else {a: []}).a");
    const { outcome } = unwrap(traceExpression(expression, surroundings));
    expect(isEvaluationError(outcome) && outcome.span).toEqual({ start: 43, end: 44 });
  });

  test("fails for trees that cannot be compiled", () => {
    const bad: Expression = { kind: "entity", type: "", id: "", span: undefined };
    expect(traceExpression(bad)).toMatchObject({ ok: false, errors: [{ code: "evaluate/invalid-type-name" }] });
  });

  test("needs no surroundings", () => {
    expect(unwrap(traceExpression(tree("principal == principal"))).outcome).toMatchObject({
      code: "evaluate/no-request",
    });
  });
});

describe("the trace of a policy", () => {
  const environment = new Environment(request, entitySource);

  function tracedScope(text: string): (boolean | undefined)[] {
    return unwrap(tracePolicy(unwrap(parsePolicy(text)), environment)).scope.map((constraint) => constraint.matches);
  }

  test("says which constraint of the scope decided", () => {
    expect(tracedScope("permit(principal, action, resource);")).toEqual([true, true, true]);
    expect(tracedScope('permit(principal == User::"bob", action, resource);')).toEqual([false, undefined, undefined]);
    expect(tracedScope('permit(principal, action in [Action::"edit"], resource is Doc);')).toEqual([
      true,
      false,
      undefined,
    ]);
    expect(tracedScope("permit(principal is User, action, resource is User);")).toEqual([true, true, false]);
  });

  test("has the conditions' steps in order", () => {
    const text = "permit(principal, action, resource) when { context.yes } unless { context.no } when { 1 };";
    const traced = unwrap(tracePolicy(unwrap(parsePolicy(text)), environment));
    expect(traced.outcome).toMatchObject({ message: "type error: expected bool, got long" });
    expect(shown(text, traced.steps)).toEqual([
      "context = record",
      "context.yes = true",
      "context = record",
      "context.no = false",
      "1 = 1",
    ]);
    expect(traced.scope.map(({ variable, constraint }) => [variable, constraint.kind])).toEqual([
      ["principal", "scopeAny"],
      ["action", "scopeAny"],
      ["resource", "scopeAny"],
    ]);
  });

  test("skips the conditions if the scope does not match", () => {
    const text = 'permit(principal == User::"bob", action, resource) when { context.yes };';
    const traced = unwrap(tracePolicy(unwrap(parsePolicy(text)), environment));
    expect(traced.outcome).toBe(false);
    expect(shown(text, traced.steps)).toEqual(["context = skipped", "context.yes = skipped"]);
  });

  test("reads the slots of a link", () => {
    const template = unwrap(parsePolicy("permit(principal == ?principal, action, resource);"));
    const linked = environment.withSlots({ "?principal": entityUid("User", "alice") });
    expect(unwrap(tracePolicy(template, linked)).outcome).toBe(true);
    expect(unwrap(tracePolicy(template, environment.withSlots(noSlots))).outcome).toBe(false);
  });

  test("fails for policies that cannot be compiled", () => {
    const policy = unwrap(parsePolicy("permit(principal, action, resource);"));
    const principal = { kind: "scopeIs", entityType: "1", span: undefined } as const;
    expect(tracePolicy({ ...policy, principal }, environment)).toMatchObject({ ok: false });
  });
});
