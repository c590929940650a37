import { describe, expect, test } from "vitest";
import {
  ancestors,
  evaluate,
  isAuthorized,
  type JsonValue,
  ModelInputError,
  parseJson,
  readEntities,
  readPolicies,
  readRequest,
} from "../src/index.ts";

const uid = (type: string, id: string) => ({ type, id });
const alice = uid("User", "alice");
const request = readRequest({
  principal: alice,
  action: uid("Action", "view"),
  resource: uid("Photo", "p"),
  context: { big: 9223372036854775807n, since: { __extn: { fn: "datetime", arg: "2024-01-01" } } },
});
const entities = readEntities([
  { uid: alice, attrs: { age: 7 }, parents: [uid("Group", "a")], tags: { role: "admin" } },
  { uid: uid("Group", "a"), attrs: {}, parents: [uid("Group", "b"), uid("Group", "missing")] },
  { uid: uid("Group", "b"), attrs: {}, parents: [uid("Group", "a")] },
]);
const run = (expression: JsonValue) => evaluate(expression, request, entities);
const text = (value: string) => ({ Value: value });
const call = (name: string, ...args: readonly JsonValue[]) => run({ [name]: args });

describe("extension types", () => {
  test.each([
    ["12.3400", 123400n],
    ["-0.5", -5000n],
    ["00001.5", 15000n],
    ["922337203685477.5807", 9223372036854775807n],
    ["-922337203685477.5808", -9223372036854775808n],
  ])("decimal(%j)", (given, value) => {
    expect(call("decimal", text(given))).toEqual({ value: { kind: "decimal", value } });
  });

  test.each([
    ["decimal", ["", "1", "1.", ".1", "+1.0", "1.00000", "1.a", "-.1", "922337203685477.5808"]],
    [
      "ip",
      [
        "",
        "1.2.3",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4/33",
        "1.2.3.4/01",
        "1.2.3.4/",
        "1::2::3",
        ":::",
        "::ffff:1.2.3.4",
      ],
    ],
    [
      "ip",
      [
        "::1/129",
        "12345::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8::",
        "::g",
        " ::1",
        "[::1]",
        "::1%0",
        "1:2:3:4:5:6:7:8:9",
      ],
    ],
    ["datetime", ["2024-02-30", "1900-02-29", "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01T00:00:60Z"]],
    [
      "datetime",
      ["2024-1-01", "2024-01-01t00:00:00Z", "2024-01-01T00:00:00.00Z", "2024-01-01T00:00:00+01:00", "2024-01-01Z"],
    ],
    ["datetime", ["2024-01-01T00:00:00+2400", "2024-01-01T00:00:00+0060", "2024-01-01T00:00:00.000", "10000-01-01"]],
    ["duration", ["", "-", "1", "d", "1h1d", "1d1d", "+1d", "1.5h", "1ms1s", "9223372036854775808ms", "- 1d"]],
  ])("%s refuses %j", (name, texts) => {
    expect(texts.map((each) => call(name, text(each)))).toEqual(texts.map(() => ({ error: "extension-failed" })));
  });

  test.each([
    ["1.2.3.4", 4, 0x01020304n, 32],
    ["255.255.255.255/0", 4, 0xffffffffn, 0],
    ["::", 6, 0n, 128],
    ["1:2:3:4:5:6:7::", 6, 0x00010002000300040005000600070000n, 128],
    ["::ffff:102:304/96", 6, 0xffff01020304n, 96],
    ["ABCD:EF01:2345:6789:ABCD:EF01:2345:6789/128", 6, 0xabcdef0123456789abcdef0123456789n, 128],
  ])("ip(%j)", (given, version, address, prefix) => {
    expect(call("ip", text(given))).toEqual({ value: { kind: "ip", version, address, prefix } });
  });

  test.each([
    ["1970-01-01", 0n],
    ["0000-01-01", -62167219200000n],
    ["9999-12-31T23:59:59.999-2359", 253402387139999n],
    ["2024-02-29T01:02:03.004Z", 1709168523004n],
    ["1969-12-31T23:59:59Z", -1000n],
  ])("datetime(%j)", (given, value) => {
    expect(call("datetime", text(given))).toEqual({ value: { kind: "datetime", value } });
  });

  test.each([
    ["1d2h3m4s5ms", 93784005n],
    ["-1d1h", -90000000n],
    ["5ms", 5n],
    ["-9223372036854775808ms", -9223372036854775808n],
  ])("duration(%j)", (given, value) => {
    expect(call("duration", text(given))).toEqual({ value: { kind: "duration", value } });
  });

  test("methods", () => {
    const duration = { duration: [text("-36h")] };
    const before = { datetime: [text("1969-12-31T23:00:00Z")] };
    const loopback = (ip: string) => call("isLoopback", { ip: [text(ip)] });
    expect(call("toDays", duration)).toEqual({ value: -1n });
    expect(call("toTime", before)).toEqual({ value: { kind: "duration", value: 82800000n } });
    expect(call("toDate", before)).toEqual({ value: { kind: "datetime", value: -86400000n } });
    expect(call("offset", before, duration)).toEqual({ value: { kind: "datetime", value: -133200000n } });
    expect([loopback("127.0.0.1/7"), loopback("127.9.9.9"), loopback("::1"), loopback("::1/127")]).toEqual(
      [false, true, true, false].map((value) => ({ value })),
    );
    expect(call("isInRange", { ip: [text("10.1.0.0/16")] }, { ip: [text("10.0.0.0/8")] })).toEqual({ value: true });
    expect(call("isInRange", { ip: [text("10.0.0.0/8")] })).toEqual({ error: "wrong-argument-count" });
    expect(call("lessThan", { decimal: [text("1.0")] }, { Value: 2 })).toEqual({ error: "type-error" });
  });
});

describe("expressions", () => {
  const principal = { Var: "principal" };
  const context = { Var: "context" };

  test("errors of every kind", () => {
    expect(run({ "+": { left: { ".": { left: context, attr: "big" } }, right: { Value: 1 } } })).toEqual({
      error: "integer-overflow",
    });
    expect(run({ ".": { left: principal, attr: "name" } })).toEqual({ error: "missing-attribute" });
    expect(run({ getTag: { left: principal, right: text("x") } })).toEqual({ error: "missing-tag" });
    expect(run({ ".": { left: { Var: "resource" }, attr: "x" } })).toEqual({ error: "missing-entity" });
    expect(run({ "!": { arg: { Value: 1 } } })).toEqual({ error: "type-error" });
  });

  test("records fail in the order of their keys by code points", () => {
    const overflow = { neg: { arg: { Value: -9223372036854775808n } } };
    const badType = { neg: { arg: { Value: true } } };
    expect(run({ Record: { "\u{1f600}": overflow, "\uffff": badType } })).toEqual({ error: "type-error" });
  });

  test("`has` on a path, `like`, `is in`, sets", () => {
    expect(run({ has: { left: context, attr: ["big", "x"] } })).toEqual({ error: "type-error" });
    expect(run({ has: { left: context, attr: ["none", "x"] } })).toEqual({ value: false });
    const pattern = ["Wildcard", { Literal: "b*" }, "Wildcard"];
    expect(run({ like: { left: text("aab*c"), pattern } })).toEqual({ value: true });
    expect(run({ like: { left: text("aabc"), pattern } })).toEqual({ value: false });
    const group = { Value: { __entity: uid("Group", "missing") } };
    expect(run({ is: { left: principal, entity_type: "User", in: group } })).toEqual({ value: true });
    expect(run({ "==": { left: { Set: [text("a"), text("b")] }, right: { Value: ["b", "a", "b"] } } })).toEqual({
      value: true,
    });
  });

  test("ancestors through cycles, and of what is not there", () => {
    expect(ancestors(alice, entities)).toHaveLength(3);
    expect(ancestors(uid("Group", "b"), entities).map(({ id }) => id)).toEqual(["a", "b", "missing"]);
    expect(ancestors(uid("Group", "missing"), entities)).toEqual([]);
  });
});

describe("policies", () => {
  const template = {
    effect: "permit",
    principal: { op: "in", slot: "?principal" },
    action: { op: "in", entities: [uid("Action", "view"), uid("Action", "edit")] },
    resource: { op: "is", entity_type: "Photo" },
    conditions: [{ kind: "unless", body: { Value: false } }],
  };
  const set = (values: JsonValue) => ({
    templates: { share: template },
    templateLinks: [{ templateId: "share", newId: "shared", values }],
    staticPolicies: {
      broken: {
        ...template,
        effect: "forbid",
        principal: { op: "All" },
        conditions: [{ kind: "when", body: { Value: 1 } }],
      },
    },
  });

  test("a link is a policy of its own; a failing policy is reported and left out", () => {
    const policies = readPolicies(set({ "?principal": uid("Group", "b") }));
    expect(isAuthorized({ policies, entities, request })).toEqual({
      decision: "allow",
      reasons: ["shared"],
      errors: [{ policyId: "broken", error: "type-error" }],
    });
  });

  test("a link fills each slot, and no other", () => {
    expect(() => readPolicies(set({}))).toThrow(new ModelInputError("the slots of shared are not filled, each once"));
    expect(() => readPolicies(set({ "?principal": alice, "?resource": alice }))).toThrow(ModelInputError);
  });
});

describe("JSON", () => {
  test("integers stay exact and keys are only keys", () => {
    expect(parseJson(' [9223372036854775807, -1, "\\u0041", true, {"__proto__": null}, [], {}] ')).toEqual([
      9223372036854775807n,
      -1,
      "A",
      true,
      Object.fromEntries([["__proto__", null]]),
      [],
      {},
    ]);
  });

  test.each(["", "1.5", "1e3", "{", "[1,]", "[1 2]", '{"a":1,"a":2}', "nul", "1 2", '"a'])("%j is refused", (json) => {
    expect(() => parseJson(json)).toThrow(ModelInputError);
  });
});
