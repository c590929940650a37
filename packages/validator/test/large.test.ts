import { unwrap } from "@deodar/diagnostics";
import { maxTypeNesting, parseSchema, type Schema } from "@deodar/schema";
import { maxNesting } from "@deodar/syntax";
import { describe, expect, test } from "vitest";
import type { ValidationOptions } from "../src/index.ts";
import { check } from "./check.ts";

const many = 100_000;

/** The codes of the errors in a condition. */
function codes(condition: string, under?: Schema, options?: ValidationOptions): string[] {
  const text = `permit(principal is User, action, resource) when { ${condition} };`;
  return check(text, options, under).errors.map(({ code }) => code);
}

/** `count` copies of a text between separators. */
function chain(part: string, separator: string, count: number = many): string {
  return Array.from({ length: count }, () => part).join(separator);
}

describe("long chains", () => {
  test.each([
    ["&&", chain('principal.name == "a"', " && "), []],
    ["||", chain('principal.name == "a"', " || "), []],
    ["+", `${chain("1", " + ")} > 0`, []],
    ["*", `${chain("1", " * ")} > 0`, []],
    ["a set", `[${chain("1", ", ")}].contains(1)`, []],
    ["a failing set", `[${chain("1", ", ", 20_000)}, "a", principal].contains(1)`, ["validate/incompatible-types"]],
    ["a record", `{${Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join(", ")}}.k0 == 1`, []],
    ["attributes", `principal.${chain("friend", ".")}.name == "a"`, []],
    ["guards", `${chain("principal has age", " && ", 20_000)} && principal.age > 1`, []],
    ["guards by alternatives", `(${chain("principal has age", " || ", 20_000)}) && principal.age > 1`, []],
  ])("%s", (_, condition, expected) => {
    expect(codes(condition)).toEqual(expected);
  });

  test("of conditions", () => {
    const text = `permit(principal is User, action, resource) ${chain("when { principal has age }", " ", 20_000)} when { principal.age > 1 };`;
    expect(check(text).errors).toEqual([]);
  });

  test("of dereferences have their level", () => {
    const text = `permit(principal is User, action, resource) when { principal.${chain("friend", ".", 50_000)}.name == "a" };`;
    const { errors } = check(text, { level: 50_001 });
    expect(errors).toEqual([]);
    expect(check(text, { level: 50_000 }).errors.map(({ message }) => message)).toEqual([
      "for policy `p0`, this policy requires level 50001, which exceeds the maximum allowed level (50000)",
    ]);
  });

  test("of guards with different names are all remembered", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `a${index}`);
    const under = unwrap(
      parseSchema(
        `entity User { ${names.map((name) => `${name}?: Bool`).join(", ")} }; action a appliesTo { principal: User, resource: User };`,
      ),
    );
    const guards = names.map((name) => `principal has ${name}`).join(" && ");
    const uses = names.map((name) => `principal.${name}`).join(" && ");
    expect(codes(`${guards} && ${uses}`, under)).toEqual([]);
    expect(codes(`(${guards}) && (${uses})`, under)).toEqual([]);
    expect(codes(`(${guards} || false) && ${uses}`, under)).toEqual([]);
  });
});

describe("deep brackets", () => {
  test("of every kind", () => {
    const depth = maxNesting - 2;
    const wrap = (open: string, close: string, body: string): string => open.repeat(depth) + body + close.repeat(depth);
    expect(codes(wrap("(true && ", ")", "true"))).toEqual([]);
    expect(codes(`${wrap("(1 + 2 * ----", ")", "principal.age")} > 0`)).toEqual(["validate/optional-attribute"]);
    expect(codes(`${wrap("[", "]", "1")} == ${wrap("[", "]", "2")}`)).toEqual([]);
    expect(codes(`${wrap("{a: ", "}", "1")} == ${wrap("{a: ", "}", "principal")}`)).toEqual([
      "validate/incompatible-types",
    ]);
    expect(codes(`${"if principal has age then ".repeat(depth)}true${" else false".repeat(depth)}`)).toEqual([]);
  });
});

describe("types that double", () => {
  const doubling = (prefix: string, leaf: string): string =>
    Array.from({ length: 60 }, (_, index) => {
      const part = index === 0 ? leaf : `${prefix}${index - 1}`;
      return `type ${prefix}${index} = { a: ${part}, b?: ${part} };`;
    }).join("\n");
  const under = unwrap(
    parseSchema(`${doubling("T", "Long")}\n${doubling("U", "Long")}\n${doubling("W", "String")}
      entity User { t: T59, u: U59, w: W59 }; action a appliesTo { principal: User, resource: User };`),
  );

  test("are compared part by part", () => {
    expect(codes("principal.t == principal.u", under)).toEqual([]);
    expect(codes("principal.t == principal.w", under)).toEqual(["validate/incompatible-types"]);
    expect(codes("[principal.t, principal.w, principal.u] == [principal.u]", under, { mode: "permissive" })).toEqual(
      [],
    );
  });

  test("are shown in part", () => {
    const { errors } = check("permit(principal, action, resource) when { principal.t };", {}, under);
    expect(errors[0]?.message.length).toBeLessThan(25_000);
    expect(errors[0]?.message.endsWith("…")).toBe(true);
  });
});

test("types as deep as schemas allow do not overflow the stack", () => {
  const deep = (prefix: string, leaf: string): string => {
    const declare = (_: unknown, index: number): string => {
      return `type ${prefix}${index} = { a: ${index === 0 ? leaf : `${prefix}${index - 1}`} };`;
    };
    return Array.from({ length: maxTypeNesting - 2 }, declare).join("\n");
  };
  const last = maxTypeNesting - 3;
  const under = unwrap(
    parseSchema(`${deep("T", "Long")}\n${deep("U", "Long")}\n${deep("W", "Bool")}
      entity User { t: T${last}, u: U${last}, w: W${last} }; action a appliesTo { principal: User, resource: User };`),
  );
  expect(codes("principal.t == principal.u", under)).toEqual([]);
  expect(codes("principal.t == principal.w", under)).toEqual(["validate/incompatible-types"]);
});

test("many environments that the conditions do not tell apart are checked once", () => {
  const actions = Array.from(
    { length: 300 },
    (_, index) => `action a${index} appliesTo { principal: [User, B, C], resource: [User, B, C] };`,
  );
  const under = unwrap(
    parseSchema(`entity User { x: Long }; entity B { x: Long }; entity C { x: Long }; ${actions.join("\n")}`),
  );
  const text = `permit(principal, action, resource) when { ${chain("principal.x > 1", " && ", 2000)} && principal.y };`;
  const { errors } = check(text, {}, under);
  expect(errors.map(({ environments }) => environments.length)).toEqual([900, 900, 900]);
});
