import { describe, expect, test } from "vitest";
import { maxNesting, parseEntityUid, parseExpression, parseName, parsePolicies, parsePolicy } from "../src/index.ts";

const many = 100_000;
const policy = (body: string): string => `permit(principal, action, resource) when { ${body} };`;

/** The code and the place of the first fault, and how many there are; or the kind of what was read. */
function outcome(text: string): string {
  const result = parseExpression(text);
  if (result.ok) return result.value.kind;
  const [first] = result.errors;
  return `${first?.code} at ${first?.labels[0]?.start}, ${result.errors.length} in all`;
}

describe("brackets and ifs too deep inside each other have a code", () => {
  test.each([
    ["(", ")"],
    ["[", "]"],
    ["{a: ", "}"],
    ["{", "}"],
    ["{if ", ""],
    ["if ", ""],
    ["if a then b else ", ""],
    ["!(", ")"],
    ["-(", ")"],
    ["a(", ")"],
    ["a(1, ", ")"],
    ["a[", "]"],
    ["a == (", ")"],
  ])("%s … %s", (open, close) => {
    for (const text of [open.repeat(many), `${open.repeat(many)}1${close.repeat(many)}`]) {
      const result = parsePolicies(`${policy(text)} permit(principal, action, resource) when { a };`);
      expect(result).toMatchObject({ ok: false });
      if (!result.ok) expect(result.errors[0]?.code).toBe("syntax/nesting-too-deep");
    }
  });

  test("up to the limit they are fine, and the fault is at the first one beyond it", () => {
    const nested = (depth: number): string => "(".repeat(depth) + "1".concat(")".repeat(depth));
    expect(outcome(nested(maxNesting - 1))).toBe("long");
    expect(outcome(nested(maxNesting))).toBe(`syntax/nesting-too-deep at ${maxNesting}, 1 in all`);
    expect(outcome(`${"[".repeat(maxNesting)}${"]".repeat(maxNesting)}`)).toBe("set");
    expect(outcome(`${"[".repeat(maxNesting - 1)}[1]${"]".repeat(maxNesting - 1)}`)).toBe(
      `syntax/nesting-too-deep at ${maxNesting}, 1 in all`,
    );
  });

  test("a policy after one that is too deep is still looked at", () => {
    const result = parsePolicies(`${policy("(".repeat(300))} permit(principal action);`);
    expect(result.ok ? [] : result.errors.map(({ code }) => code)).toStrictEqual([
      "syntax/nesting-too-deep",
      "syntax/unexpected-token",
    ]);
  });

  test("where the caller has left no room on the stack, the answer is the same", () => {
    const text = policy(`${"(".repeat(150)}1${")".repeat(150)}`);
    const codes = new Set<string>();
    const descend = (): void => {
      const result = parsePolicies(text);
      codes.add(result.ok ? "ok" : result.errors.map(({ code }) => code).join());
      descend();
    };
    expect(descend).toThrow(RangeError);
    expect([...codes]).toStrictEqual(["ok", "syntax/nesting-too-deep"]);
  });
});

describe("long chains and lists are read", () => {
  test.each([
    ["and", "true", " && true"],
    ["or", "true", " || true"],
    ["sum", "1", " + 1"],
    ["sum", "1", " - 1"],
    ["product", "1", " * 1"],
    ["attribute", "principal", ".a"],
    ["attribute", "principal", '["a"]'],
    ["method", "principal", ".contains(1)"],
    ["isEmpty", "principal", ".isEmpty()"],
    ["extension", "principal", ".isIpv4()"],
    ["has", "principal has a", ".a"],
  ])("%s: %s%s…", (kind, first, step) => {
    expect(outcome(first + step.repeat(many))).toBe(kind);
  });

  test.each([
    ["set", "[", "1,", "]"],
    ["extension", "ip(", "1,", ")"],
    ["string", '"', "\\n", '"'],
    ["like", 'principal like "', "*\\*", '"'],
  ])("%s", (kind, open, item, close) => {
    expect(outcome(open + item.repeat(many) + close)).toBe(kind);
  });
});

describe("faulty texts are answered with at most a thousand faults", () => {
  test.each([
    [`"${"\\q".repeat(many)}"`, "syntax/invalid-escape at 0, 1000 in all"],
    [`${"1/".repeat(many)}1`, "syntax/unsupported-division at 0, 1000 in all"],
    [`${"1 == ".repeat(many)}1`, "syntax/ambiguous-relation at 0, 1 in all"],
    [`[${"foo,".repeat(many)}]`, "syntax/unknown-variable at 1, 1000 in all"],
    [`${"!".repeat(many)}1`, "syntax/too-many-unary-operators at 0, 1 in all"],
    [`a${"::a".repeat(many)}`, "syntax/unknown-variable at 0, 1 in all"],
    [`ip(${",".repeat(many)}`, "syntax/unexpected-token at 3, 1000 in all"],
    ["9".repeat(many), "syntax/integer-too-long at 0, 1 in all"],
    [`"${"x".repeat(many)}`, "syntax/invalid-token at 0, 1 in all"],
    ["\0".repeat(many), "syntax/invalid-token at 0, 1 in all"],
    ["\ud800".repeat(many), "syntax/invalid-token at 0, 1 in all"],
    [`(principal${".a".repeat(many)}) is 1`, `syntax/invalid-entity-type at ${2 * many + 15}, 1 in all`],
    [" ".repeat(many), "syntax/unexpected-end at 0, 1 in all"],
    ["", "syntax/unexpected-end at 0, 1 in all"],
  ])("%#", (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  test("stray semicolons", () => {
    const result = parsePolicies(";".repeat(many));
    expect(result.ok ? 0 : result.errors.length).toBe(1000);
  });
});

test("what other languages take for white space is none here, and the other way round", () => {
  const good = "permit(principal,\u0085action,\u00a0resource)\u2003;\r\n// comment\r";
  expect(parsePolicies(good).ok).toBe(true);
  for (const space of ["\ufeff", "\u180e", "\u200b", "\0"]) {
    const result = parsePolicies(`${space}permit(principal, action, resource);`);
    expect(result).toMatchObject({ ok: false, errors: [{ code: "syntax/invalid-token", labels: [{ start: 0 }] }] });
  }
});

test("a lone surrogate in a string is kept", () => {
  expect(parseExpression('"\ud800"')).toMatchObject({ ok: true, value: { kind: "string", value: "\ud800" } });
});

test("keys that objects inherit are ordinary", () => {
  const result = parseExpression("{__proto__: 1, constructor: principal.toString, hasOwnProperty: 2}");
  expect(result).toMatchObject({
    ok: true,
    value: { entries: [{ key: "__proto__" }, { key: "constructor" }, { key: "hasOwnProperty" }] },
  });
  for (const name of ["constructor", "toString", "__proto__"]) {
    expect(outcome(`${name}(1)`)).toBe("syntax/unknown-function at 0, 1 in all");
    expect(outcome(`principal.${name}(1)`)).toBe("syntax/unknown-method at 0, 1 in all");
    expect(outcome(name)).toBe("syntax/unknown-variable at 0, 1 in all");
  }
});

test("no entry point throws", () => {
  for (const parse of [parsePolicies, parsePolicy, parseExpression, parseEntityUid, parseName]) {
    for (const text of ["", "(", '"', "\ud83d", "a::", "?", "@", "{".repeat(many)])
      expect(typeof parse(text).ok).toBe("boolean");
  }
});

describe("what `is … in` tests stands twice in the tree of the reference, but is not walked twice", () => {
  const nested = (innermost: string, levels: number): string =>
    `${"(".repeat(levels)}${innermost}${' is A in A::"b")'.repeat(levels)}`;

  test("good policies", () => {
    expect(parsePolicies(policy(nested("principal", 150))).ok).toBe(true);
  });

  test("slots, of which as many are told as faults are", () => {
    const told = (levels: number): number => {
      const result = parsePolicies(policy(nested("?principal", levels)));
      return result.ok ? 0 : result.errors.length;
    };
    expect([told(0), told(1), told(3), told(150)]).toStrictEqual([1, 2, 8, 1000]);
  });

  test("citations, which have the keys of records in order", () => {
    const parsed = parseExpression('context[{b: 1, a: 2, "é": 3, "a b": 4}]');
    expect(parsed.ok ? "" : parsed.errors[0]?.message).toBe('invalid string literal: {a: 2, "a b": 4, b: 1, "é": 3}');
  });

  test("citations, which end when nobody reads on", () => {
    const message = (levels: number): string => {
      const result = parseExpression(`principal[${nested("principal", levels)}]`);
      return result.ok ? "" : (result.errors[0]?.message ?? "");
    };
    expect(message(1)).toBe('invalid string literal: (principal is A) && (principal in A::"b")');
    expect(message(150)).toMatch(/^invalid string literal: \(\(.*…$/);
    expect(message(150).length).toBeLessThan(21_000);
  });
});

test("a bracket that is opened a million times is too deep, and no more is said of it", () => {
  expect(outcome("(".repeat(1_000_000))).toBe(`syntax/nesting-too-deep at ${maxNesting}, 1 in all`);
  const result = parsePolicies(`${policy("(".repeat(1_000_000))} permit(principal, action, resource) whenn {};`);
  expect(result.ok ? [] : result.errors.map(({ code }) => code)).toStrictEqual(["syntax/nesting-too-deep"]);
});

test.each([
  ["[", `syntax/nesting-too-deep at ${maxNesting}, 1 in all`],
  ["!", "syntax/unexpected-end at 1000000, 1 in all"],
  ["-", "syntax/unexpected-end at 1000000, 1 in all"],
])("%s a million times ends where it must", (sign, expected) => {
  expect(outcome(sign.repeat(1_000_000))).toBe(expected);
});

test("the last of a run of signs may belong to a longer sign", () => {
  expect(outcome("!!!!!!= a")).toBe("syntax/unexpected-token at 5, 1 in all");
  expect(outcome("(".repeat(maxNesting + 9) + "<<<<<= a")).toBe(`syntax/nesting-too-deep at ${maxNesting}, 1 in all`);
});

test("of more unary operators than may be, it is told that they are too many", () => {
  expect(outcome(`${"!".repeat(100_000)}a`)).toBe("syntax/too-many-unary-operators at 0, 1 in all");
  expect(outcome(`${"- ".repeat(5)}a`)).toBe("syntax/too-many-unary-operators at 0, 1 in all");
  expect(outcome(`${"- ".repeat(4)}1`)).toBe("negate");
});

test("ten million blanks before a fault are passed over", () => {
  expect(outcome(`${" ".repeat(10_000_000)}#`)).toBe("syntax/invalid-token at 10000000, 1 in all");
});
