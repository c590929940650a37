import { setOf } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type Expression, maxNesting } from "@deodar/syntax";
import { describe, expect, test } from "vitest";
import { compileExpression, compilePolicy, maxStepDepth, traceExpression } from "../src/index.ts";
import { evaluate, tree } from "./evaluate.ts";
import { entitySource, request } from "./world.ts";

const many = 100_000;
const yes: Expression = { kind: "boolean", value: true, span: undefined };

function copies(text: string, count: number = many): Expression[] {
  const part = tree(text);
  return Array.from({ length: count }, () => part);
}

/** What comes of applying `step` many times. */
function spine(start: string, step: (target: Expression) => Expression): Expression {
  let expression = tree(start);
  for (let index = 0; index < many; index += 1) expression = step(expression);
  return expression;
}

describe("long chains", () => {
  const span = undefined;

  test("of operators", () => {
    expect(evaluate({ kind: "and", operands: copies("context.yes"), span })).toBe(true);
    expect(evaluate({ kind: "or", operands: copies("context.no"), span })).toBe(false);
    expect(evaluate({ kind: "product", operands: copies("context.n"), span })).toBe(1);
    const operators = Array.from({ length: many - 1 }, () => "+" as const);
    expect(evaluate({ kind: "sum", operands: copies("context.n"), operators, span })).toBe(many);
  });

  test("of attributes", () => {
    const friends = spine("principal", (target) => ({ kind: "attribute", target, name: "friend", span }));
    expect(evaluate({ kind: "attribute", target: friends, name: "name", span })).toBe("alice");
    expect(evaluate(spine("{}", (target) => ({ kind: "attribute", target, name: "a", span })))).toMatchObject({
      code: "evaluate/missing-attribute",
    });
    expect(evaluate(`principal${".friend".repeat(20_000)}.name`)).toBe("alice");
  });

  test("of methods", () => {
    const date = spine("context.now", (target) => ({ kind: "extension", name: "toDate", arguments: [target], span }));
    const expected = tree('datetime("1970-01-02")');
    expect(evaluate({ kind: "relation", operator: "==", left: date, right: expected, span })).toBe(true);
    expect(evaluate(spine("[1]", (target) => ({ kind: "isEmpty", target, span })))).toMatchObject({
      message: "type error: expected set, got bool",
    });
    const argument = tree("1");
    const contains = spine("context.set", (target) => ({ kind: "method", method: "contains", target, argument, span }));
    expect(evaluate(contains)).toMatchObject({ code: "evaluate/type-error" });
  });

  test("of elements, entries and paths", () => {
    expect(evaluate({ kind: "set", elements: copies("context.n"), span })).toEqual(setOf([1]));
    const entries = copies("context.n").map(
      (value, index) => ({ kind: "entry", key: `k${index}`, value, span }) as const,
    );
    expect(evaluate({ kind: "has", target: { kind: "record", entries, span }, path: ["k99999"], span })).toBe(true);
    const rest = Array.from({ length: many }, () => "friend");
    expect(evaluate({ kind: "has", target: tree("principal"), path: ["friend", ...rest], span })).toBe(true);
  });
});

const deepest = maxNesting - 1;

/** All operators that can stand between two brackets, at every depth. */
function deepestWithAllOperators(): string {
  const opening = "context.no || context.yes && 0 == 0 + 1 * ----[";
  return `${opening.repeat(deepest)}context.n${"].zz".repeat(deepest)}`;
}

describe("deep trees", () => {
  test.each([
    ["parentheses", `${"(".repeat(deepest)}1${")".repeat(deepest)}`, 1],
    ["every operator", deepestWithAllOperators(), expect.objectContaining({ code: "evaluate/type-error" })],
    ["negations", `${"!!!!(".repeat(deepest)}context.yes${")".repeat(deepest)}`, true],
    ["sets", `${"[".repeat(deepest)}context.n${"]".repeat(deepest)} == []`, false],
    ["conditionals", `${"if context.no then 1 else ".repeat(deepest)}context.n`, 1],
    ["calls", `${"context.set.contains(".repeat(deepest)}1${")".repeat(deepest)}`, false],
  ])("of %s that the parser takes can be evaluated", (_, text, expected) => {
    expect(evaluate(text)).toEqual(expected);
  });

  function nested(depth: number, wrap: (inner: Expression) => Expression): Expression {
    let expression = yes;
    for (let level = 1; level < depth; level += 1) expression = wrap(expression);
    return expression;
  }

  const not = (operand: Expression): Expression => ({ kind: "not", operand, span: undefined });

  test("built by hand are taken up to the limit", () => {
    expect(evaluate(nested(maxStepDepth - 1, not))).toBe(maxStepDepth % 2 === 0);
    const open = (operand: Expression): Expression => ({
      kind: "if",
      condition: { kind: "variable", name: "context", span: undefined },
      consequent: operand,
      alternative: operand,
      span: undefined,
    });
    expect(evaluate(nested(maxStepDepth, open))).toMatchObject({ code: "evaluate/type-error" });
  });

  test.each([maxStepDepth + 1, 200_000])("built by hand of depth %i are refused, not crashed on", (depth) => {
    const expression = nested(depth, not);
    const refusal = { ok: false, errors: [{ code: "evaluate/too-deep", message: "recursion limit reached" }] };
    expect(compileExpression(expression)).toMatchObject(refusal);
    expect(traceExpression(expression, { request, entities: entitySource })).toMatchObject(refusal);
    const any = { kind: "scopeAny", span: undefined } as const;
    expect(
      compilePolicy({
        kind: "policy",
        annotations: [],
        effect: "permit",
        principal: any,
        action: any,
        resource: any,
        conditions: [{ kind: "condition", clause: "when", body: expression, span: undefined }],
        span: undefined,
      }),
    ).toMatchObject(refusal);
  });

  test("with shared parts are compiled once for each part", () => {
    let shared: Expression = tree("context.n");
    for (let level = 0; level < 60; level += 1) {
      shared = { kind: "if", condition: yes, consequent: shared, alternative: shared, span: undefined };
    }
    expect(evaluate(shared)).toBe(1);
  });
});

test("a tree at the limits of the parser leaves much of the stack free", () => {
  const compiled = unwrap(compileExpression(tree(deepestWithAllOperators())));
  let depth = 0;
  const descend = (): unknown => {
    depth += 1;
    return depth < 2000 ? descend() : compiled.evaluate(request, entitySource);
  };
  expect(descend()).toMatchObject({ code: "evaluate/type-error" });
});
