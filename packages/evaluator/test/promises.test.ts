import { setOf } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { parsePolicy } from "@deodar/syntax";
import { describe, expect, test } from "vitest";
import { compilePolicy, Environment } from "../src/index.ts";
import { evaluate } from "./evaluate.ts";
import { entitySource, record, request } from "./world.ts";

describe("what every implementation of Cedar has to get right", () => {
  test("`principal has toString` is false: what JavaScript objects inherit is not there", () => {
    expect(evaluate("principal has toString")).toBe(false);
    expect(evaluate("context has constructor")).toBe(false);
    expect(evaluate("{} has __proto__")).toBe(false);
    expect(evaluate('{"__proto__": 1} has __proto__')).toBe(true);
  });

  test('`action in [Action::"group"]` holds through membership', () => {
    expect(evaluate('action in [Action::"group"]')).toBe(true);
    expect(evaluate('action in Action::"group"')).toBe(true);
    expect(evaluate('action in [Action::"other"]')).toBe(false);
  });

  test("`9223372036854775807 + 1` is an error, not a wrong number", () => {
    expect(evaluate("9223372036854775807 + 1")).toEqual({
      kind: "error",
      code: "evaluate/integer-overflow",
      message: "integer overflow while attempting to add the values `9223372036854775807` and `1`",
      span: { start: 0, end: 23 },
    });
  });

  test("`9007199254740993 == 9007199254740992` is false: Longs are exact", () => {
    expect(evaluate("9007199254740993 == 9007199254740992")).toBe(false);
    expect(evaluate("9007199254740992 + 1 == 9007199254740993")).toBe(true);
    expect(evaluate("9007199254740993 - 9007199254740992")).toBe(1);
  });

  test("a record that looks like an entity is a record", () => {
    expect(evaluate('{"type": "User", "id": "alice"} == principal')).toBe(false);
    expect(evaluate('{"kind": "entity", "type": "User", "id": "alice"} == principal')).toBe(false);
    expect(evaluate('{"kind": "entity", "type": "User", "id": "alice"} in principal')).toMatchObject({
      message: "type error: expected (entity of type `any_entity_type`), got record",
    });
    expect(evaluate('{"kind": "error", "code": "x", "message": "y"}.kind')).toBe("error");
    const impostor = record({ kind: "entity", type: "User", id: "alice" });
    const policy = unwrap(parsePolicy("permit(principal, action, resource) when { context == principal };"));
    const environment = new Environment({ ...request, context: impostor }, entitySource);
    expect(unwrap(compilePolicy(policy)).evaluate(environment)).toBe(false);
  });

  test("`like` takes linear time", () => {
    const context = record({ text: "a".repeat(1_000_000) });
    const policy = unwrap(
      parsePolicy('permit(principal, action, resource) when { context.text like "*a*a*a*a*a*a*a*a*b" };'),
    );
    const environment = new Environment({ ...request, context }, entitySource);
    expect(unwrap(compilePolicy(policy)).evaluate(environment)).toBe(false);
  });

  test("sets have no order and no repetitions", () => {
    expect(evaluate("[1, 2, 2, 1]")).toEqual(setOf([1, 2]));
    expect(evaluate("[[1, 2], [2, 1]] == [[1, 2]]")).toBe(true);
  });
});
