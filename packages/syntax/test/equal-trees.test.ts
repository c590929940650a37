import { unwrap } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";
import { equalTrees, parsePolicies } from "../src/index.ts";

const parse = (text: string) => unwrap(parsePolicies(text));
const when = (body: string) => parse(`permit(principal, action, resource) when { ${body} };`);

describe("equalTrees", () => {
  it.each([
    ["1 + 2 == 3", "( 1+2 )==3"],
    ['context["a"].b', "context.a.b"],
    ["9223372036854775807 == 1", "9223372036854775807 == 01"],
    ['"\\n" like "*\\*"', '"\\u{a}" like "*\\*"'],
  ])("%s and %s", (one, other) => {
    expect(equalTrees(when(one), when(other))).toBe(true);
  });

  it.each([
    ["1 + 2 == 3", "1 - 2 == 3"],
    ["[1, 2] == [1]", "[1] == [1]"],
    ["[1] == [1]", "[1] == [[1]]"],
    ["{a: 1} == {}", "{b: 1} == {}"],
    ["principal is A", "principal is A in principal"],
    ['"a*" like "a*"', '"a*" like "a\\*"'],
  ])("not %s and %s", (one, other) => {
    expect(equalTrees(when(one), when(other))).toBe(false);
  });

  it("tells annotations without a value from empty ones", () => {
    const policy = (annotation: string) => parse(`${annotation} permit(principal, action, resource);`);
    expect(equalTrees(policy("@a"), policy('@a("")'))).toBe(false);
    expect(equalTrees(policy("@a"), policy("@a"))).toBe(true);
  });

  it("compares chains of any length", () => {
    const chain = (last: string) => when(`${"context.a && ".repeat(50_000)}${last}`);
    expect(equalTrees(chain("true"), chain("true"))).toBe(true);
    expect(equalTrees(chain("true"), chain("false"))).toBe(false);
  });
});
