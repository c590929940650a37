import { describe, expect, test } from "vitest";
import { type PolicyToValidate, validate } from "../src/index.ts";
import { check, faults, policiesOf, referenceFaults, schema } from "./check.ts";

/** What makes an access to a tag safe is a test of the same expression, whatever that is. */
describe("a tag that is named by an expression", () => {
  const asString = (condition: string): string => `(if ${condition} then "a" else "b")`;
  const conditions = [
    "true",
    "1 == 2",
    'principal == User::"a"',
    "resource.size != 1",
    "resource.size > 1",
    "resource.size >= 1",
    "resource.size < 1 + 2 - 3",
    "resource.size <= -resource.size * 2 * 3",
    "!(principal has age)",
    "principal has age && principal.age == 1 && true",
    "principal has age || principal.roles.isEmpty()",
    "(true && false) == true",
    "(true || false) == true",
    'principal.name like "a*b"',
    "resource.owner is User",
    'resource.owner is User in Group::"a"',
    'resource.owner in [Group::"a", Group::"b"]',
    '{a: 1, "b c": principal} == {a: 2, "b c": principal}',
    'principal.roles.contains("a")',
    'principal.roles.containsAll(["a"])',
    'principal.hasTag("b")',
    'context.ip.isInRange(ip("10.0.0.0/8"))',
    "action == action",
    "context has mfa && context.mfa",
  ];
  test.each(conditions)("%s", (condition) => {
    const tag = asString(condition);
    const guarded = `principal.hasTag(${tag}) && principal.getTag(${tag}) == "a"`;
    expect(faults(guarded)).toEqual([]);
    expect(referenceFaults(guarded)).toEqual([]);
    const other = `principal.hasTag(${asString("resource.size == 7")}) && principal.getTag(${tag}) == "a"`;
    expect(faults(other)).toHaveLength(1);
    expect(faults(other)[0]).toContain("unable to guarantee safety of access to tag");
  });

  test("is the same if it only is written differently", () => {
    const same = (left: string, right: string): string =>
      `principal.hasTag(${asString(left)}) && principal.getTag(${asString(right)}) == ""`;
    for (const condition of [
      same("1 != resource.size", "!(1 == resource.size)"),
      same("resource.size > 1", "!(resource.size <= 1)"),
      same("resource.size >= 1", "!(resource.size < 1)"),
      same("(principal has age && principal.age == 1) && true", "principal has age && principal.age == 1 && true"),
      same("true || true || resource.size == 1", "false || true || resource.size == 1"),
      same("true && true && resource.size == 1", "true && resource.size == 1"),
      same('resource.owner is User in Group::"a"', 'resource.owner is User && resource.owner in Group::"a"'),
    ]) {
      expect([condition, faults(condition)]).toEqual([condition, []]);
      expect(referenceFaults(condition)).toEqual([]);
    }
  });
});

describe("hints", () => {
  const hintOf = (condition: string): string | undefined =>
    check(`permit(principal is User, action == Action::"read", resource) when { ${condition} };`).errors[0]?.help;
  test.each([
    ['1 + "a" == 1', "Cedar does not support string concatenation"],
    ["[1] - [2] == 1", "Cedar does not support computing the union, intersection, or difference of sets"],
    ['principal like "a"', "try using `is` to test for an entity type"],
    ["1 is User", "Cedar only supports run time type tests for entities"],
    ["1 in principal", "try using `contains`, `containsAny`, or `containsAll` to examine the contents of a set"],
    ["principal in [1]", "try using `contains`, `containsAny`, or `containsAll` to examine the contents of a set"],
    ['principal in "a"', "try using `like` to examine the contents of a string"],
    ["principal in 1", undefined],
    ["principal.contains(1)", "try using `in` for entity hierarchy membership"],
    ["principal.address.contains(1)", "try using `has` to test for an attribute"],
    ['"a".contains("a")', "try using `like` to examine the contents of a string"],
    ["1.containsAll([1])", undefined],
    ["[1].containsAll(1)", "try using `contains` to test if a single element is in a set"],
    ['"".isEmpty()', 'try using `== ""` to test if a string is empty'],
    ["1.isEmpty()", undefined],
    ['"a" has b', "try using `like` to examine the contents of a string"],
    ["1 has b", undefined],
    ["principal has roles.b", "try using `contains`, `containsAny`, or `containsAll` to examine the contents of a set"],
    ["principal.address.strete == 1", "did you mean `street`?"],
    ["{}.a", undefined],
  ])("%s", (condition, hint) => {
    expect(hintOf(condition)).toBe(hint);
  });
});

describe("unions of entity types", () => {
  const either = "(if context has mfa then principal else resource)";
  const robots = 'permit(principal, action == Action::"read", resource) when';
  const permissive = (condition: string): string[] =>
    check(`${robots} { principal is User && ${condition} };`, { mode: "permissive" }).errors.map(({ message }) =>
      message.replace("for policy `p0`, ", ""),
    );
  test.each([
    [`${either}.nothing`, ["attribute `nothing` on entity types `Doc`, `User` not found"]],
    [`${either} has name`, []],
    [`${either} has nothing`, []],
    [`${either} == principal`, []],
    [`${either}.hasTag("a") && ${either}.getTag("a") == "a"`, []],
    [`${either}.getTag("a") == "a"`, ['unable to guarantee safety of access to tag `"a"`']],
    [`${either} < 1`, ["unexpected type: expected Long but saw __cedar::internal::Union<Doc, User>"]],
    ['[principal, Group::"a", resource].contains(resource)', []],
    ["(if context has mfa then {a: 1, b: 2} else {b: 3, c: 4}).a == 1", ["attribute `a` not found"]],
    ["(if context has mfa then {a: principal} else {a: resource}).a == principal", []],
    ["(if context has mfa then [] else [1]).contains(1)", []],
    ["(if context has mfa then principal else {a: 1}) == 1", ["the types User and {a: Long,} are not compatible"]],
    [
      "(if context has mfa then [[1]] else [[true]]) == 1",
      ["the types Set<Set<__cedar::internal::True>> and Set<Set<Long>> are not compatible"],
    ],
  ])("%s", (condition, expected) => {
    expect(permissive(condition)).toEqual(expected);
  });
});

describe("names that deceive the eye", () => {
  const warned = (condition: string): string[] =>
    check(`permit(principal is User, action == Action::"read", resource) when { ${condition} || true };`).warnings.map(
      ({ code, span }) => `${code}${span === undefined ? "" : ` ${span.start}..${span.end}`}`,
    );
  test.each([
    ['principal.name == "plain"', []],
    ['principal.name == "p\\u{430}ypal"', ["validate/mixed-script-string 87..101"]],
    ['principal.name == "\\u{430}\\u{431}"', []],
    ['principal.name == "\\u{65e5}\\u{3072}\\u{30ab}"', []],
    ['principal.name == "\\u{65e5}\\u{3072}\\u{ac00}"', ["validate/mixed-script-string 87..113"]],
    ['principal.name like "p\\u{430}*"', ["validate/mixed-script-string 69..100"]],
    ['principal.name == "\\u{202e}"', ["validate/bidi-string 87..97"]],
    ['principal has "\\u{2066}"', ["validate/bidi-identifier 69..93"]],
    ['{"\\u{200b}": 1} == {"a": 1}', ["validate/unusual-identifier 69..84"]],
    ['principal == User::"p\\u{430}"', ["validate/mixed-script-identifier 82..98"]],
  ])("%s", (condition, expected) => {
    expect(warned(condition)).toEqual(expected);
  });
});

test("chains of boolean literals are literals, however they are nested", () => {
  const text = `(${"(true && (false || ".repeat(10)}true${"))".repeat(10)}) != true && 1`;
  expect(faults(text)).toEqual([]);
  expect(referenceFaults(text)).toEqual([]);
  expect(faults(text.replace("!=", "=="))).toEqual(["unexpected type: expected Bool but saw Long"]);
});

test("ids of policies are shown with escapes", () => {
  const [first] = policiesOf("permit(principal, action, resource) when { false };");
  const { warnings } = validate([{ id: 'a"b\0', policy: (first as PolicyToValidate).policy }], schema);
  expect(warnings.map(({ policyId, message }) => [policyId, message])).toEqual([
    [
      'a"b\0',
      'for policy `a\\"b\\0`, policy is impossible: the policy expression evaluates to false for all valid requests',
    ],
  ]);
});
