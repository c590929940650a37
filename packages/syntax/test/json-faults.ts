import type { Plain } from "./arbitrary/mutation.ts";

const all = { op: "All" };
const user = { type: "User", id: "a" };
const one = { Value: 1 };

/** A policy without constraints, with these members instead of its own. */
export function policyWith(members: { readonly [key: string]: Plain }): Plain {
  return { effect: "permit", principal: all, action: all, resource: all, conditions: [], ...members };
}

/** A policy with this one condition. */
export function policyWhen(body: Plain): Plain {
  return policyWith({ conditions: [{ kind: "when", body }] });
}

const body = ["conditions", 0, "body"];

/** A faulty document, the code of its first fault, the path to it, and whether the reference words it differently. */
export type FaultyDocument = readonly [
  json: Plain,
  code: string,
  path: readonly (string | number)[],
  different?: "different",
];

export const faultyDocuments: readonly FaultyDocument[] = [
  [5, "unexpected-type", []],
  [null, "unexpected-type", []],
  [["permit", all, all, all], "wrong-length", []],
  [["permit", all, all, all, [], {}, 1], "wrong-length", []],
  [policyWith({ x: 1 }), "unknown-field", ["x"]],
  [{ effect: "permit", principal: all, action: all, resource: all }, "missing-field", []],
  [policyWith({ effect: "Permit" }), "unknown-variant", ["effect"]],
  [policyWith({ effect: 1 }), "unexpected-type", ["effect"]],
  [policyWith({ effect: {} }), "single-key", ["effect"]],
  [policyWith({ effect: { permit: 1 } }), "unexpected-type", ["effect", "permit"]],
  [policyWith({ principal: "All" }), "unexpected-type", ["principal"]],
  [policyWith({ principal: {} }), "missing-field", ["principal"]],
  [policyWith({ principal: [] }), "missing-field", ["principal"]],
  [policyWith({ principal: { op: "foo" } }), "unknown-variant", ["principal", "op"]],
  [policyWith({ principal: { op: 1 } }), "unexpected-type", ["principal", "op"]],
  [policyWith({ principal: ["All", 1] }), "wrong-length", ["principal"]],
  [policyWith({ principal: ["==", { entity: user }] }), "no-match", ["principal"]],
  [policyWith({ principal: { op: "==" } }), "no-match", ["principal"]],
  [policyWith({ principal: { op: "in", slot: "?foo" } }), "no-match", ["principal"]],
  [policyWith({ principal: { op: "==", slot: "?resource" } }), "wrong-slot", ["principal", "slot"]],
  [
    policyWith({ resource: { op: "is", entity_type: "T", in: { slot: "?principal" } } }),
    "wrong-slot",
    ["resource", "in", "slot"],
  ],
  [policyWith({ principal: { op: "is", entity_type: "U", x: 1 } }), "unknown-field", ["principal", "x"]],
  [policyWith({ principal: { op: "is" } }), "missing-field", ["principal"]],
  [policyWith({ principal: { op: "is", entity_type: 1 } }), "unexpected-type", ["principal", "entity_type"]],
  [policyWith({ principal: { op: "is", entity_type: "A ::B" } }), "invalid-name", ["principal", "entity_type"]],
  [policyWith({ principal: { op: "is", entity_type: "A// ::C\n::B" } }), "invalid-name", ["principal", "entity_type"]],
  [policyWith({ principal: { op: "is", entity_type: "A", in: 1 } }), "no-match", ["principal", "in"]],
  [policyWith({ principal: ["is", "A"] }), "wrong-length", ["principal"]],
  [policyWith({ principal: ["is", "A", null, 1] }), "wrong-length", ["principal"]],
  [policyWith({ action: { op: "is", entity_type: "A" } }), "unknown-variant", ["action", "op"]],
  [policyWith({ action: { op: "==", slot: "?principal" } }), "action-slot", ["action", "slot"]],
  [policyWith({ action: { op: "in", entities: {} } }), "no-match", ["action"]],
  [policyWith({ action: { op: "==", entity: user } }), "not-an-action", ["action"]],
  [policyWith({ action: { op: "in", entity: user } }), "not-an-action", ["action"]],
  [policyWith({ action: { op: "in", entities: [user, user] } }), "not-an-action", ["action", "entities"]],
  [
    policyWith({ action: { op: "in", entities: [user, { type: "B", id: "'" }, user] } }),
    "not-an-action",
    ["action", "entities"],
  ],
  [policyWith({ principal: { op: "==", entity: 'User::"a"' } }), "not-an-entity", ["principal", "entity"]],
  [
    policyWith({ principal: { op: "==", entity: ["a", { b: [1, 2] }, null] } }),
    "not-an-entity",
    ["principal", "entity"],
  ],
  [
    policyWith({ principal: { op: "==", entity: { type: "User", a: { c: 1, b: [1, 2] } } } }),
    "not-an-entity",
    ["principal", "entity"],
  ],
  [policyWith({ principal: { op: "==", entity: { __expr: "x" } } }), "expression-escape", ["principal", "entity"]],
  [
    policyWith({ principal: { op: "==", entity: { type: "__cedar::A", id: "a" } } }),
    "invalid-name",
    ["principal", "entity"],
  ],
  [
    policyWith({ principal: { op: "==", entity: { type: "A b", id: "a" } } }),
    "invalid-name",
    ["principal", "entity"],
    "different",
  ],
  [policyWith({ principal: { op: "==", entity: { type: "", id: "a" } } }), "invalid-name", ["principal", "entity"]],
  [policyWith({ conditions: null }), "unexpected-type", ["conditions"]],
  [policyWith({ conditions: [null] }), "unexpected-type", ["conditions", 0]],
  [policyWith({ conditions: [["when"]] }), "wrong-length", ["conditions", 0]],
  [policyWith({ conditions: [[{ when: null }, one]] }), "unexpected-type", ["conditions", 0, 0]],
  [policyWith({ conditions: [["when", one, 1]] }), "wrong-length", ["conditions", 0]],
  [policyWith({ conditions: [{ kind: "When", body: one }] }), "unknown-variant", ["conditions", 0, "kind"]],
  [policyWith({ conditions: [{ body: one }] }), "missing-field", ["conditions", 0]],
  [policyWith({ conditions: [{ kind: "when", body: one, x: 1 }] }), "unknown-clause-field", ["conditions", 0, "x"]],
  [policyWith({ annotations: [] }), "unexpected-type", ["annotations"]],
  [policyWith({ annotations: { a: 1 } }), "unexpected-type", ["annotations", "a"]],
  [policyWith({ annotations: { " a": "" } }), "invalid-annotation-key", ["annotations", " a"]],
  [policyWith({ annotations: { "a// c": "" } }), "invalid-annotation-key", ["annotations", "a// c"]],
  [policyWith({ annotations: { "": "" } }), "invalid-annotation-key", ["annotations", ""]],
  [policyWith({ annotations: { "a b": "" } }), "invalid-annotation-key", ["annotations", "a b"], "different"],
  [policyWhen({}), "no-operator", body],
  [policyWhen({ Value: 1, Var: "principal" }), "several-operators", body],
  [policyWhen([one]), "unexpected-type", body],
  [policyWhen({ foo: 1 }), "unknown-variant", body],
  [policyWhen({ "==": [one, one] }), "unexpected-type", [...body, "=="]],
  [policyWhen({ "==": { left: one, right: one, x: 1 } }), "unknown-field", [...body, "==", "x"]],
  [policyWhen({ "==": { left: one } }), "missing-field", [...body, "=="]],
  [policyWhen({ "&&": { left: { "&&": { left: one } }, right: one } }), "missing-field", [...body, "&&", "left", "&&"]],
  [policyWhen({ "!": { left: one } }), "unknown-field", [...body, "!", "left"]],
  [policyWhen({ Var: "foo" }), "unknown-variant", [...body, "Var"]],
  [policyWhen({ Slot: "?principal" }), "slot-in-condition", [...body, "Slot"]],
  [
    policyWith({ conditions: [{ kind: "unless", body: { Set: [{ Slot: "?resource" }] } }] }),
    "slot-in-condition",
    [...body, "Set", 0, "Slot"],
  ],
  [policyWhen({ Slot: "principal" }), "unknown-variant", [...body, "Slot"]],
  [policyWhen({ has: { left: one } }), "no-match", [...body, "has"]],
  [policyWhen({ has: { left: one, attr: [] } }), "no-match", [...body, "has"]],
  [policyWhen({ has: { left: one, attr: ["a", 1] } }), "no-match", [...body, "has"]],
  [policyWhen({ has: [one, "a"] }), "no-match", [...body, "has"]],
  [policyWhen({ ".": { left: one, attr: ["a"] } }), "unexpected-type", [...body, ".", "attr"]],
  [policyWhen({ ".": { left: one } }), "missing-field", [...body, "."]],
  [policyWhen({ like: { left: one } }), "missing-field", [...body, "like"]],
  [policyWhen({ like: { left: one, pattern: "a*" } }), "unexpected-type", [...body, "like", "pattern"]],
  [policyWhen({ like: { left: one, pattern: ["Literal"] } }), "unexpected-type", [...body, "like", "pattern", 0]],
  [
    policyWhen({ like: { left: one, pattern: [{ Literal: 1 }] } }),
    "unexpected-type",
    [...body, "like", "pattern", 0, "Literal"],
  ],
  [
    policyWhen({ like: { left: one, pattern: [{ Wildcard: 1 }] } }),
    "unexpected-type",
    [...body, "like", "pattern", 0, "Wildcard"],
  ],
  [policyWhen({ like: { left: one, pattern: ["wild"] } }), "unknown-variant", [...body, "like", "pattern", 0]],
  [policyWhen({ like: { left: one, pattern: [1] } }), "unexpected-type", [...body, "like", "pattern", 0]],
  [policyWhen({ like: { left: one, pattern: [{}] } }), "single-key", [...body, "like", "pattern", 0]],
  [policyWhen({ is: { left: one } }), "missing-field", [...body, "is"]],
  [policyWhen({ is: { left: one, entity_type: 1 } }), "unexpected-type", [...body, "is", "entity_type"]],
  [policyWhen({ is: { left: one, entity_type: "A\n" } }), "invalid-name", [...body, "is", "entity_type"]],
  [policyWhen({ is: { left: one, entity_type: "__cedar::A" } }), "invalid-name", [...body, "is", "entity_type"]],
  [policyWhen({ is: { left: one, entity_type: "A", in: 1 } }), "unexpected-type", [...body, "is", "in"]],
  // biome-ignore lint/suspicious/noThenProperty: policy JSON has this key
  [policyWhen({ "if-then-else": { if: one, then: one } }), "missing-field", [...body, "if-then-else"]],
  [policyWhen({ Set: {} }), "unexpected-type", [...body, "Set"]],
  [policyWhen({ Record: [] }), "unexpected-type", [...body, "Record"]],
  [policyWhen({ Record: { a: 1.5 } }), "unexpected-type", [...body, "Record", "a"]],
  [policyWhen({ ip: { arg: one } }), "unexpected-type", [...body, "ip"]],
  [policyWhen({ ip: ["x"] }), "unexpected-type", [...body, "ip", 0]],
  [policyWhen({ Value: null }), "null-value", [...body, "Value"]],
  [policyWhen({ Value: [1, { a: null }] }), "null-value", [...body, "Value", 1, "a"]],
  [
    policyWhen({ Value: { __extn: { fn: "ip", args: [null] } } }),
    "null-value",
    [...body, "Value", "__extn", "args", 0],
  ],
  [policyWhen({ Value: 1.5 }), "no-match", [...body, "Value"]],
  [policyWhen({ Value: [1e300] }), "no-match", [...body, "Value", 0]],
  [
    policyWhen({ Value: { __entity: { type: "A", id: "", x: [1, { y: 1.5 }] } } }),
    "no-match",
    [...body, "Value", "__entity", "x"],
  ],
  [
    policyWhen({ Value: { __extn: { fn: "f", arg: 1, args: [1e30] } } }),
    "no-match",
    [...body, "Value", "__extn", "args"],
  ],
  [policyWhen({ Value: { __extn: { fn: "f", args: [], x: 2 ** 63 } } }), "no-match", [...body, "Value", "__extn", "x"]],
  [policyWhen({ Value: { __expr: "1" } }), "expression-escape", [...body, "Value"]],
  [policyWhen({ Value: { __extn: { fn: "__cedar", arg: 1 } } }), "invalid-name", [...body, "Value", "__extn", "fn"]],
  [
    policyWhen({ Value: { __entity: { type: "A::B ", id: "" } } }),
    "invalid-name",
    [...body, "Value", "__entity", "type"],
  ],
];
