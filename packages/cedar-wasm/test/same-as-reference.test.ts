import * as theirs from "@cedar-policy/cedar-wasm/nodejs";
import { describe, expect, test } from "vitest";
import * as ours from "../src/index.ts";
import { allowed, permitAll, schema, typed } from "./samples.ts";

type Call = readonly [name: string, ...args: unknown[]];

const template = "permit(principal == ?principal, action, resource in ?resource);";
const links = [
  { templateId: "t", newId: "l", values: { "?principal": allowed.principal, "?resource": allowed.resource } },
];
const failing = 'permit(principal, action, resource) when { "é" == "" || 1 + "x" };';
const json = theirs.policyToJson(
  '@id("x") permit(principal, action == Action::"a", resource) when { [1] == [context.a] };',
);
const policyJson = json.type === "success" ? json.json : undefined;

const any = {
  effect: "permit",
  principal: { op: "All" },
  action: { op: "All" },
  resource: { op: "All" },
  conditions: [],
};
const faultyNames = ["9", "é", "if", "", "A ", "A :: B", "__cedar::A"].flatMap((type) => [
  { ...any, principal: { op: "==", entity: { type, id: "" } } },
  { ...any, resource: { op: "is", entity_type: type } },
  { ...any, conditions: [{ kind: "when", body: { Value: { __entity: { type, id: "" } } } }] },
]);
const faultyKeys = ["a b", "a::b", "é"].map((key) => ({ ...any, annotations: { [key]: "x" } }));
const whenNot = (arg: object): object => ({ ...any, conditions: [{ kind: "when", body: { "!": { arg } } }] });
const withNull = { ...any, conditions: [{ kind: "when", body: { Value: [null] } }] };

const unknownFunction = { Value: { __extn: { fn: "Al::l", args: ["x", "y"] } } };

const ofView = (id: string) => ({ type: "Action", id });
const scopes = [
  { principal: { op: "all" } },
  { principal: ["All"] },
  { principal: { op: "==", entity: ["User", "a"] } },
  { action: { op: "in", entities: [ofView("a"), { __entity: ofView("b") }, ["Action", "c"]] } },
  {
    principal: { entity_type: "User", op: "is" },
    resource: { op: "is", entity_type: "D", in: { entity: ["D", "x"] } },
  },
].map((scope) => ({ ...any, ...scope }));

const someUnknown = { __extn: { fn: "unknown", arg: "y" } };
const nobody = { principalTypes: [], resourceTypes: [] };

// `has` may have fields that nobody reads; values and records may have any.
const odd = { has: { left: { Var: "context" }, attr: "a", resource: {} } };
const values = { Value: { has: { left: 1, attr: 2, resource: 3 } } };
const conditions = [odd, { "&&": { left: odd, right: { Set: [odd] } } }, { Record: { has: odd, left: values } }].map(
  (body) => ({ ...any, conditions: [{ kind: "when", body }] }),
);

// In the list of a structure's fields, serde takes fewer forms of a word.
const clauseKinds = [{ when: null }, {}, 1, "if"].flatMap((kind) =>
  [{ kind, body: { Value: true } }, [kind, { Value: true }]].map((clause) => ({ ...any, conditions: [clause] })),
);

const calls: readonly Call[] = [
  ...clauseKinds.map((policy): Call => ["policyToText", policy]),
  ...conditions.map((policy): Call => ["policyToJson", policy]),
  ...scopes.map((policy): Call => ["policyToJson", policy]),
  ["checkParseSchema", { entityTypes: { User: {} }, actions: {} }],
  [
    "isAuthorized",
    {
      ...allowed,
      policies: { staticPolicies: { p: { ...any, conditions: [{ kind: "when", body: unknownFunction }] } } },
    },
  ],
  ...[...faultyNames, ...faultyKeys].map((policy): Call => ["policyToJson", policy]),
  ["policyToText", withNull],
  ["checkParsePolicySet", { staticPolicies: { 'a"b': withNull } }],
  ["getCedarVersion"],
  ["getCedarSDKVersion"],
  ["getCedarLangVersion"],
  ["isAuthorized", allowed],
  ["isAuthorized", typed],
  ["isAuthorized", { ...allowed, policies: { staticPolicies: failing } }],
  ["isAuthorized", { ...allowed, policies: { staticPolicies: [permitAll, permitAll] } }],
  ["isAuthorized", { ...allowed, policies: { templates: { t: template }, templateLinks: links } }],
  ["isAuthorized", { ...allowed, policies: { staticPolicies: { a: failing, b: policyJson } } }],
  ["isAuthorized", { ...allowed, principal: 1, action: { type: " A", id: "" }, resource: { type: "1", id: "" } }],
  ["isAuthorized", { ...allowed, principal: { __entity: { type: "é", id: "" } }, schema: "entity" }],
  ["isAuthorized", { ...allowed, context: [] }],
  ["isAuthorized", { ...allowed, context: { a: { __extn: { fn: "nope", arg: "1" } } } }],
  ["isAuthorized", { ...allowed, context: { a: { __extn: { fn: "1", arg: "1" } } } }],
  ["isAuthorized", { ...allowed, entities: {}, policies: { staticPolicies: "x" } }],
  [
    "isAuthorized",
    { ...allowed, entities: [{ ...typed.entities[0], attrs: { a: { __extn: { fn: "ip", arg: "" } } } }] },
  ],
  ["isAuthorized", { ...typed, principal: { type: "Nobody", id: "" } }],
  ["isAuthorized", { ...typed, resource: { type: "Nothing", id: "" } }],
  ["isAuthorized", { ...typed, principal: typed.resource }],
  ["isAuthorized", { ...typed, resource: typed.principal }],
  ["isAuthorized", { ...typed, principal: { type: "Nobody", id: "" }, validateRequest: false }],
  ["isAuthorized", { ...typed, schema: `${schema} entity Bool;` }],
  ["isAuthorized", { ...typed, schema: null }],
  ["isAuthorizedPartial", { ...allowed, principal: null }],
  ["isAuthorizedPartial", { ...allowed, context: { a: [{ __extn: { fn: "unknown", arg: "x" } }, { b: 1 }] } }],
  ["isAuthorizedPartial", { ...typed, resource: null }],
  ["isAuthorizedPartial", { ...typed, principal: { type: "Nobody", id: "" }, action: null }],
  ["isAuthorizedPartial", { ...typed, context: {} }],
  ["isAuthorizedPartial", { ...allowed, context: { a: { __extn: { fn: "unknown", arg: { b: 1 } } } } }],
  ["isAuthorizedPartial", { ...allowed, context: { a: { __extn: { fn: "unknown", args: [] } } } }],
  ["isAuthorizedPartial", { ...allowed, context: { a: { __entity: { type: someUnknown, id: "a" } } } }],
  ["isAuthorizedPartial", { ...allowed, context: { a: { __extn: { fn: "unknown", args: ["x", someUnknown] } } } }],
  ["isAuthorizedPartial", { ...allowed, action: 1, entities: 1 }],
  ["isAuthorizedPartial", { ...allowed, entities: 1, policies: { staticPolicies: "x" } }],
  ["checkParsePolicySet", {}],
  ["checkParsePolicySet", []],
  ["checkParsePolicySet", { staticPolicies: template }],
  ["checkParsePolicySet", { staticPolicies: { a: template } }],
  ["checkParsePolicySet", { staticPolicies: [1, "x"] }],
  ["checkParsePolicySet", { templates: { t: permitAll } }],
  ["checkParsePolicySet", { templates: { t: "x" } }],
  ["checkParsePolicySet", { staticPolicies: permitAll, templates: { policy0: template } }],
  ["checkParsePolicySet", { templates: { t: template }, templateLinks: [{ ...links[0], values: {} }] }],
  [
    "checkParsePolicySet",
    { templates: { t: template }, templateLinks: [{ ...links[0], values: { "?principal": 1 } }] },
  ],
  ["checkParseEntities", { entities: typed.entities }],
  ["checkParseEntities", { entities: [{ ...typed.entities[0], attrs: {} }], schema }],
  ["checkParseEntities", { entities: [], schema: "entity" }],
  [
    "checkParseEntities",
    {
      entities: [{ ...typed.entities[0], attrs: { ip: { __extn: { fn: "nope", arg: "1" } } } }],
      schema: "entity Team; entity User in Team { ip: ipaddr };",
    },
  ],
  ["checkParseContext", { context: { mfa: true }, schema, action: allowed.action }],
  ["checkParseContext", { context: { mfa: 1 }, schema, action: allowed.action }],
  ["checkParseContext", { context: {}, schema, action: { type: "Action", id: "none" } }],
  ["checkParseContext", { context: {}, schema: "entity", action: {} }],
  ["checkParseContext", { context: {}, schema: "entity", action: null }],
  ["checkParseContext", { context: null, schema }],
  ["checkParseSchema", schema],
  ["checkParseSchema", "entity User = { a: X, b: Y };"],
  ["checkParseSchema", {}],
  ["checkParseSchema", 1],
  ["schemaToJson", schema],
  ["schemaToJson", "entity User = { a: X };"],
  ["checkParseSchema", { N: { entityTypes: { Action: {} }, actions: {} } }],
  ["checkParseSchema", { "": { entityTypes: {}, actions: { b: { attributes: {} }, a: { attributes: { x: 1 } } } } }],
  ["schemaToJson", "entity"],
  ["schemaToJson", "entity Action;"],
  ["schemaToText", schema],
  ["schemaToText", "entity Bool;"],
  ["schemaToText", "entity User = { a: X };"],
  ["schemaToText", { "": { entityTypes: { A: {} }, actions: {} } }],
  ["schemaToText", { "": { entityTypes: { A: {} }, commonTypes: { A: { type: "Long" } }, actions: {} } }],
  ["schemaToText", []],
  ["schemaToText", { "": { entityTypes: {}, actions: { a: { attributes: {} } } } }],
  [
    "schemaToText",
    { "": { entityTypes: {}, actions: { a: { appliesTo: { ...nobody, context: { type: "Long" } } } } } },
  ],
  ["schemaToJsonWithResolvedTypes", "entity User { a: Foo, b: User, c: Long }; type Foo = String;"],
  ["schemaToJsonWithResolvedTypes", "entity User { a: Foo };"],
  ["schemaToJsonWithResolvedTypes", "entity User in [Bar] { a: Foo }; entity Zoo { b: Baz };"],
  ["schemaToJsonWithResolvedTypes", "entity"],
  ["policyToJson", permitAll],
  ["policyToJson", template],
  ["policyToJson", policyJson],
  [
    "policyToJson",
    {
      effect: "permit",
      principal: { op: "is", entity_type: "User", in: { entity: { type: "User", id: "a" }, more: 1 } },
      action: { op: "All", kind: true },
      resource: { op: "==", entity: { __entity: { type: "Photo", id: "p", more: 1 } }, slots: [] },
      conditions: [],
    },
  ],
  ["policyToJson", ["permit", { op: "All" }, { op: "All" }, { op: "All" }, [], {}]],
  [
    "policyToJson",
    {
      effect: { permit: null },
      principal: { op: "All" },
      action: { op: "All" },
      resource: { op: "All" },
      conditions: [],
      annotations: {},
    },
  ],
  ["policyToJson", { ...policyJson, annotations: {} }],
  ["policyToJson", null],
  ["templateToJson", template],
  ["templateToJson", permitAll],
  ["templateToJson", policyJson],
  ["policyToText", policyJson],
  ["policyToText", ` // before\n${permitAll} // behind\n`],
  ["policyToText", {}],
  ["templateToText", template],
  ["templateToText", 1],
  [
    "policySetTextToParts",
    Array.from({ length: 12 }, (_, index) => `@n("${index}") ${index % 3 ? permitAll : template}`).join("\n"),
  ],
  ["policySetTextToParts", "permit"],
  ["formatPolicies", { policyText: failing, lineWidth: 20, indentWidth: 3 }],
  ["formatPolicies", { policyText: "permit" }],
  ["validate", { schema, policies: typed.policies }],
  [
    "validate",
    {
      schema: "entity User; action view appliesTo { principal: User, resource: User };",
      policies: {
        staticPolicies: { a: whenNot({ is: { left: { Var: "principal" }, entity_type: "Nowhere::Nope" } }) },
      },
    },
  ],
  [
    "validate",
    {
      schema,
      policies: { staticPolicies: "permit(principal, action, resource) when { principal.x };" },
      validationSettings: { mode: "strict" },
    },
  ],
  ["validate", { schema: `${schema} entity Bool;`, policies: { templates: { t: template } } }],
  ["validate", { schema: "entity", policies: { staticPolicies: "x" } }],
  [
    "validate",
    { schema, policies: { staticPolicies: { 'a"b\0': 'permit(principal == Nobody::"a", action, resource);' } } },
  ],
  ["validate", { schema, policies: { staticPolicies: { 'a"b': "permit(" } } }],
  ["validate", { schema, policies: { staticPolicies: { 'a"b': permitAll }, templates: { 'a"b': template } } }],
  ["getValidRequestEnvsPolicy", permitAll, schema],
  ["getValidRequestEnvsPolicy", "x", schema],
  ["getValidRequestEnvsPolicy", permitAll, "entity"],
  ["getValidRequestEnvsPolicy", permitAll, {}],
  ["getValidRequestEnvsPolicy", permitAll, { "": { entityTypes: {}, actions: { a: { attributes: {} } } } }],
  ["getValidRequestEnvsPolicy", permitAll, "entity A in [B];"],
  ["getValidRequestEnvsPolicy", permitAll, "entity A in B;"],
  ["getValidRequestEnvsTemplate", template, schema],
  ["getValidRequestEnvsTemplate", {}, schema],
];

describe.each(calls.map(([name, ...args]) => ({ name, args })))("$name", ({ name, args }) => {
  test(`answers as the reference does: ${JSON.stringify(args).slice(0, 120)}`, () => {
    const call = (module: object): unknown =>
      (module as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
    expect(call(ours)).toEqual(call(theirs));
  });
});

const malformed: readonly Call[] = [
  ["isAuthorized", undefined],
  ["isAuthorized", "x'"],
  ["isAuthorized", 1.5],
  ["isAuthorized", true],
  ["isAuthorized", []],
  ["isAuthorized", [1, 2, 3, 4, null, true, {}, [], 9]],
  ["isAuthorized", { ...allowed, extra: 1 }],
  ["isAuthorized", { ...allowed, principal: undefined }],
  ["isAuthorized", { ...allowed, validateRequest: null }],
  ["isAuthorized", { ...allowed, policies: null }],
  ["isAuthorized", { ...allowed, policies: { staticPolicies: 3 } }],
  ["isAuthorized", { ...allowed, policies: { templates: [] } }],
  ["isAuthorized", { ...allowed, policies: { templateLinks: {} } }],
  ["isAuthorized", { ...allowed, policies: { templateLinks: [{}] } }],
  ["isAuthorized", { ...allowed, policies: { templateLinks: [["a", "b"]] } }],
  ["isAuthorized", { ...allowed, policies: { templateLinks: [{ ...links[0], values: [] }] } }],
  ["isAuthorized", { ...allowed, policies: { templateLinks: [{ ...links[0], values: { "?x": 1 } }] } }],
  ["isAuthorized", { ...allowed, policies: { templateLinks: [{ ...links[0], newId: 1 }] } }],
  ["statefulIsAuthorized", {}],
  ["statefulIsAuthorized", { ...allowed }],
  ["checkParseContext", { context: {}, x: 1 }],
  ["checkParseEntities", {}],
  ["formatPolicies", { policyText: 1 }],
  ["formatPolicies", { policyText: "", lineWidth: -1 }],
  ["formatPolicies", { policyText: "", lineWidth: 1.5 }],
  ["formatPolicies", { policyText: "", indentWidth: 1e12 }],
  ["formatPolicies", { policyText: "", indentWidth: "2" }],
  ["validate", { schema, policies: {}, validationSettings: { mode: "loose" } }],
  ["validate", { schema, policies: {}, validationSettings: {} }],
  ["validate", { schema, policies: {}, validationSettings: [] }],
  ["validate", { policies: {} }],
];

describe.each(malformed.map(([name, ...args]) => ({ name, args })))("$name", ({ name, args }) => {
  test(`throws as the reference does: ${JSON.stringify(args).slice(0, 120)}`, () => {
    const thrown = (module: object): string => {
      try {
        (module as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
        return "nothing";
      } catch (error) {
        return (error as Error).message;
      }
    };
    const withoutPlace = (message: string): string => message.replace(/ at line \d+ column \d+$| at `[^`]*`$/, "");
    expect(withoutPlace(thrown(ours))).toBe(withoutPlace(thrown(theirs)));
  });
});

test("every function of the reference is there, whichever sub-path it is taken from", async () => {
  const names = Object.entries(theirs.default).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  expect(names).toHaveLength(24);
  expect(Object.keys(ours)).toEqual(expect.arrayContaining(names));
  expect(Object.keys(await import("../src/nodejs.ts"))).toEqual(expect.arrayContaining(names));
  expect(Object.keys((await import("../src/nodejs.ts")).default)).toEqual(expect.arrayContaining(names));
  expect(Object.keys(await import("../src/web.ts"))).toEqual(expect.arrayContaining(names));
});

test("starting the module for the web does nothing, in all the ways that the reference has", async () => {
  const web = await import("../src/web.ts");
  expect(web.initSync({ module: new Uint8Array() })).toEqual({});
  expect(web.initSync()).toEqual({});
  expect(await web.default()).toEqual({});
  expect(await web.default({ module_or_path: "cedar_wasm_bg.wasm" })).toEqual({});
});

test("of several undeclared names, resolving tells the first of the text and not of the sorted declarations", () => {
  const told = (module: typeof ours | typeof theirs): readonly string[] => {
    const answer = module.schemaToJsonWithResolvedTypes("entity B in [Y]; entity A in [Z];");
    return answer.type === "failure" ? answer.errors.map(({ message }) => message) : [];
  };
  expect([told(ours), told(theirs)]).toEqual([["failed to resolve type: Y"], ["failed to resolve type: Z"]]);
});

test("a call of a function that does not exist is written in residuals as it was given, which can be read back", () => {
  const call = { greaterThan: [unknownFunction, { decimal: [{ Value: "1.0" }] }] };
  const body = { "&&": { left: { ".": { left: { Var: "context" }, attr: "a" } }, right: call } };
  const policy = { ...any, conditions: [{ kind: "when", body }] };
  const given = { ...allowed, context: { a: someUnknown }, policies: { staticPolicies: { p: policy } } };
  const residual = (module: typeof ours | typeof theirs): unknown => {
    const answer = module.isAuthorizedPartial(given as unknown as Parameters<typeof theirs.isAuthorizedPartial>[0]);
    return answer.type === "residuals" ? answer.response.residuals["p"] : answer;
  };
  const read = (policy: unknown): string => ours.policyToText(policy as Parameters<typeof ours.policyToText>[0]).type;
  const own = residual(ours);
  expect(JSON.stringify(own)).toContain(JSON.stringify(unknownFunction));
  expect(read(own)).toBe("success");
  const other = residual(theirs);
  expect(JSON.stringify(other)).toContain('{"Al::l":[{"Value":"x"},{"Value":"y"}]}');
  expect(theirs.policyToText(other as Parameters<typeof theirs.policyToText>[0]).type).toBe("failure");
});
