import { describe, expect, test } from "vitest";
import {
  type Expression,
  parseEntityUid,
  parseExpression,
  parseName,
  parsePolicies,
  parsePolicy,
} from "../src/index.ts";

function expression(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join());
  return result.value;
}

/** The source text of an expression and, in brackets, of its parts, written as `kind text`. */
function places(text: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { kind, span } = value as { kind?: string; span?: { start: number; end: number } };
    if (kind !== undefined && span !== undefined) found.push(`${kind} ${text.slice(span.start, span.end)}`);
    for (const part of Object.values(value)) walk(part);
  };
  walk(expression(text));
  return found;
}

describe("places", () => {
  test("parentheses and white space around an expression are no part of it", () => {
    expect(places(" ( /* ".replace("/* ", "// c\n") + "1 ) ")).toStrictEqual(["long 1"]);
    expect(places("(1) + (2 )")).toStrictEqual(["sum (1) + (2 )", "long 1", "long 2"]);
  });

  test("each step of a chain begins where the chain begins", () => {
    expect(places('(principal . a)["b"] .contains( 1 ) .isEmpty( ) // end')).toStrictEqual([
      'isEmpty (principal . a)["b"] .contains( 1 ) .isEmpty( )',
      'method (principal . a)["b"] .contains( 1 )',
      'attribute (principal . a)["b"]',
      "attribute principal . a",
      "variable principal",
      "long 1",
    ]);
    expect(places('ip ( "::" ) . isIpv6 ( )')).toStrictEqual([
      'extension ip ( "::" ) . isIpv6 ( )',
      'extension ip ( "::" )',
      'string "::"',
    ]);
  });

  test("each sign has its own", () => {
    expect(places("! ! true")).toStrictEqual(["not ! ! true", "not ! true", "boolean true"]);
    expect(places("- - 1")).toStrictEqual(["negate - - 1", "long - 1"]);
    expect(places("-(1)")).toStrictEqual(["negate -(1)", "long 1"]);
  });

  test("operators, tests and literals", () => {
    expect(places('{ a : [ ?principal , ] , "b" : A :: B :: "c" }')).toStrictEqual([
      'record { a : [ ?principal , ] , "b" : A :: B :: "c" }',
      "entry a : [ ?principal , ]",
      "set [ ?principal , ]",
      "slot ?principal",
      'entry "b" : A :: B :: "c"',
      'entity A :: B :: "c"',
    ]);
    expect(places("if 1 < 2 then principal has a . b else context is A in resource")).toStrictEqual([
      "if if 1 < 2 then principal has a . b else context is A in resource",
      "relation 1 < 2",
      "long 1",
      "long 2",
      "has principal has a . b",
      "variable principal",
      "is context is A in resource",
      "variable context",
      "variable resource",
    ]);
  });

  test("policies and their parts", () => {
    const text = ' @a ( "b" ) permit ( principal , action == Action :: "c" , resource is T ) when { true } ; ';
    const result = parsePolicy(text);
    if (!result.ok) throw new Error("refused");
    const { span, annotations, principal, action, resource, conditions } = result.value;
    const texts = [{ span }, ...annotations, principal, action, resource, ...conditions].map((part) =>
      text.slice(part.span?.start, part.span?.end),
    );
    expect(texts).toStrictEqual([
      text.trim(),
      '@a ( "b" )',
      "principal",
      'action == Action :: "c"',
      "resource is T",
      "when { true }",
    ]);
    expect(parsePolicies(text)).toMatchObject({ value: { span: { start: 0, end: text.length } } });
  });
});

describe("trees", () => {
  test("a chain whose first operand is such a chain is one", () => {
    for (const text of ["(true && false) && true", "((true) && false && true)"]) {
      expect(expression(text)).toMatchObject({
        kind: "and",
        operands: [{ value: true }, { value: false }, { value: true }],
      });
    }
    expect(expression("true && (false && true)")).toMatchObject({ operands: [{ kind: "boolean" }, { kind: "and" }] });
    expect(expression("(1 - 2) + 3")).toMatchObject({
      operators: ["-", "+"],
      operands: [{ value: 1 }, { value: 2 }, { value: 3 }],
    });
    expect(expression("(1 * 2) * 3")).toMatchObject({
      kind: "product",
      operands: [{ value: 1 }, { value: 2 }, { value: 3 }],
    });
    expect(expression("(1 + 2) * 3")).toMatchObject({ kind: "product", operands: [{ kind: "sum" }, { value: 3 }] });
  });

  test("integers are exact, and a minus right before digits is part of the literal", () => {
    const values = ["007", "9007199254740991", "9007199254740992", "9223372036854775807", "-0", "-9007199254740992"];
    expect(values.map((text) => expression(text))).toMatchObject(
      [7, 9007199254740991, 9007199254740992n, 9223372036854775807n, 0, -9007199254740992n].map((value) => ({ value })),
    );
    expect(expression("-9223372036854775808")).toMatchObject({ kind: "long", value: -9223372036854775808n });
    expect(expression("- // c\n 5")).toMatchObject({ kind: "long", value: -5 });
    expect(expression("--5")).toMatchObject({ kind: "negate", operand: { kind: "long", value: -5 } });
    expect(expression("-principal.a")).toMatchObject({ kind: "negate", operand: { kind: "attribute" } });
    expect(expression(`${"0".repeat(50)}1`)).toMatchObject({ value: 1 });
  });

  test("patterns are split at their wildcards, however these are written", () => {
    const pattern = (text: string) => (expression(`principal like ${text}`) as { pattern?: unknown }).pattern;
    expect(pattern('""')).toStrictEqual([""]);
    expect(pattern('"a*b\\*c**"')).toStrictEqual(["a", "b*c", "", ""]);
    expect(pattern('"\\x2a\\u{2A}\\\\*"')).toStrictEqual(["", "", "\\", ""]);
  });

  test("words with a meaning are ordinary names wherever they can be", () => {
    expect(expression("principal.permit.when.principal.contains")).toMatchObject({ name: "contains" });
    expect(expression("{permit: 1, unknown: 2}")).toMatchObject({ entries: [{ key: "permit" }, { key: "unknown" }] });
    expect(expression("principal has permit.forbid")).toMatchObject({ path: ["permit", "forbid"] });
    expect(expression("principal is context")).toMatchObject({ entityType: "context" });
    expect(expression('permit::when::"x"')).toMatchObject({ type: "permit::when", id: "x" });
    expect(parsePolicies('@if("a") @in permit(principal, action, resource);')).toMatchObject({
      value: {
        policies: [
          {
            annotations: [
              { key: "if", value: "a" },
              { key: "in", value: null },
            ],
          },
        ],
      },
    });
  });

  test("literals and strings have attributes and methods as far as syntax goes", () => {
    expect(expression("true.foo")).toMatchObject({ kind: "attribute", target: { kind: "boolean" } });
    expect(expression('"x"["y"]')).toMatchObject({ kind: "attribute", target: { value: "x" }, name: "y" });
    expect(expression('1.hasTag("x")')).toMatchObject({ kind: "method", method: "hasTag" });
    expect(expression("decimal()")).toMatchObject({ kind: "extension", arguments: [] });
    expect(expression("principal.offset(1, 2)")).toMatchObject({
      arguments: [{ kind: "variable" }, { value: 1 }, { value: 2 }],
    });
  });

  test("scopes", () => {
    const scope = (text: string) => parsePolicies(`permit(${text},);`);
    expect(
      scope('principal == (User::"a"), action in ([Action::"b", (N::Action::"c")]), resource is T in (?resource)'),
    ).toMatchObject({
      value: {
        policies: [
          {
            principal: { kind: "scopeEqual", entity: { type: "User", id: "a" } },
            action: { kind: "scopeActionInSet", entities: [{ type: "Action" }, { type: "N::Action" }] },
            resource: { kind: "scopeIsIn", entityType: "T", entity: { kind: "slot", name: "?resource" } },
          },
        ],
      },
    });
    expect(scope('principal in ?principal, action in Action::"a", resource')).toMatchObject({
      value: {
        policies: [
          { principal: { kind: "scopeIn" }, action: { kind: "scopeActionIn" }, resource: { kind: "scopeAny" } },
        ],
      },
    });
  });

  test("a text without policies is a set without policies", () => {
    expect(parsePolicies(" // nothing")).toMatchObject({
      ok: true,
      value: { policies: [], span: { start: 0, end: 11 } },
    });
  });
});

describe("other entry points", () => {
  test("one policy, not none and not two", () => {
    const text = "permit(principal, action, resource);";
    expect(parsePolicy(`${text} // end`)).toMatchObject({ ok: true, value: { effect: "permit" } });
    expect(parsePolicy("")).toMatchObject({ errors: [{ message: "unexpected end of input" }] });
    expect(parsePolicy(text + text)).toMatchObject({ errors: [{ message: "unexpected token `permit`" }] });
    expect(parsePolicy("permit(principal action);")).toMatchObject({ errors: [{ labels: [{ start: 17 }] }] });
  });

  test("entity uids", () => {
    expect(parseEntityUid(' A :: B::"c\\n" ')).toMatchObject({
      value: { kind: "entity", type: "A::B", id: "c\n", span: { start: 1, end: 14 } },
    });
    const codes = ["A::{a: 1}", 'if::"x"', 'A::if::"x"', "A::B", '"a"', '__cedar::"a"', 'A::"\\q"', 'A::"b".c'].map(
      (text) => {
        const result = parseEntityUid(text);
        return result.ok ? "ok" : result.errors.map(({ code }) => code).join();
      },
    );
    expect(codes).toStrictEqual([
      "syntax/invalid-entity-literal",
      "syntax/unexpected-token",
      "syntax/reserved-identifier",
      "syntax/unexpected-end",
      "syntax/unexpected-token",
      "syntax/reserved-name",
      "syntax/invalid-escape",
      "syntax/unexpected-token",
    ]);
  });

  test("names come in their normal form", () => {
    expect(parseName(" A // c\n :: B ")).toMatchObject({ ok: true, value: "A::B" });
    expect(parseName("principal")).toMatchObject({ ok: true, value: "principal" });
    const codes = ["", "if", "A::if", "in", "A::", "A::__cedar", "a.b", 'A::"b"'].map((text) => {
      const result = parseName(text);
      return result.ok ? "ok" : result.errors.map(({ code }) => code).join();
    });
    expect(codes).toStrictEqual([
      "syntax/unexpected-end",
      "syntax/unexpected-end",
      "syntax/reserved-identifier",
      "syntax/reserved-identifier",
      "syntax/unexpected-end",
      "syntax/reserved-name",
      "syntax/unexpected-token",
      "syntax/unexpected-token",
    ]);
  });
});

test("all faults of a file are told of in one go: its syntax errors, or else all others", () => {
  const codes = (text: string) => {
    const result = parsePolicies(text);
    return result.ok ? [] : result.errors.map(({ code }) => code.replace("syntax/", ""));
  };
  const meaning = "permit(principal, resource); permit(principal, action, resource) when { foo / 1 } unless { };";
  expect(codes(meaning)).toStrictEqual([
    "misplaced-scope-variable",
    "missing-scope-variable",
    "unsupported-division",
    "empty-condition",
  ]);
  expect(
    codes(`permit(principal action); ${meaning} forbid(principal, action, resource) when { (1 + ) } wen { 2 3 };`),
  ).toStrictEqual(["unexpected-token", "unexpected-token", "unexpected-token"]);
});

test("what is no token comes first, and the rest of the file is looked at still", () => {
  const result = parsePolicies("permit(a b); permit(principal, 'x'); permit(c d);");
  expect(result.ok ? [] : result.errors.map(({ message, help }) => [message, help])).toStrictEqual([
    ["invalid token", "strings must use double quotes, not single quotes"],
    ["unexpected token `b`", undefined],
    ["unexpected token `d`", undefined],
  ]);
});

test.each([
  "permit(,);",
  "permit(principal, action in [,], resource);",
  "permit(principal, action, resource) when { [,] };",
  "permit(principal, action, resource) when { {,} };",
  "permit(principal, action, resource) when { principal.isEmpty(,) };",
  "permit(principal, action, resource) when { A::{,} };",
  "permit(principal, action, resource) when { [1,,] };",
])("a comma is no list: %s", (text) => {
  const result = parsePolicies(text);
  expect(result.ok ? "" : result.errors[0]?.message).toBe("unexpected token `,`");
});

test("what stands behind a single policy comes first, as the reference stops there", () => {
  const result = parsePolicy("permit(principal, action, resource) when { ; resource == 1 };");
  expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([
    "unexpected token `resource`",
    "unexpected token `;`",
  ]);
  const several = parsePolicy(
    'permit(principal, action, resource); forbid(a); @id("x") permit(principal, action, resource);',
  );
  expect(several.ok ? [] : several.errors.map(({ message }) => message)).toEqual([
    "unexpected token `@`",
    "unexpected token `forbid`",
  ]);
});
