import { Entities, entityOf, entityUid, recordOf, setOf, type Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type Expression, parseExpression, parsePolicy, printExpression } from "@deodar/syntax";
import { describe, expect, test } from "vitest";
import {
  evaluatePartially,
  isResidual,
  PartialEntities,
  type PartialOutcome,
  partialCall,
  partialRecord,
  partialSet,
  policyEvaluation,
  unknown,
} from "../src/partial/index.ts";

const alice = entityUid("User", "alice");
const bob = entityUid("User", "bob");
const rows = unwrap(parseExpression("context.rows"));

const entities = unwrap(
  PartialEntities.of([
    {
      uid: alice,
      attributes: [
        ["age", unknown("age")],
        ["name", "alice"],
        ["friend", alice],
        ["address", partialCall("ip", [unknown("address")])],
        ["nested", recordOf([["friend", alice]])],
      ],
      tags: [
        ["level", unknown("level")],
        ["known", 1],
      ],
    },
    { uid: bob, parents: [alice] },
  ]),
);

const context = partialRecord([
  ["n", 1],
  ["s", setOf([3, 1, 2])],
  ["u", unknown("u")],
  [
    "rec",
    partialRecord([
      ["a", unknown("a")],
      ["b", 2],
    ]),
  ],
  ["set", partialSet([2, 2, unknown("e"), setOf([1])])],
]);

function evaluate(text: string, unknowns: readonly (readonly [string, Value])[] = []): PartialOutcome {
  return evaluatePartially(unwrap(parseExpression(text)), {
    request: { action: bob, resource: alice, context },
    entities,
    unknowns: new Map(unknowns),
  });
}

/** The value, the text of what is left, or the message of the error. */
function shown(outcome: PartialOutcome): unknown {
  if (isResidual(outcome)) return printExpression(outcome.expression);
  return typeof outcome === "object" && outcome.kind === "error" ? outcome.message : outcome;
}

test.each([
  ["principal", 'unknown("principal")'],
  ["1 + 1", 2],
  ["context.n + 1", 2],
  ["context.n + context.u * 2 * 3", '1 + (unknown("u") * 2 * 3)'],
  ["(if true then context.u * 2 else 0) * 3", 'unknown("u") * 2 * 3'],
  ["(if true then context.u + 2 else 0) - 3", '(unknown("u") + 2) - 3'],
  ["(if true then context.u || 2 else 0) || 3", 'unknown("u") || 2 || 3'],
  ["{a: context.u * 2, b: 1}.a", '{a: unknown("u") * 2, b: 1}.a'],
  ["context.s", setOf([1, 2, 3])],
  ["context.set", '[2, 2, unknown("e"), [1]]'],
  ["context.rec", '{a: unknown("a"), b: 2}'],
  ["context.rec.b", 2],
  ["context.rec.c", "record does not have the attribute `c`"],
  ["context has rec", true],
  ["context has zz", false],
  ["{a: context.u} has a.b", '{a: unknown("u")} has a.b'],
  ["resource.age", 'unknown("age")'],
  ["resource.address.isIpv4()", 'ip(unknown("address")).isIpv4()'],
  ["resource.name", "alice"],
  ["resource has age", true],
  ["resource has age.x", 'unknown("age") has x'],
  ["resource has friend.age.x.y", 'unknown("age") has x.y'],
  ["resource has nested.friend.age.x", 'unknown("age") has x'],
  ["resource has name.x", "type error: expected one of [record, (entity of type `any_entity_type`)], got string"],
  ["resource has friend.zz.x", false],
  ['resource.getTag("level")', 'unknown("level")'],
  ['resource.getTag("known")', 1],
  ['resource.hasTag("level")', true],
  ["action in resource", true],
  ["action in principal", 'User::"bob" in unknown("principal")'],
  ["unknown(1)", "type error: expected string, got long"],
  ["unknown()", "wrong number of arguments provided to extension function `unknown`: expected 1, got 0"],
  ['unknown("x", 1)', 'unknown("x")'],
  ["unknown(context.u)", 'unknown(unknown("u"))'],
  ["if context.u then 1 + 1 else 1 + true", 'if unknown("u") then 2 else 1 + true'],
  ["if 1 then 2 else 3", "type error: expected bool, got long"],
  ["true && context.u", 'true && unknown("u")'],
  ["false || context.u", 'false || unknown("u")'],
  [
    "context.u && 1 != true + 1 && 2 > -principal",
    'unknown("u") && (!(1 == (true + 1))) && (!(2 <= (-(unknown("principal")))))',
  ],
  ["resource is User in principal", 'true && (User::"alice" in unknown("principal"))'],
  ["resource is Group in principal", false],
  ["resource is User in [action]", false],
  ["resource is User in 1 + true", "type error: expected long, got bool"],
  ["principal is User in 1 + true", '(unknown("principal") is User) && (principal in (1 + true))'],
  ["1 is User in principal", "type error: expected (entity of type `any_entity_type`), got long"],
])("%s comes to %s", (text, expected) => {
  expect(shown(evaluate(text))).toEqual(expected);
});

test("a large set that is only partly known stays as it is in a large test of types", () => {
  const large = `[${Array.from({ length: 2000 }, (_, index) => index).join(", ")}, context.u]`;
  const residual = evaluate(`(if ${large} == 1 then principal else resource) is User in action`);
  expect(isResidual(residual) && residual.expression.kind).toBe("is");
});

describe("unknowns that have become known", () => {
  test("are filled in", () => {
    expect(
      evaluate("context.u + context.rec.a", [
        ["u", 1],
        ["a", 2],
      ]),
    ).toBe(3);
    expect(evaluate("context.rec == {a: 2, b: 2}", [["a", 2]])).toBe(true);
    expect(shown(evaluate("context.rec == {a: 2, b: 2}", [["u", 2]]))).toBe('{a: unknown("a"), b: 2} == {a: 2, b: 2}');
    expect(
      evaluate('unknown("z") == principal', [
        ["z", bob],
        ["principal", bob],
      ]),
    ).toBe(true);
    expect(evaluate("resource.age", [["age", 7]])).toBe(7);
    expect(shown(evaluate("resource.address", [["address", "bad"]]))).toBe(
      "error while evaluating `ipaddr` extension function: invalid IP address: bad",
    );
  });
});

describe("partly known entities", () => {
  test("are not taken for known ones", () => {
    expect("get" in entities).toBe(false);
    expect(entities.residualOf(alice, "attributes", "age")).toMatchObject({ name: "unknown" });
    expect(entities.residualOf(alice, "attributes", "name")).toBe(undefined);
    expect(entities.residualOf(bob, "tags", "level")).toBe(undefined);
  });

  test("are replaced as a whole or not at all", () => {
    const known = unwrap(entities.map((expression) => (expression.kind === "extension" ? expression.name : 0)));
    expect(known.standIns.get(alice)?.attributes.get("age")).toBe("unknown");
    expect(known.residualOf(alice, "attributes", "age")).toBe(undefined);
    const failed = entities.map(() => ({ kind: "error", code: "evaluate/too-deep", message: "no" }));
    expect(failed.ok ? [] : failed.errors.map(({ message }) => message)).toEqual(["no", "no", "no"]);
  });

  test("of one uid have to be the same", () => {
    const one = { uid: alice, attributes: [["a", unknown("x")]] } as const;
    expect(PartialEntities.of([one, one]).ok).toBe(true);
    const other = { uid: alice, attributes: [["a", unknown("y")]] } as const;
    const both = PartialEntities.of([one, other]);
    expect(both.ok ? [] : both.errors.map(({ code }) => code)).toEqual(["entities/duplicate"]);
  });
});

describe("policies", () => {
  const template = unwrap(
    parsePolicy('permit(principal == ?principal, action, resource in ?resource) when { 1 + "1" == 2 };'),
  );

  test("have their slots filled in what is left of them", () => {
    const outcome = policyEvaluation({ request: {}, entities })(template, { "?principal": bob, "?resource": alice });
    expect(shown(outcome)).toBe(
      '(unknown("principal") == User::"bob") && (true && ((unknown("resource") in User::"alice") && ((1 + "1") == 2)))',
    );
    const known = policyEvaluation({ request: { action: bob, resource: alice }, entities });
    expect(shown(known(template, { "?principal": bob, "?resource": alice }))).toBe(
      '(unknown("principal") == User::"bob") && (true && ((resource in User::"alice") && ((1 + "1") == 2)))',
    );
  });

  test("fail where slots have no values", () => {
    const evaluate = policyEvaluation({ request: { principal: bob }, entities: unwrap(Entities.of([entityOf(bob)])) });
    expect(evaluate(template)).toMatchObject({ kind: "error", code: "evaluate/unlinked-slot" });
    const half = policyEvaluation({ request: {}, entities })(template, { "?principal": bob });
    expect(shown(half)).toContain("resource in ?resource");
  });

  test("fail if a type name in a tree made by hand is none", () => {
    const bad: Expression = { kind: "is", span: undefined, target: rows, entityType: "a b", in: undefined };
    const surroundings = { request: { context: recordOf([["rows", bob]]) }, entities };
    expect(evaluatePartially(bad, surroundings)).toMatchObject({ code: "evaluate/invalid-type-name" });
  });
});
