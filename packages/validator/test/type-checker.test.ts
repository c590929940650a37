import { describe, expect, test } from "vitest";
import { check, faults, referenceFaults } from "./check.ts";

/** Conditions, and what is wrong with them. */
function table(rows: readonly (readonly [condition: string, ...faults: string[]])[]): void {
  test.each(rows.map(([condition, ...found]) => ({ condition, found })))("$condition", ({ condition, found }) => {
    expect(faults(condition)).toEqual(found);
    expect(referenceFaults(condition)).toEqual(found.toSorted());
  });
}

describe("attributes", () => {
  table([
    ['principal.name == "a"'],
    ["principal.nmae == 1", "attribute `nmae` on entity type `User` not found"],
    ["context.ip2.x", 'attribute `ip2` in context for Action::"read" not found'],
    ["{a: 1}.b == 1", "attribute `b` not found"],
    ["1.a", "unexpected type: expected __cedar::internal::AnyEntity, or __cedar::internal::OpenRecord{} but saw Long"],
    ["principal.age == 1", "unable to guarantee safety of access to optional attribute `age` on entity type `User`"],
    ["principal has age && principal.age == 1"],
    [
      "principal has age || principal.age == 1",
      "unable to guarantee safety of access to optional attribute `age` on entity type `User`",
    ],
    [
      "principal.friend has age && principal.age == 1",
      "unable to guarantee safety of access to optional attribute `age` on entity type `User`",
    ],
    ["if principal has age then principal.age == 1 else false"],
    [
      "!(principal has age) || principal.age == 1",
      "unable to guarantee safety of access to optional attribute `age` on entity type `User`",
    ],
    ["(principal has age && true) && principal.age == 1"],
    ["true && principal has age && principal.age == 1"],
    ["principal.address has street && principal has age && principal.age == 1"],
    ["principal has age && principal.address has street && principal.age == 1"],
    // What is known on the left of an operand that is always true is not passed on, as in the reference.
    ["{a: principal has age} has a && (principal.address has street && principal has age) && principal.age == 1"],
    ["(principal has age || principal has age) && principal.age == 1"],
    ["principal has address.zip && principal.address.zip == 1"],
    ["principal.address has zip && principal.address.zip == 1"],
    [
      "principal has name.zip",
      "unexpected type: expected __cedar::internal::AnyEntity, or __cedar::internal::OpenRecord{} but saw String",
    ],
    ["principal has nothing && principal.unheardOf"],
    ["principal has friend.nothing.more"],
    [
      "[1] has a",
      "unexpected type: expected __cedar::internal::AnyEntity, or __cedar::internal::OpenRecord{} but saw Set<Long>",
    ],
  ]);

  test("help names the test to add", () => {
    const { errors } = check(
      'permit(principal is User, action == Action::"read", resource) when { principal.address.zip == 1 && context.mfa };',
    );
    expect(errors.map(({ help }) => help)).toEqual([
      "try testing for the attribute's presence with `e.address has zip && ..`",
      "try testing for the attribute's presence with `context has mfa && ..`",
    ]);
  });
});

describe("tags", () => {
  table([
    ['principal.hasTag("a") && principal.getTag("a") == "b"'],
    ['principal.getTag("a") == "b"', 'unable to guarantee safety of access to tag `"a"` on entity type `User`'],
    ['resource.hasTag("a") && resource.getTag("a") == "b"'],
    ['(resource.hasTag("a") || true) && principal.hasTag(principal.name) && principal.getTag(principal.name) == ""'],
    [
      'if resource.hasTag("a") then true else resource.getTag("a") == "b"',
      'unable to guarantee safety of access to tag `"a"` on entity type `Doc`',
    ],
    ['"a".hasTag("b")', "unexpected type: expected __cedar::internal::AnyEntity but saw String"],
    ["principal.hasTag(1)", "unexpected type: expected String but saw Long"],
  ]);
});

describe("operators", () => {
  table([
    ["1", "unexpected type: expected Bool but saw Long"],
    ["!1", "unexpected type: expected Bool but saw Long"],
    [
      '1 + "a" - [1] == 2',
      "unexpected type: expected Long but saw String",
      "unexpected type: expected Long but saw Set<Long>",
    ],
    ["-(true) * 2 == 2", "unexpected type: expected Long but saw __cedar::internal::True"],
    ["1 < 2 && resource.made >= resource.made"],
    ['1 < "a"', "unexpected type: expected Long but saw String"],
    ['"a" <= 1', "unexpected type: expected Long but saw String"],
    ['resource.made > "a"', "unexpected type: expected datetime but saw String"],
    ['"a" > resource.made', "unexpected type: expected datetime but saw String"],
    [
      '"a" < true',
      "unexpected type: expected datetime, or duration, or Long but saw String",
      "unexpected type: expected datetime, or duration, or Long but saw __cedar::internal::True",
    ],
    ['1 == "a" && 1'],
    ["principal.name == 1", "the types Long and String are not compatible"],
    ["principal == resource"],
    ["principal == 1", "the types Long and User are not compatible"],
    ["principal == {a: 1}", "the types User and {a: Long,} are not compatible"],
    ["{a: 1} == {b: 1}", "the types {a: Long,} and {b: Long,} are not compatible"],
    [
      "{a: {b: 1}} == {a: {b: true}}",
      "the types {a: {b: __cedar::internal::True,},} and {a: {b: Long,},} are not compatible",
    ],
    [
      'principal.address == {street: "", zip: 1}',
      "the types {street: String,zip?: Long,} and {street: String,zip: Long,} are not compatible",
    ],
    ["[] == [1]", "empty set literals are forbidden in policies"],
    ['[1, "a", true] == [1]', "the types __cedar::internal::True, Long, and String are not compatible"],
    ["[true, false].contains(false)"],
    ["[principal, resource].contains(principal)", "the types Doc and User are not compatible"],
    ["principal.roles.contains(1)", "the types Long and String are not compatible"],
    ["principal.roles.containsAll([1])", "the types Set<Long> and Set<String> are not compatible"],
    ["principal.roles.containsAny(1)", "unexpected type: expected Set<__cedar::internal::Any> but saw Long"],
    ["principal.name.isEmpty()", "unexpected type: expected Set<__cedar::internal::Any> but saw String"],
    ['principal like "a"', "unexpected type: expected String but saw User"],
    ['"a" is User', "unexpected type: expected __cedar::internal::AnyEntity but saw String"],
    [
      'principal in "a"',
      "unexpected type: expected Set<__cedar::internal::AnyEntity>, or __cedar::internal::AnyEntity but saw String",
    ],
    ['if true then 1 else "a"', "unexpected type: expected Bool but saw Long"],
    ['(if principal has age then 1 else "a") == 1', "the types Long and String are not compatible"],
  ]);
});

describe("extension functions", () => {
  table([
    ['context.ip.isInRange(ip("10.0.0.0/8"))'],
    [
      'ip("10.0.0")  == context.ip',
      'error during extension function argument validation: failed to parse as IP address: `"10.0.0"`',
    ],
    [
      'decimal("1") == resource.price',
      'error during extension function argument validation: failed to parse as a decimal value: `"1"`',
    ],
    [
      'datetime("x") == resource.made',
      'error during extension function argument validation: failed to parse as a datetime value: `"x"`',
    ],
    [
      'duration("x").toDays() == 1',
      'error during extension function argument validation: failed to parse as a duration value: `"x"`',
    ],
    ["ip(principal.name).isIpv4()", "extension constructors may not be called with non-literal expressions"],
    ["ip(1).isIpv4()", "unexpected type: expected String but saw Long"],
    ["ip().isIpv4()", "wrong number of arguments in extension function application. Expected 1, got 0"],
    ["context.ip.isInRange()", "wrong number of arguments in extension function application. Expected 2, got 1"],
    ['context.ip.isInRange("10.0.0.0/8")', "unexpected type: expected ipaddr but saw String"],
    ["resource.price.lessThan(1)", "unexpected type: expected decimal but saw Long"],
  ]);
});

describe("what is never evaluated is not checked", () => {
  table([
    ["false && 1"],
    ["true || 1"],
    ["if false then 1 else true"],
    ["if true then true else 1"],
    ["resource is Folder && 1"],
    ['principal is Robot in Group::"a" && 1'],
    ['action == Action::"view" && 1'],
    ['action in [Action::"group", Action::"view"] && 1'],
    ['action in User::"a" && 1'],
    ['principal in Folder::"a" && 1'],
    ['User::"a" == User::"b" && 1'],
  ]);
});

describe("what has a type in spite of an error inside", () => {
  table([
    ["(1 && true) && 2", "unexpected type: expected Bool but saw Long", "unexpected type: expected Bool but saw Long"],
    ["(1 || true) || 2", "unexpected type: expected Bool but saw Long", "unexpected type: expected Bool but saw Long"],
    [
      "{a: principal == 1}.a == 2",
      "the types Bool and Long are not compatible",
      "the types Long and User are not compatible",
    ],
  ]);
});

describe("permissive checking", () => {
  test.each([
    "1 == true",
    "[] == [1]",
    "[1, 1].contains(true)",
    "[principal, resource].contains(principal)",
    "principal.roles.containsAny([])",
    "ip(principal.name).isIpv4()",
    "(if principal has age then principal else resource) has owner",
    '(if principal has age then principal else resource) in Group::"a"',
    "(if principal has age then principal else resource) is User",
    "(if principal has age then {a: 1, b: 2} else {a: 1}).a == 1",
    "(if principal has age then {a: 1, b: 2} else {a: 1}) has b",
    '(if principal has age then [principal.address] else [{street: ""}]).isEmpty()',
  ])("%s", (condition) => {
    const found = faults(condition, { mode: "permissive" });
    expect(found).toEqual([]);
  });
});
