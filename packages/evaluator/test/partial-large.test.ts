import { recordOf, setOf, type Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type Expression, parseExpression, parsePolicy, printExpression } from "@deodar/syntax";
import { policyToJson } from "@deodar/syntax/json";
import { expect, test } from "vitest";
import {
  evaluatePartially,
  expressionOf,
  PartialEntities,
  type PartialOutcome,
  partialRecord,
  policyEvaluation,
  type Residual,
  unknown,
} from "../src/partial/index.ts";

const entities = unwrap(PartialEntities.of([]));
const many = 100_000;

function evaluate(text: string): PartialOutcome {
  return evaluatePartially(unwrap(parseExpression(text)), { request: {}, entities });
}

function expression(outcome: PartialOutcome): Expression {
  expect((outcome as Residual).kind).toBe("residual");
  return (outcome as Residual).expression;
}

test("chains of any length are evaluated", () => {
  const and = expression(evaluate(`principal has a${" && true".repeat(many)}`));
  expect(and.kind === "and" && and.operands.length).toBe(many + 1);
  const or = expression(evaluate(`${"false || ".repeat(many)}principal has a`));
  expect(or.kind === "or" && or.operands.length).toBe(2);
  const sum = expression(evaluate(`1${" + 1".repeat(many)} - principal.a${" + 2".repeat(many)}`));
  expect(sum.kind === "sum" && sum.operands.length).toBe(many + 2);
  expect(sum.kind === "sum" && sum.operands[0]).toMatchObject({ kind: "long", value: many + 1 });
  expect(evaluate(`(principal == 1 && 1 == "1" + 1) == [1 + "1"${", 2".repeat(many)}]`)).toMatchObject({
    kind: "error",
  });
  let chain = expression(evaluate(`principal${".a".repeat(many)}`));
  let length = 0;
  for (; chain.kind === "attribute"; chain = chain.target) length += 1;
  expect(length).toBe(many);
});

test("what is left as it was written may be a chain of any length", () => {
  const left = expression(evaluate(`principal == 1 && (1 + "1" == 2${" && true".repeat(many)})`));
  expect(left.kind === "and" && left.operands[1]).toMatchObject({ kind: "and", operands: { length: many + 1 } });
  const literals = expression(evaluate(`principal == 1 && (true${" && true".repeat(many)} && 1 + "1" == 2)`));
  expect(printExpression(literals)).toBe('(unknown("principal") == 1) && (true && ((1 + "1") == 2))');
  const path = expression(evaluate(`principal == 1 && [1 + "1", context${".a".repeat(many)}].isEmpty()`));
  let chain = path.kind === "and" && path.operands[1]?.kind === "isEmpty" ? path.operands[1].target : path;
  chain = chain.kind === "set" ? (chain.elements[1] as Expression) : chain;
  let length = 0;
  for (; chain.kind === "attribute"; chain = chain.target) length += 1;
  expect(length).toBe(many);
});

test("policies with any number of conditions are evaluated", () => {
  const conditions = "when { principal has a } ".repeat(many);
  const residual = policyEvaluation({ request: {}, entities })(
    unwrap(parsePolicy(`permit(principal, action, resource) ${conditions};`)),
  );
  const body = expression(residual);
  expect(body.kind === "and" && body.operands.length).toBe(many + 1);
});

test("tests of types that are nested in each other do not multiply", () => {
  const nested = `${"(".repeat(150)}principal${' is A in B::"x")'.repeat(150)}`;
  const any = { kind: "scopeAny", span: undefined } as const;
  for (const text of [`${nested} == 1`, `principal == 1 && [${nested}, 1 + "1"] == 2`]) {
    const body = expression(evaluate(text));
    const json = policyToJson({
      kind: "policy",
      span: undefined,
      annotations: [],
      effect: "permit",
      principal: any,
      action: any,
      resource: any,
      conditions: [{ kind: "condition", span: undefined, clause: "when", body }],
    });
    expect(JSON.stringify(json).length).toBeLessThan(1_000_000);
  }
});

test("trees made by hand that are too deep are an error", () => {
  let deep: Expression = { kind: "boolean", span: undefined, value: true };
  for (let depth = 0; depth < many; depth += 1) deep = { kind: "not", span: undefined, operand: deep };
  expect(evaluatePartially(deep, { request: {}, entities })).toMatchObject({
    kind: "error",
    code: "evaluate/too-deep",
    message: "recursion limit reached",
  });
});

test("values of any depth are written as expressions", () => {
  let value: Value = 1;
  for (let depth = 0; depth < many; depth += 1) value = depth % 2 === 0 ? setOf([value]) : recordOf([["a", value]]);
  let written = expressionOf(value);
  let depth = 0;
  while (written.kind !== "long") {
    written = (
      written.kind === "set" ? written.elements[0] : written.kind === "record" && written.entries[0]?.value
    ) as Expression;
    depth += 1;
  }
  expect(depth).toBe(many);
});

test("an attribute of a large context is looked up, however often", () => {
  const size = 20_000;
  const wide = Array.from({ length: size }, (_, index): [string, Value] => [`a${index}`, index]);
  const context = partialRecord([
    ...wide,
    ["set", setOf(wide.map(([, value]) => value))],
    ["u", unknown("u")],
  ]) as Residual;
  const sum = parseExpression(Array.from({ length: size }, (_, index) => `context.a${index}`).join(" + "));
  expect(evaluatePartially(unwrap(sum), { request: { context }, entities })).toBe((size * (size - 1)) / 2);
});
