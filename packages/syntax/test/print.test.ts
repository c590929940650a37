import { expect, test } from "vitest";
import {
  type Expression,
  maxNesting,
  nestingOf,
  type Policy,
  parseExpression,
  parsePolicy,
  printExpression,
  printPolicy,
} from "../src/index.ts";
import { policyFromPlain } from "../src/json/index.ts";

const span = undefined;
const principal: Expression = { kind: "variable", span, name: "principal" };
const one: Expression = { kind: "long", span, value: 1 };

function reprint(text: string): string {
  const read = parseExpression(text);
  return read.ok ? printExpression(read.value) : (read.errors[0]?.message ?? "");
}

test.each([
  ["1", "1"],
  ["-1", "(-1)"],
  ["-(1)", "-(1)"],
  ["--1", "-((-1))"],
  ["(-5).foo", "(-5).foo"],
  ["!true", "!true"],
  ["!!!!(!true)", "!(!(!(!(!true))))"],
  ["-principal.a", "-(principal.a)"],
  ["(!principal).a", "(!principal).a"],
  ["1 + 2 + 3", "1 + 2 + 3"],
  ["1 + 2 - 3 - 4 + 5", "((1 + 2) - 3 - 4) + 5"],
  ["1 - (2 - 3)", "1 - (2 - 3)"],
  ["1 * 2 * (3 + 4)", "1 * 2 * (3 + 4)"],
  ['a::b::"c\\"\'" in [action, context]', 'a::b::"c\\"\\\'" in [action, context]'],
  ["principal == resource && action != context || true", "((principal == resource) && (action != context)) || true"],
  ["true && (true && false)", "true && (true && false)"],
  ["(true && true) && false", "true && true && false"],
  ["if true then if false then 1 else 2 else -3", "if true then if false then 1 else 2 else (-3)"],
  ["(if true then 1 else 2) < 3", "(if true then 1 else 2) < 3"],
  ["principal has a.b.c", "principal has a.b.c"],
  ['principal has "if"', 'principal has "if"'],
  ['principal has "a"', "principal has a"],
  ['principal["if"].b["c d"]', 'principal["if"].b["c d"]'],
  ['{a: 1, "if": 2, "b c": {}}', '{a: 1, "if": 2, "b c": {}}'],
  ['principal like "*a\\*b**"', 'principal like "*a\\*b**"'],
  ["principal is A::B in resource", "principal is A::B in resource"],
  ["principal is A", "principal is A"],
  ['ip("::1").isInRange(ip("::"), [])', 'ip("::1").isInRange(ip("::"), [])'],
  ["ip()", "ip()"],
  ["[].isEmpty()", "[].isEmpty()"],
  ["(-1).isIpv4()", "(-1).isIpv4()"],
  ["[1, 2].contains(1 + 2)", "[1, 2].contains(1 + 2)"],
])("%s is printed as %s", (source, printed) => {
  expect(reprint(source)).toBe(printed);
  expect(reprint(printed)).toBe(printed);
});

test.each([
  ["true || true && principal == 1 + 2 * !!!!principal.a", 1],
  ["---1 - ----principal.a * ----1", 1],
  ['principal has a && principal like "*" && principal is T && 1 in 2', 1],
  ["!(-1) == -1", 2],
  ["-(1) * (1 + 2) - (3 - 4)", 2],
  ["(-1).a && (if -1 == 2 then 3 else 4) + -5 < 6", 3],
])("deep inside, %s is printed with the fewest parentheses that say the same", (text, levels) => {
  const deep = "[".repeat(maxNesting - levels) + text + "]".repeat(maxNesting - levels);
  expect(reprint(deep)).toBe(deep);
});

test("a run of more than four operators needs parentheses after each fourth", () => {
  const nest = (kind: "not" | "negate", innermost: Expression): Expression => {
    let nested = innermost;
    for (let level = 0; level < 6 * maxNesting; level++) nested = { kind, span, operand: nested };
    return nested;
  };
  expect(printExpression(nest("not", principal)).slice(0, 12)).toBe("!!!!(!!!!(!!");
  expect(printExpression(nest("negate", one)).slice(-maxNesting * 3)).toMatch(/^[-(]*----\(1\)+$/);
  expect(printExpression(nest("negate", { kind: "long", span, value: -1 }))).toMatch(/----\(-1\)+$/);
  expect(printExpression(nest("negate", principal))).toMatch(/----principal\)+$/);
  expect(nestingOf(nest("not", one))).toBe((6 * maxNesting) / 4);
});

test("a `has` path that no dotted path can say is printed as the tests that it stands for", () => {
  const has = (target: Expression): Expression => ({ kind: "has", span, target, path: ["a", "b c", "if"] });
  const text = '(principal has a) && (principal.a has "b c") && (principal.a["b c"] has "if")';
  expect(printExpression(has(principal))).toBe(text);
  expect(printExpression({ kind: "and", span, operands: [has(principal), one] })).toBe(`${text} && 1`);
  expect(printExpression({ kind: "and", span, operands: [one, has(principal)] })).toBe(`1 && (${text})`);
  expect(printExpression({ kind: "not", span, operand: has(principal) })).toBe(`!(${text})`);
  let deep: Expression = has(principal);
  for (let level = 1; level < maxNesting; level++) deep = { kind: "set", span, elements: [deep] };
  expect(printExpression(deep)).toContain('[principal has a && principal.a has "b c" && principal.a["b c"] has "if"]');
});

test("copies of `has` targets that would grow without bound are given up", () => {
  let nested: Expression = principal;
  for (let level = 0; level < 60; level++) nested = { kind: "has", span, target: nested, path: ["a", "b c"] };
  const text = printExpression(nested);
  expect(text.length).toBeLessThan(2000);
  expect(text).toContain('principal has a."b c"');
});

test("what policy JSON can say and text cannot is printed as the reference prints it", () => {
  const policy = (body: unknown): string => {
    const all = { op: "All" };
    const read = policyFromPlain({
      effect: "permit",
      principal: all,
      action: all,
      resource: all,
      conditions: [{ kind: "when", body }],
    });
    return read.ok ? printPolicy(read.value) : (read.errors[0]?.message ?? "");
  };
  expect(policy({ isIpv4: [] })).toBe("permit(principal, action, resource) when { isIpv4() };");
  expect(policy({ Value: { __extn: { fn: "foo", arg: 1 } } })).toBe(
    "permit(principal, action, resource) when { foo(1) };",
  );
});

test("policies print their annotations first, each on its own line", () => {
  const text =
    '@a @if("\'") permit(principal == ?principal,action in [Action::"x",Action::"y"],resource is T in ?resource,) when{1}unless{2};';
  const read = parsePolicy(text);
  const printed = `@a
@if("\\'")
permit(principal == ?principal, action in [Action::"x", Action::"y"], resource is T in ?resource) when { 1 } unless { 2 };`;
  expect(read.ok && printPolicy(read.value)).toBe(printed);
});

test("trees that no reader makes are refused with a RangeError, as their text would say something else", () => {
  const bad: Expression[] = [
    { kind: "entity", span, type: 'User::"a" || true ||  User', id: "" },
    { kind: "is", span, target: principal, entityType: "if", in: undefined },
    { kind: "extension", span, name: "a b", arguments: [] },
    { kind: "and", span, operands: [one] },
    { kind: "sum", span, operands: [one, one], operators: [] },
    { kind: "sum", span, operands: [one], operators: [] },
  ];
  for (const expression of bad) expect(() => printExpression(expression)).toThrow(RangeError);
  const any = { kind: "scopeAny", span } as const;
  const policy: Policy = {
    kind: "policy",
    span,
    annotations: [{ kind: "annotation", span, key: "a b", value: null }],
    effect: "permit",
    principal: any,
    action: any,
    resource: any,
    conditions: [],
  };
  expect(() => printPolicy(policy)).toThrow('"a b" cannot be the key of an annotation');
});
