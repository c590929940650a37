import { type EntitySource, entityUid } from "@deodar/core";
import { isDiagnosticsError, unwrap } from "@deodar/diagnostics";
import { type Expression, type Policy, parsePolicy } from "@deodar/syntax";
import { describe, expect, test } from "vitest";
import {
  compileExpression,
  compilePolicy,
  Environment,
  evaluateExpression,
  isEvaluationError,
  noSlots,
  toDiagnostic,
} from "../src/index.ts";
import { evaluate, tree } from "./evaluate.ts";
import { entitySource, request } from "./world.ts";

const span = undefined;
const alice = entityUid("User", "alice");

function policy(text: string): Policy {
  return unwrap(parsePolicy(text));
}

/** A source that counts what it is asked. */
function counting(source: EntitySource): EntitySource & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    get: (uid) => {
      asked.push(uid.id);
      return source.get(uid);
    },
    isIn: (descendant, ancestor) => source.isIn(descendant, ancestor),
  };
}

describe("expressions", () => {
  test("can be evaluated again and again, for other requests too", () => {
    const compiled = unwrap(compileExpression(tree("principal.name")));
    const asBob = { ...request, principal: entityUid("User", "bob") };
    const asNobody = { ...request, principal: entityUid("User", "nobody") };
    expect(compiled.evaluate(request, entitySource)).toBe("alice");
    expect(compiled.evaluate(asBob, entitySource)).toBe("bob");
    expect(compiled.evaluate(asNobody, entitySource)).toMatchObject({ code: "evaluate/missing-entity" });
    expect(compiled.evaluate(request, entitySource)).toBe("alice");
  });

  test("that need no environment are evaluated once", () => {
    const compiled = unwrap(compileExpression(tree('{address: ip("10.0.0.1"), list: [1 + 1, 2]}')));
    const first = compiled.evaluate(request, entitySource);
    expect(compiled.evaluate(request, entitySource)).toBe(first);
  });

  test("that fail without an environment fail at every evaluation, and not before", () => {
    const compiled = unwrap(compileExpression(tree('context.yes || ip("x").isIpv4()')));
    expect(compiled.evaluate(request, entitySource)).toBe(true);
    expect(evaluate('context.no || ip("x").isIpv4()')).toMatchObject({ code: "evaluate/extension-failed" });
    expect(evaluate("false && 1 + true == 2")).toBe(false);
  });

  test("about entities are not evaluated before the entities are there", () => {
    expect(evaluate('User::"alice".age')).toBe(30);
    expect(evaluate('User::"alice" in Group::"all"')).toBe(true);
    expect(evaluate('User::"alice" has age')).toBe(true);
    expect(evaluate('User::"alice".hasTag("role")')).toBe(true);
    expect(evaluate('{a: User::"alice"} has a.age')).toBe(true);
    expect(evaluate('[User::"alice" in Group::"all"] == [true]')).toBe(true);
  });

  test("look the principal and the resource up once", () => {
    const entities = counting(entitySource);
    const compiled = unwrap(
      compilePolicy(
        policy(
          "permit(principal, action, resource) when { principal.age > 1 && principal has age && resource.size > 1 && resource.size < 99 };",
        ),
      ),
    );
    expect(compiled.evaluate(new Environment(request, entities))).toBe(true);
    expect(entities.asked).toEqual(["alice", "d"]);
    const strangers = { ...request, principal: entityUid("User", "x"), resource: entityUid("Doc", "y") };
    const both = unwrap(
      compileExpression(tree("principal has a || resource has a || principal has a || resource has a")),
    );
    const asked = counting(entitySource);
    expect(both.evaluate(strangers, asked)).toBe(false);
    expect(asked.asked).toEqual(["x", "y"]);
  });

  test("know no functions but Cedar's", () => {
    const call: Expression = { kind: "extension", name: "toString", arguments: [tree("1 + true")], span };
    expect(evaluate(call)).toMatchObject({ message: "type error: expected long, got bool" });
    expect(evaluate({ ...call, arguments: [tree("context")] })).toEqual({
      kind: "error",
      code: "evaluate/unknown-function",
      message: "extension function `toString` does not exist",
    });
    expect(evaluate({ ...call, name: "isIpv4", arguments: [] })).toMatchObject({
      message: "wrong number of arguments provided to extension function `isIpv4`: expected 1, got 0",
    });
  });

  test("with unknown values fail", () => {
    expect(evaluate('unknown("x") == 1')).toEqual({
      kind: "error",
      code: "evaluate/unknown-value",
      message: 'the expression contains unknown(s): `unknown("x")`',
      help: "consider using the partial evaluation APIs",
      span: { start: 0, end: 12 },
    });
    expect(evaluate('unknown("x", context.n)')).toMatchObject({ code: "evaluate/unknown-value" });
  });

  test("without spans have errors without spans", () => {
    const target: Expression = { kind: "boolean", value: true, span };
    const element: Expression = { kind: "long", value: 1, span };
    const variable: Expression = { kind: "variable", name: "principal", span };
    expect(evaluate({ kind: "like", target, pattern: ["a"], span })).toEqual({
      kind: "error",
      code: "evaluate/type-error",
      message: "type error: expected string, got bool",
    });
    const list: Expression = { kind: "set", elements: [element], span };
    expect(evaluate({ kind: "relation", operator: "in", left: variable, right: list, span })).not.toHaveProperty(
      "span",
    );
    expect(evaluate({ kind: "relation", operator: "<", left: target, right: target, span })).toEqual({
      kind: "error",
      code: "evaluate/type-error",
      message: "type error: expected one of [long, datetime, duration], got bool",
      help: "Only types long, datetime, duration support comparison",
    });
  });

  test.each<[string, Expression]>([
    ["an entity", { kind: "entity", type: "no type", id: "x", span }],
    ["a test of a type", { kind: "is", target: tree("principal"), entityType: "if", in: undefined, span }],
    [
      "a test of a type and a place",
      { kind: "is", target: tree("principal"), entityType: "", in: tree("principal"), span },
    ],
  ])("with a type name in %s that no entity can have are refused", (_, expression) => {
    expect(compileExpression(expression)).toMatchObject({
      ok: false,
      errors: [{ code: "evaluate/invalid-type-name", severity: "error", labels: [] }],
    });
    expect(evaluateExpression({ kind: "set", elements: [expression, tree("context.n")], span })).toMatchObject({
      ok: false,
    });
  });

  test.each([
    [5n, 5],
    [-0, 0],
    [2n ** 53n, 2n ** 53n],
  ])("may write the Long %s in another form than values do", (value, expected) => {
    expect(evaluate({ kind: "long", value, span })).toBe(expected);
  });

  test.each([1.5, Number.NaN, 2 ** 53, 2n ** 63n, -(2n ** 63n) - 1n])("with %s for a Long are refused", (value) => {
    expect(compileExpression({ kind: "long", value, span })).toMatchObject({
      ok: false,
      errors: [{ code: "evaluate/invalid-long", message: `\`${value}\` is not a 64-bit integer` }],
    });
  });

  test("read the slots of a link", () => {
    const slot: Expression = { kind: "slot", name: "?principal", span: { start: 3, end: 13 } };
    const compiled = unwrap(compileExpression(slot));
    expect(compiled.evaluate(request, entitySource, { "?principal": alice })).toBe(alice);
    expect(compiled.evaluate(request, entitySource)).toEqual({
      kind: "error",
      code: "evaluate/unlinked-slot",
      message: "template slot `?principal` was not linked",
      span: { start: 3, end: 13 },
    });
  });
});

describe("a lone expression", () => {
  test("needs neither request nor entities unless it asks for them", () => {
    expect(evaluateExpression(tree("1 + 2 * 3"))).toMatchObject({ ok: true, value: 7 });
    expect(evaluateExpression(tree('User::"a" in [User::"b", User::"a"] && !(User::"a" in Group::"a")'))).toMatchObject(
      {
        value: true,
      },
    );
    expect(evaluateExpression(tree('User::"a".name'))).toMatchObject({ value: { code: "evaluate/missing-entity" } });
    expect(evaluateExpression(tree("false && principal.admin"))).toMatchObject({ value: false });
    expect(evaluateExpression(tree("true && principal.admin"))).toEqual({
      ok: true,
      warnings: [],
      value: {
        kind: "error",
        code: "evaluate/no-request",
        message: "the variable `principal` has no value without a request",
        span: { start: 8, end: 17 },
      },
    });
    expect(evaluateExpression(tree("context has a.b && [1] in context"))).toMatchObject({
      value: { code: "evaluate/no-request" },
    });
  });

  test("can have both", () => {
    expect(evaluateExpression(tree("principal.age + context.n"), { request, entities: entitySource })).toMatchObject({
      value: 31,
    });
    const slot: Expression = { kind: "slot", name: "?resource", span };
    expect(evaluateExpression(slot, { request, slots: { "?resource": alice } })).toMatchObject({ value: alice });
  });
});

describe("policies", () => {
  const environment = new Environment(request, entitySource);

  test("keep scope and conditions apart", () => {
    const compiled = unwrap(compilePolicy(policy('forbid(principal == User::"bob", action, resource) when { 1 };')));
    expect(compiled.effect).toBe("forbid");
    expect(compiled.policy.principal.kind).toBe("scopeEqual");
    expect(compiled.scopeMatches(environment)).toBe(false);
    expect(compiled.evaluateConditions(environment)).toMatchObject({ message: "type error: expected bool, got long" });
    expect(compiled.evaluate(environment)).toBe(false);
  });

  test.each([
    ["principal == ?principal, action, resource", { "?principal": alice }, true],
    ["principal == ?principal, action, resource", { "?principal": entityUid("User", "bob") }, false],
    ["principal == ?principal, action, resource", { "?principal": entityUid("Group", "alice") }, false],
    ["principal == ?principal, action, resource", {}, false],
    ["principal in ?principal, action, resource", { "?principal": entityUid("Group", "all") }, true],
    ["principal in ?principal, action, resource", {}, false],
    ["principal is User in ?principal, action, resource", { "?principal": entityUid("Group", "all") }, true],
    ["principal is Group in ?principal, action, resource", { "?principal": entityUid("Group", "all") }, false],
    ["principal, action, resource == ?resource", { "?resource": entityUid("Doc", "d") }, true],
    ["principal, action, resource in ?resource", { "?resource": entityUid("Doc", "e") }, false],
  ])("the scope (%s) with slots %j", (scope, slots, expected) => {
    const template = unwrap(compilePolicy(policy(`permit(${scope}) when { principal.age == 30 };`)));
    expect(template.evaluate(environment.withSlots(slots))).toBe(expected);
    expect(template.scopeMatches(environment.withSlots(noSlots))).toBe(false);
  });

  test("that name impossible types are refused, with every fault", () => {
    const bad = { kind: "entity", type: "a b", id: "", span } as const;
    const good = policy("permit(principal is User, action in [], resource) when { true };");
    const compiled = compilePolicy({
      ...good,
      principal: { kind: "scopeIsIn", entityType: "in", entity: bad, span },
      action: { kind: "scopeActionInSet", entities: [bad], span },
      resource: { kind: "scopeEqual", entity: bad, span },
      conditions: [{ kind: "condition", clause: "unless", body: bad, span }],
    });
    expect(compiled.ok).toBe(false);
    expect(!compiled.ok && compiled.errors.map((error) => error.message)).toEqual([
      "`in` is not the name of an entity type",
      ...Array.from({ length: 4 }, () => "`a b` is not the name of an entity type"),
    ]);
    try {
      unwrap(compiled);
    } catch (error) {
      expect(isDiagnosticsError(error)).toBe(true);
    }
  });
});

describe("errors", () => {
  test("become diagnostics", () => {
    const error = evaluate("principal.role");
    if (!isEvaluationError(error)) throw new Error("expected an error");
    expect(toDiagnostic(error)).toEqual({
      code: "evaluate/missing-attribute",
      severity: "error",
      message: '`User::"alice"` does not have the attribute `role`',
      help: expect.stringMatching(/a tag \(not an attribute\) named `role` does exist$/),
      labels: [{ start: 0, end: 14 }],
      related: [],
    });
  });

  test("are told from values", () => {
    expect(isEvaluationError(evaluate("1 + true"))).toBe(true);
    for (const text of ["true", "1", '"error"', "principal", "[]", '{kind: "error", code: "x"}', 'ip("::1")']) {
      expect(isEvaluationError(evaluate(text))).toBe(false);
    }
    expect(isEvaluationError(null)).toBe(false);
    expect(isEvaluationError({})).toBe(false);
    expect(isEvaluationError({ kind: "error" })).toBe(false);
  });
});
