import { readFileSync } from "node:fs";
import { Entities, emptyRecord, entityUid, recordOf, setOf, type Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { partialRecord, unknown } from "@deodar/evaluator/partial";
import { printPolicy } from "@deodar/syntax";
import { describe, expect, it } from "vitest";
import {
  isAuthorizedPartial,
  partialCatalogue,
  partialContextFromJson,
  partialContextFromPlain,
  partialEntitiesFromJson,
  partialEntitiesFromPlain,
  partialRequestFromPlain,
  reauthorize,
} from "../src/partial/index.ts";
import { faultsOf, policySet } from "./support.ts";

const ada = entityUid("User", "ada");
const view = entityUid("Action", "view");
const plan = entityUid("Doc", "plan");
const none = new Entities();
const hidden = (name: unknown): object => ({ __extn: { fn: "unknown", arg: name } });

describe("isAuthorizedPartial", () => {
  const policies = policySet({
    owner: '@id("own") @quiet permit (principal, action, resource) when { resource.owner == principal };',
    open: 'permit (principal, action == Action::"view", resource);',
    never: "permit (principal is Bot, action, resource);",
    broken: 'permit (principal, action, resource) when { 1 + "1" == 2 };',
    locked: "forbid (principal, action, resource) when { context.locked };",
  });
  const request = { principal: ada, action: view, context: partialRecord([["locked", unknown("locked")]]) };
  const response = isAuthorizedPartial({ request, policies, entities: none });

  it("says what holds for all unknowns, and what may", () => {
    expect({ ...response, residuals: undefined, request: undefined, errors: undefined, unknowns: undefined }).toEqual({
      decision: undefined,
      satisfied: ["open"],
      errored: ["broken"],
      mayBeDetermining: ["owner", "open", "locked"],
      mustBeDetermining: [],
      nontrivialResiduals: ["owner", "locked"],
    });
    expect(response.errors).toMatchObject([{ policyId: "broken", error: { code: "evaluate/type-error" } }]);
  });

  it("gives what is left of every policy as a policy", () => {
    expect(Array.from(response.residuals, ([id, residual]) => [id, printPolicy(residual)])).toMatchInlineSnapshot(`
      [
        [
          "owner",
          "@id("own")
      @quiet("")
      permit(principal, action, resource) when { true && (true && (true && (unknown("resource").owner == User::"ada"))) };",
        ],
        [
          "open",
          "permit(principal, action, resource) when { true };",
        ],
        [
          "never",
          "permit(principal, action, resource) when { false };",
        ],
        [
          "broken",
          "permit(principal, action, resource) when { false };",
        ],
        [
          "locked",
          "forbid(principal, action, resource) when { true && (true && (true && unknown("locked"))) };",
        ],
      ]
    `);
  });

  it("decides once enough is known, and keeps what failed", () => {
    const unlocked = unwrap(reauthorize(response, { unknowns: [["locked", false]], entities: none }));
    expect([unlocked.decision, unlocked.errored, unlocked.nontrivialResiduals]).toEqual([
      "allow",
      ["broken"],
      ["owner"],
    ]);
    expect(unlocked.errors).toEqual(response.errors);
    const locked = unwrap(reauthorize(response, { unknowns: [["locked", true]], entities: none }));
    expect([locked.decision, locked.mustBeDetermining]).toEqual(["deny", ["locked"]]);
    const twice = unwrap(reauthorize(unlocked, { resource: plan, entities: none }));
    expect(twice.errors.map(({ policyId }) => policyId)).toEqual(twice.errored);
    expect([twice.decision, twice.errored, twice.nontrivialResiduals]).toEqual(["allow", ["owner", "broken"], []]);
  });

  it("refuses what only looks like a request", () => {
    const wrong = { type: "User", id: "ada" } as never;
    const call =
      (bad: object): (() => unknown) =>
      () =>
        isAuthorizedPartial({ request: bad, policies, entities: none });
    expect(call({ principal: wrong })).toThrow(TypeError);
    expect(call({ context: {} })).toThrow(TypeError);
    expect(call({ context: unknown("context") })).toThrow(TypeError);
    expect(call({})).not.toThrow();
  });
});

describe("reauthorize", () => {
  const policies = policySet({ p: "permit (principal, action, resource) when { context.ip.isLoopback() };" });
  const context = unwrap(partialContextFromPlain({ ip: { __extn: { fn: "ip", arg: hidden("address") } } }));
  const response = isAuthorizedPartial({ request: { principal: ada, context }, policies, entities: none });

  it("fails if a part of the request was known", () => {
    expect(faultsOf(reauthorize(response, { principal: ada, context: emptyRecord, entities: none }))).toEqual([
      { code: "partial/already-known", message: "the principal of the request is known already" },
      { code: "partial/already-known", message: "the context of the request is known already" },
    ]);
  });

  it("fails if a value cannot be what it is given for", () => {
    const unknowns: [string, Value][] = [
      ["action", "view"],
      ["resource", emptyRecord],
    ];
    expect(faultsOf(reauthorize(response, { unknowns, entities: none }))).toEqual([
      { code: "partial/wrong-type", message: "the value of the unknown `action` must be an entity uid" },
      { code: "partial/wrong-type", message: "the value of the unknown `resource` must be an entity uid" },
    ]);
    const open = isAuthorizedPartial({ request: {}, policies, entities: none });
    expect(faultsOf(reauthorize(open, { context: 1 as never, entities: none }))).toEqual([
      { code: "partial/wrong-type", message: "the value of the unknown `context` must be a record" },
    ]);
  });

  it("fails if data comes out faulty, for a forbid that needs it must not be skipped", () => {
    const message = "error while evaluating `ipaddr` extension function: invalid IP address: x";
    const faults = [{ code: "evaluate/extension-failed", message }];
    expect(faultsOf(reauthorize(response, { unknowns: [["address", "x"]], entities: none }))).toEqual(faults);
    const entities = unwrap(
      partialEntitiesFromPlain([
        { uid: ada, attrs: { ip: { __extn: { fn: "ip", arg: hidden("address") } } }, parents: [] },
      ]),
    );
    const open = isAuthorizedPartial({ request: {}, policies, entities });
    expect(faultsOf(reauthorize(open, { unknowns: [["address", "x"]], entities }))).toEqual(faults);
  });

  it("refuses plain data for values", () => {
    const plain = [{ type: "User", id: "ada" }, null, undefined, 1.5, 2n ** 64n];
    for (const value of plain) {
      const unknowns: [string, Value][] = [["address", value as never]];
      expect(() => reauthorize(response, { unknowns, entities: none })).toThrow(TypeError);
    }
  });

  it("takes Longs in any form", () => {
    const policies = policySet({ p: "permit (principal, action, resource) when { context == {n: 5, x: 5} };" });
    const partial = partialRecord([
      ["n", 5n],
      ["x", unknown("x")],
    ]);
    const first = isAuthorizedPartial({ request: { context: partial }, policies, entities: none });
    expect(unwrap(reauthorize(first, { unknowns: [["x", 5n]], entities: none })).decision).toBe("allow");
  });

  it("remembers what has become known", () => {
    const both = policySet({
      p: 'permit (principal, action, resource) when { principal == action && 1 + "1" == unknown("principal") + unknown("x") };',
    });
    const first = isAuthorizedPartial({ request: {}, policies: both, entities: none });
    const second = unwrap(reauthorize(first, { principal: ada, unknowns: [["x", setOf([1])]], entities: none }));
    expect(second.nontrivialResiduals).toEqual(["p"]);
    const third = unwrap(reauthorize(second, { action: ada, entities: none }));
    expect([third.nontrivialResiduals, third.errored]).toEqual([[], ["p"]]);
    expect([...third.unknowns.keys()].sort()).toEqual(["action", "principal", "x"]);
  });

  it("leaves what is still unknown", () => {
    const more = unwrap(reauthorize(response, { action: view, entities: none }));
    expect([more.decision, more.nontrivialResiduals, more.request.action]).toEqual([undefined, ["p"], view]);
    const all = unwrap(reauthorize(more, { resource: plan, unknowns: [["address", "127.0.0.1"]], entities: none }));
    expect([all.decision, all.satisfied]).toEqual(["allow", ["p"]]);
  });
});

describe("reading", () => {
  it("finds unknowns anywhere in a context", () => {
    const context = unwrap(
      partialContextFromJson(
        '{"a": 1, "b": {"__extn": {"fn": "unknown", "args": ["x", 2]}}, "c": [{"__extn": {"fn": "unknown", "arg": "y"}}, 9007199254740993], "d": {"__proto__": {"__extn": {"fn": "decimal", "args": [{"__extn": {"fn": "unknown", "arg": "z"}}]}}}}',
      ),
    );
    const policies = policySet({ p: "permit (principal, action, resource) when { context };" });
    const { residuals } = isAuthorizedPartial({ request: { context }, policies, entities: none });
    expect(printPolicy(residuals.get("p") as never)).toContain(
      '{a: 1, b: unknown("x"), c: [unknown("y"), 9007199254740993], d: {__proto__: decimal(unknown("z"))}}',
    );
  });

  it("gives values where nothing is unknown", () => {
    expect(unwrap(partialContextFromPlain({ a: 1 }))).toEqual(recordOf([["a", 1]]));
    const given = { friend: ada, list: [recordOf([["x", ada]])], odd: { __extn: 1 }, none: { __extn: { fn: "ip" } } };
    expect(unwrap(partialContextFromPlain(given))).toMatchObject({ kind: "record" });
    const mixed = unwrap(partialContextFromPlain({ friend: ada, u: hidden("u") }));
    expect(mixed).toMatchObject({ kind: "residual", expression: { entries: [{ value: { kind: "entity" } }, {}] } });
  });

  it("takes frozen data that looks like a value for data", () => {
    const frozen = Object.freeze({ kind: "set", u: hidden("u"), known: { __extn: { args: [] }, more: 1 } });
    expect(unwrap(partialContextFromPlain({ frozen }))).toMatchObject({ kind: "residual" });
    const reserved = partialContextFromPlain({ record: recordOf([["__entity", 1]]), u: hidden("u") });
    expect(faultsOf(reserved).map(({ code }) => code)).toEqual(["json/unsupported-value"]);
    expect(unwrap(partialContextFromPlain({ a: { __extn: { fn: "ip", args: 1 } } }))).toMatchObject({ kind: "record" });
  });

  it("finds the faults of what is known, with their places", () => {
    const text =
      '{"a": {"__extn": {"fn": "unknown", "arg": "x"}}, "b": {"__extn": {"fn": "ip", "arg": "x"}}, "c": null}';
    const context = partialContextFromJson(text);
    expect(context.ok ? [] : context.errors.map(({ code, path, labels }) => [code, path, labels.length])).toEqual([
      ["entities/extension-call", ["b", "__extn"], 1],
      ["entities/null", ["c"], 1],
    ]);
    const call = partialContextFromPlain({ a: { __extn: { fn: "offset", args: [hidden("x"), null] } } });
    expect(call.ok ? [] : call.errors.map(({ code, path }) => [code, path])).toEqual([
      ["entities/null", ["a", "__extn", "args", 1]],
    ]);
  });

  it.each([
    ["no JSON", "{", "json/unexpected-end"],
    ["no record", "[]", "entities/not-a-record"],
    ["an unknown for a record", '{"__extn": {"fn": "unknown", "arg": "x"}}', "entities/not-a-record"],
    ["a name that is no text", '{"a": {"__extn": {"fn": "unknown", "arg": 1}}}', "entities/extension-call"],
    [
      "no function",
      '{"a": {"__extn": {"fn": "no", "arg": {"__extn": {"fn": "unknown", "arg": "x"}}}}}',
      "entities/extension-call",
    ],
  ])("refuses %s for a context", (_, text, code) => {
    expect(faultsOf(partialContextFromJson(text)).map((fault) => fault.code)).toEqual([code]);
  });

  it("finds unknowns in attributes and tags of entities", () => {
    const text =
      '[{"uid": {"type": "User", "id": "ada"}, "attrs": {"a": {"__extn": {"fn": "unknown", "arg": "x"}}, "b": 1}, "tags": {"t": [{"__extn": {"fn": "unknown", "arg": "y"}}]}, "parents": []}]';
    const entities = unwrap(partialEntitiesFromJson(text));
    expect(entities.residualOf(ada, "attributes", "a")).toMatchObject({ kind: "extension", name: "unknown" });
    expect(entities.residualOf(ada, "attributes", "b")).toBe(undefined);
    expect(entities.residualOf(ada, "tags", "t")).toMatchObject({ kind: "set" });
  });

  it.each([
    ["{}", "entities/wrong-shape"],
    ["[1]", "entities/wrong-shape"],
    ['[{"uid": {"type": "A", "id": "a"}, "attrs": 1, "parents": []}]', "entities/wrong-shape"],
    ['[{"uid": {"type": "A", "id": "a"}, "attrs": {"a": null}, "parents": []}]', "entities/null"],
    ["[", "json/unexpected-end"],
  ])("refuses %s for entities", (text, code) => {
    expect(faultsOf(partialEntitiesFromJson(text)).map((fault) => fault.code)).toEqual([code]);
  });

  it("takes what is null or left out of a request for unknown", () => {
    expect(unwrap(partialRequestFromPlain({}))).toEqual({});
    const request = unwrap(
      partialRequestFromPlain({ principal: 'User::"ada"', action: null, context: { x: hidden("x") } }),
    );
    expect(request).toMatchObject({ principal: ada, context: { kind: "residual" } });
    expect([request.action, request.resource]).toEqual([undefined, undefined]);
    const record = recordOf([["__entity", 1]]);
    expect(unwrap(partialRequestFromPlain({ context: record })).context).toBe(record);
    const residual = partialRecord([["a", unknown("a")]]);
    expect(unwrap(partialRequestFromPlain({ context: residual, resource: plan, principal: null }))).toEqual({
      resource: plan,
      context: residual,
    });
    expect(unwrap(partialRequestFromPlain({ context: null }))).toEqual({});
  });

  it("refuses what is no request", () => {
    const throwing = {
      get principal(): never {
        throw new Error("no");
      },
    };
    const context = {
      get kind(): never {
        throw new Error("no");
      },
    };
    expect(faultsOf(partialRequestFromPlain(1 as never)).map(({ code }) => code)).toEqual(["request/not-an-object"]);
    expect(faultsOf(partialRequestFromPlain(null as never)).map(({ code }) => code)).toEqual(["request/not-an-object"]);
    expect(faultsOf(partialRequestFromPlain(throwing)).map(({ code }) => code)).toEqual(["request/unreadable"]);
    expect(faultsOf(partialRequestFromPlain({ context })).map(({ code }) => code)).toEqual(["json/unreadable"]);
    expect(
      faultsOf(partialRequestFromPlain({ principal: "ada", context: { a: null } })).map(({ code }) => code),
    ).toEqual(["request/malformed-uid", "entities/null"]);
    expect(faultsOf(partialRequestFromPlain({ contxt: {} } as never)).map(({ code }) => code)).toEqual([
      "request/unknown-field",
    ]);
  });

  it("refuses hostile data", () => {
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    let deep: unknown = hidden("x");
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const text = `{"a": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(faultsOf(partialContextFromPlain(cyclic)).map(({ code }) => code)).toEqual(["json/cyclic"]);
    expect(faultsOf(partialContextFromPlain({ deep })).map(({ code }) => code)).toEqual(["json/too-deep"]);
    expect(faultsOf(partialContextFromJson(text)).map(({ code }) => code)).toEqual(["json/too-deep"]);
    expect(faultsOf(partialEntitiesFromPlain([cyclic])).map(({ code }) => code)).toEqual(["json/cyclic"]);
    expect(faultsOf(partialContextFromPlain({ set: new Set() })).map(({ code }) => code)).toHaveLength(1);
  });

  it("reads what is as deep as JSON may be, and evaluates with it", () => {
    let deep: unknown = hidden("x");
    for (let depth = 0; depth < 990; depth += 1) deep = depth % 2 === 0 ? [deep] : { a: deep };
    const context = unwrap(partialContextFromPlain({ deep }));
    const policies = policySet({ p: "permit (principal, action, resource) when { context.deep.isEmpty() };" });
    const response = isAuthorizedPartial({ request: { context }, policies, entities: none });
    const later = unwrap(reauthorize(response, { unknowns: [["x", 1]], entities: none }));
    expect([later.decision, later.errored]).toEqual(["deny", ["p"]]);
  });
});

describe("the catalogue", () => {
  it.each(Object.keys(partialCatalogue))("documents %s", (code) => {
    const page = readFileSync(new URL(`../../../docs/diagnostics/${code}.md`, import.meta.url), "utf8");
    expect(page.startsWith(`# ${code}: `)).toBe(true);
    expect(page).toContain("\n## Example\n");
    expect(page).toContain("\n## How to mend it\n");
  });
});
