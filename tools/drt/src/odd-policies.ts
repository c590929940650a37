// biome-ignore-all lint/suspicious/noThenProperty: policies have a `then`
import { jsonFraction } from "@deodar/json";
import type { Choices } from "@deodar/testing";

const uid = { type: "User", id: "a" };
const action = { type: "Action", id: "x" };
const escaped = { __entity: uid };
const far = "é".repeat(400);

/** Constraints of scopes, good ones and others, as the JSON format has them or nearly so. */
// biome-ignore format: a table reads better packed
const constraints: readonly unknown[] = [
  { op: "All" }, { op: "all" }, { op: "All", entity: uid }, ["All"], ["all", 1], ["All", null], ["==", { entity: uid }], ["==", uid], ["in", { slot: "?principal" }], ["is", "User"], ["is", "User", null], ["is", "User", { entity: uid }], ["is", "User", { entity: uid }, 1], ["is"], [], ["nope"], [1],
  { op: "==", entity: uid }, { op: "==", entity: action }, { op: "==", entity: escaped }, { op: "==", slot: "?principal" }, { op: "==", slot: "?resource" }, { op: "==", slot: "?x" }, { op: "==", slot: 1 }, { op: "==", slot: { "?principal": null } }, { op: "==", slot: { "?resource": 1 } }, { op: "==" },
  { op: "==", entity: uid, slot: "?principal" }, { op: "==", entity: uid, more: 1 }, { op: "==", entities: [uid] }, { op: "in", entity: uid }, { op: "in", entities: [action, action] }, { op: "in", entities: [uid, action, uid] }, { op: "in", entities: [uid, { type: "Doc", id: "b" }, { type: "NS::Doc", id: "c" }] },
  { op: "in", entities: [] }, { op: "in", entities: uid }, { op: "in", entities: [1] }, { op: "in", slot: "?principal" }, { op: "in", slot: "?resource" }, { op: "in", entity: { type: "NS::Action", id: "a" } }, { op: "is", entity_type: "User" }, { op: "is", entity_type: "User", in: { entity: uid } },
  { op: "is", entity_type: "User", in: { slot: "?principal" } }, { op: "is", entity_type: "User", in: { slot: "?resource" } }, { op: "is", entity_type: "User", in: null }, { op: "is", entity_type: "User", in: {} }, { op: "is", entity_type: 1 }, { op: "is", entity_type: "in" }, { op: "is", entity_type: "a b" }, { op: "is", entity_type: "A :: B" }, { op: "is", entity_type: "User " }, { op: "is", entity_type: "A // b::c\n::B" }, { op: "==", entity: { type: "\tA::\nB", id: "a" } },
  { op: "is" }, { op: "is", entity_type: "User", more: 1 }, { op: "nope" }, { op: 1 }, { op: null }, { op: { All: null } }, {}, null, "All", 1, jsonFraction("1.5"), true, { op: "==", entity: { type: "User", id: "a", more: 1 } }, { op: "==", entity: { type: "__cedar::X", id: "a" } }, { op: "==", entity: { type: "é", id: "a" } },
  { op: "==", entity: { __expr: "User::\"a\"" } }, { op: "==", entity: { __extn: { fn: "ip", arg: "::" } } }, { op: "==", entity: { type: far, id: "a" } }, { op: "==", entity: { type: "User" } }, { op: "==", entity: "User::\"a\"" }, { op: "==", entity: ["User", "a"] }, { op: "==", entity: null }, { op: "==", entity: [] },
];

const value = { Value: 1 };
const variable = { Var: "principal" };

/** Expressions with something odd in them. */
// biome-ignore format: a table reads better packed
const bodies: readonly unknown[] = [
  { Value: 9223372036854775808n }, { Value: 9007199254740993n }, { Value: { a: -9223372036854775809n } }, { Value: { __extn: { fn: "ip", arg: "::", more: 9223372036854775808n } } }, { Value: "\ud800" }, { Value: { "\udc00": 1 } }, { Var: 9223372036854775808n },
  { Value: { __entity: { ...uid, more: jsonFraction("1.5") } } }, { has: { left: variable, attr: ["a", "b c", "d"] } }, { "&&": { left: { has: { left: variable, attr: ["a b", "c"] } }, right: value } }, { "||": { left: { has: { left: variable, attr: ["a b", "c"] } }, right: value } },
  { Value: true }, { Value: null }, { Value: jsonFraction("1.5") }, { Value: jsonFraction("1e21") }, { Value: [1, null] }, { Value: { a: { b: null } } }, { Value: { __expr: "1" } }, { Value: { __expr: 1 } }, { Value: { __entity: uid } }, { Value: { __entity: uid, more: 1 } }, { Value: { __entity: { type: "in", id: "a" } } }, { Value: { __entity: 1 } },
  { Value: { __extn: { fn: "ip", arg: "::" } } }, { Value: { __extn: { fn: "ip", args: ["::"] } } }, { Value: { __extn: { fn: "nope", arg: 1 } } }, { Value: { __extn: { fn: "in", arg: 1 } } }, { Value: { __extn: { fn: "ip" } } }, { Value: { __extn: { fn: "ip", arg: jsonFraction("1.5") } } }, { Value: { __extn: { fn: "ip", args: [jsonFraction("1.5")] } } }, { Value: { __extn: 1 } }, { Value: { __extn: { fn: "unknown", arg: "x" } } }, { Value: { a: 1, __entity: 1 } },
  { Value: { __extn: { fn: "offset", args: [{ __extn: { fn: "datetime", arg: "2024-01-01" } }, { __extn: { fn: "duration", arg: "1d" } }] } } }, { Value: { __extn: { fn: "isIpv4", arg: { __extn: { fn: "ip", arg: "::" } } } } }, { Value: [[{ __extn: { fn: "f", args: [] } }]] },
  { Var: "principal" }, { Var: "context" }, { Var: "foo" }, { Var: 1 }, { Var: { principal: null } }, { Var: { principal: 1 } }, { Slot: "?principal" }, { Slot: "?resource" }, { Slot: "?x" }, { Slot: 1 }, { Unknown: { name: "x" } }, { Unknown: 1 }, { "!": { arg: value } }, { "!": value }, { "!": {} }, { "!": [value] }, { neg: { arg: value } },
  { "==": { left: value, right: value } }, { "==": [value, value] }, { "==": [value] }, { "==": [value, value, value] }, { "==": [] }, { "==": { left: value } }, { "==": { left: value, right: value, more: 1 } }, { "==": 1 }, { "==": { left: value, right: { Value: null } } }, { "&&": { left: value, right: value } },
  { ".": { left: variable, attr: "a" } }, { ".": { left: variable, attr: 1 } }, { ".": [variable, "a"] }, { ".": [variable] }, { has: { left: variable, attr: "a" } }, { has: { left: variable, attr: ["a", "b"] } }, { has: { left: variable, attr: [] } }, { has: { left: variable, attr: ["a b", "c"] } }, { has: { left: variable, attr: ["a", 1] } }, { has: [variable, "a"] },
  { like: { left: value, pattern: ["Wildcard", { Literal: "a" }] } }, { like: { left: value, pattern: [{ Wildcard: null }, { Literal: "\u{1f980}*" }] } }, { like: { left: value, pattern: [{ Wildcard: 1 }] } }, { like: { left: value, pattern: "a*" } }, { like: { left: value, pattern: [{ Literal: 1 }] } }, { like: { left: value, pattern: ["Nope"] } }, { like: { left: value, pattern: [{}] } },
  { like: { left: value, pattern: [1] } }, { like: { left: value, pattern: [["Wildcard"]] } }, { like: { left: value, pattern: [{ Literal: "a", Wildcard: null }] } }, { like: { left: value, pattern: ["Literal"] } }, { like: [value, []] }, { is: { left: variable, entity_type: "User" } }, { is: { left: variable, entity_type: "User", in: value } },
  { is: { left: variable, entity_type: "a b" } }, { is: { left: variable, entity_type: 1 } }, { is: { left: variable, entity_type: "__cedar" } }, { is: [variable, "User", null] }, { is: [variable, "User"] }, { is: [variable, "User", value, 1] }, { "if-then-else": Object.fromEntries([["if", value], ["then", value], ["else", value]]) }, { "if-then-else": [value, value, value] },
  { "if-then-else": Object.fromEntries([["if", value], ["then", value]]) }, { Set: [value, value] }, { Set: {} }, { Set: [1] }, { Record: { a: value } }, { Record: { a: 1 } }, { Record: [] }, { Record: { "\u{1f980}": value, "\uffff": value, "": value } }, { ip: [{ Value: "::" }] }, { ip: { Value: "::" } }, { ip: [] }, { ip: [value, value] }, { isIpv4: [{ ip: [{ Value: "::" }] }] },
  { nope: [value] }, { unknown: [{ Value: "x" }] }, { "a b": [value] }, { "": [value] }, { in: [value, value] }, { contains: { left: value, right: value } }, { contains: [value] }, { isEmpty: { arg: value } }, { isEmpty: { left: value } }, { isEmpty: [value] }, { hasTag: { left: variable, right: value } }, { toDate: [] }, { isInRange: [value] },
  {}, [], null, 1, "a", true, jsonFraction("1.5"), { Value: 1, Var: "principal" }, { Value: 1, more: 1 }, { "==": null }, { ".": null }, [value], { lessThan: [value, value] }, { decimal: value }, { "if-then-else": null }, { is: null }, { like: null }, { has: null }, { Record: null }, { Set: null },
];

// biome-ignore format: a table reads better packed
const annotations: readonly unknown[] = [{}, { a: "x" }, { a: null }, { a: "" }, { "": "x" }, { "a b": "x" }, { if: "x" }, { __cedar: "x" }, { "a::b": "x" }, { " a": "x" }, { "1": "x" }, { é: "x" }, { a: 1 }, [], null, "a", { "a ": "x" }, { "// c": "x" }, { "a// c": "x" }, { "\n": "x" }];

// biome-ignore format: a table reads better packed
const conditions: readonly unknown[] = [{ kind: "if", body: value }, { kind: "when" }, { body: value }, { kind: "when", body: value, more: 1 }, ["when", value], ["when"], ["when", value, 1], [], null, 1, { kind: 1, body: value }, { kind: { when: null }, body: value }, { kind: { unless: 1 }, body: value }];

/** A policy in JSON with one odd part. */
export function drawOddPolicy(choices: Choices): unknown {
  const all = { op: "All" };
  const policy: { [key: string]: unknown } = {
    effect: choices.pick(["permit", "forbid"]),
    principal: all,
    action: all,
    resource: all,
    conditions: [],
  };
  const kind = choices.pick(["when", "unless"]);
  switch (choices.below(12)) {
    case 0:
      policy["effect"] = choices.pick(["Permit", 1, null, { permit: null }, { forbid: 1 }, {}, ["permit"]]);
      break;
    case 1:
      policy["annotations"] = choices.pick(annotations);
      break;
    case 2:
      policy["conditions"] = choices.pick([{}, null, 1, "a", [choices.pick(conditions)]]);
      break;
    case 3:
      policy["more"] = 1;
      break;
    case 4:
      delete policy[choices.pick(Object.keys(policy))];
      break;
    case 5:
      return choices.pick([
        Object.values(policy),
        Object.values(policy).slice(1),
        [...Object.values(policy), {}, 1],
        null,
        1,
        [],
      ]);
    case 6:
    case 7:
    case 8:
      policy[choices.pick(["principal", "action", "resource"])] = choices.pick(constraints);
      break;
    default:
      policy["conditions"] = [{ kind, body: choices.pick(bodies) }];
  }
  return policy;
}
