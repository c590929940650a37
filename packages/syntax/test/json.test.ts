import { policyToText, templateToText } from "@cedar-policy/cedar-wasm/nodejs";
import type { Result } from "@deodar/diagnostics";
import { unwrap } from "@deodar/diagnostics";
import { type JsonValue, stringifyJson } from "@deodar/json";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Expression, maxNesting, type Policy, parsePolicy, printPolicy } from "../src/index.ts";
import {
  policyFromJson,
  policyFromJsonValue,
  policyFromPlain,
  policySetPartsFromJson,
  policySetPartsFromJsonValue,
  policySetPartsFromPlain,
  policySetToJson,
  policyToJson,
} from "../src/json/index.ts";
import type { Plain } from "./arbitrary/mutation.ts";
import { policies } from "./arbitrary/policy.ts";
import { faultyDocuments, policyWhen, policyWith } from "./json-faults.ts";
import { withoutSpans } from "./without-spans.ts";

function faults(result: Result<unknown>): readonly (readonly [string, string])[] {
  return result.ok ? [] : result.errors.map(({ code, path }) => [code, JSON.stringify(path)] as const);
}

function reprint(json: Plain): string {
  return printPolicy(unwrap(policyFromJson(JSON.stringify(json)))).replace("permit(principal, action, resource)", "…");
}

describe("faulty documents", () => {
  test.each(faultyDocuments)("%j: %s at %j", (json, code, path, different) => {
    const result = policyFromJson(JSON.stringify(json), { expect: "static" });
    const [error] = result.ok ? [] : result.errors;
    expect([error?.code, error?.path]).toStrictEqual([`policy-json/${code}`, path]);
    if (different !== undefined) return;
    const reference = policyToText(json as never);
    const theirs = reference.type === "failure" ? reference.errors[0] : undefined;
    const prefix = "failed to parse policy from JSON: error deserializing a policy/template from JSON: ";
    expect([error?.message, error?.help ?? null]).toStrictEqual([theirs?.message.replace(prefix, ""), theirs?.help]);
  });

  test("are reported whole, with the place in the text, faults of shape first", () => {
    const text =
      '{"effect": "permit", "principal": {"op": "==", "entity": 1}, "action": 2, "resource": {"op": "All"}, "conditions": []}';
    const result = policyFromJson(text);
    const errors = result.ok ? [] : result.errors;
    expect(errors.map(({ labels }) => labels.map(({ start, end }) => text.slice(start, end)))).toStrictEqual([
      ["2"],
      ["1"],
    ]);
    expect(faults(policyFromPlain(JSON.parse(text)))).toStrictEqual(faults(result));
  });

  test("have a bounded number of errors, few of them placed", () => {
    const result = policyFromJson(JSON.stringify(policyWhen({ Value: Array.from({ length: 5000 }, () => null) })));
    const errors = result.ok ? [] : result.errors;
    expect([errors.length, errors.filter(({ labels }) => labels.length > 0).length]).toStrictEqual([100, 20]);
  });

  test("show huge values cut short", () => {
    const result = policyFromPlain(policyWith({ principal: { op: "==", entity: "x".repeat(5000) } }));
    expect(result.ok ? 0 : result.errors[0]?.message.length).toBe(1082);
  });

  test("that are no JSON, or no plain data, are refused by the readers of those", () => {
    expect(faults(policyFromJson("{"))[0]?.[0]).toBe("json/unexpected-end");
    expect(faults(policyFromJson('{"effect":"permit","effect":"forbid"}'))).toStrictEqual([
      ["json/duplicate-key", '["effect"]'],
    ]);
    expect(faults(policyFromPlain(new Date(0)))).toStrictEqual([["json/unsupported-value", "[]"]]);
    expect(faults(policySetPartsFromJson(""))[0]?.[0]).toBe("json/unexpected-end");
    expect(faults(policySetPartsFromPlain(undefined))).toStrictEqual([["json/unsupported-value", "[]"]]);
  });

  test("with half a surrogate pair are refused, wherever it is", () => {
    const half = "\ud800";
    const places: readonly (readonly [Plain, readonly (string | number)[]])[] = [
      [policyWith({ annotations: { a: half } }), ["annotations", "a"]],
      [policyWith({ principal: { op: "==", entity: { type: "User", id: half } } }), ["principal", "entity"]],
      [policyWhen({ Value: half }), ["conditions", 0, "body", "Value"]],
      [policyWhen({ Value: { [half]: 1 } }), ["conditions", 0, "body", "Value", half]],
      [
        policyWhen({ Value: { __entity: { type: "A", id: half } } }),
        ["conditions", 0, "body", "Value", "__entity", "id"],
      ],
      [policyWhen({ ".": { left: { Value: 1 }, attr: half } }), ["conditions", 0, "body", ".", "attr"]],
      [policyWhen({ has: { left: { Value: 1 }, attr: ["a", half] } }), ["conditions", 0, "body", "has", "attr"]],
      [
        policyWhen({ like: { left: { Value: 1 }, pattern: [{ Literal: half }] } }),
        ["conditions", 0, "body", "like", "pattern", 0, "Literal"],
      ],
    ];
    for (const [json, path] of places) {
      expect(faults(policyFromPlain(json))).toStrictEqual([["policy-json/lone-surrogate", JSON.stringify(path)]]);
    }
  });
});

describe("shapes that the reference lets pass", () => {
  test.each<[Plain, string]>([
    [
      ["permit", ["All"], ["All"], ["is", "T", { slot: "?resource" }], [["unless", { Value: 1 }]], { a: null }],
      "@a\npermit(principal, action, resource is T in ?resource) unless { 1 };",
    ],
    [policyWith({ effect: { forbid: null }, principal: { op: "all", x: 1 } }), "forbid(principal, action, resource);"],
    [
      policyWith({ principal: { op: "==", slot: { "?principal": null } } }),
      "permit(principal == ?principal, action, resource);",
    ],
    [
      policyWith({ principal: { op: "==", entity: ["User", "a"], slot: 1 } }),
      'permit(principal == User::"a", action, resource);',
    ],
    [
      policyWith({ principal: { op: "in", entity: { __entity: { type: "A", id: "x", y: 1 } } } }),
      'permit(principal in A::"x", action, resource);',
    ],
    [
      policyWith({ principal: { op: "in", entity: { __entity: 1, type: "A", id: "x" } } }),
      'permit(principal in A::"x", action, resource);',
    ],
    [
      policyWith({ action: { op: "in", entities: [{ type: "Action", id: "x" }] } }),
      'permit(principal, action in [Action::"x"], resource);',
    ],
    [
      policyWith({ action: { op: "in", entity: { type: "N::Action", id: "x" }, entities: 1 } }),
      'permit(principal, action in N::Action::"x", resource);',
    ],
    [policyWhen({ Var: { principal: null } }), "… when { principal };"],
    [policyWhen({ has: { left: { Var: "context" }, attr: ["a"], more: 1 } }), "… when { context has a };"],
    [
      policyWhen({
        like: {
          left: { Var: "context" },
          pattern: ["Wildcard", { Wildcard: null }, { Literal: "ab" }, { Literal: "" }, { Literal: "c" }],
        },
      }),
      '… when { context like "**abc" };',
    ],
    [policyWhen({ like: { left: { Var: "context" }, pattern: [] } }), '… when { context like "" };'],
    [policyWhen({ is: { left: { Var: "principal" }, entity_type: "A", in: null } }), "… when { principal is A };"],
    [policyWhen({ Value: { __entity: { type: "A", id: "x", more: [1, null, { a: "b" }] } } }), '… when { A::"x" };'],
    [policyWhen({ Value: { __extn: { fn: "ip", arg: "::1", args: 1 } } }), '… when { ip("::1") };'],
    [
      policyWhen({ Value: { __extn: { fn: "isInRange", args: [1, { __extn: { fn: "ip", args: [] } }] } } }),
      "… when { 1.isInRange(ip()) };",
    ],
  ])("%j", (json, text) => {
    expect(reprint(json)).toBe(text);
    const theirs = [policyToText(json as never), templateToText(json as never)].find(({ type }) => type === "success");
    expect(theirs?.type === "success" && theirs.text.replace("permit(principal, action, resource)", "…")).toBe(text);
  });

  test.each<[Plain, string]>([
    [{ __entity: { type: "A" } }, '{__entity: {type: "A"}}'],
    [{ __entity: ["A", "b"] }, '{__entity: ["A", "b"]}'],
    [{ __entity: { type: "A", id: "b" }, x: 1 }, '{__entity: {id: "b", type: "A"}, x: 1}'],
    [{ __extn: { fn: "ip" } }, '{__extn: {fn: "ip"}}'],
    [{ __extn: { fn: "ip", args: 1 } }, '{__extn: {args: 1, fn: "ip"}}'],
    [{ __extn: { fn: 1, arg: 1 } }, "{__extn: {arg: 1, fn: 1}}"],
    [{ __expr: 1 }, "{__expr: 1}"],
    [{ other: { fn: "ip", arg: 1 } }, '{other: {arg: 1, fn: "ip"}}'],
  ])("malformed escapes such as %j are records", (json, text) => {
    expect(reprint(policyWhen({ Value: json }))).toBe(`… when { ${text} };`);
  });
});

describe("trees", () => {
  test("come back from JSON as they were, exact to the last bit", () => {
    fc.assert(
      fc.property(policies({ templates: true, sortedRecords: true, oddPaths: true }), (policy) => {
        const json = policyToJson(policy);
        expect(withoutSpans(unwrap(policyFromJsonValue(json)))).toStrictEqual(policy);
        expect(withoutSpans(unwrap(policyFromJson(stringifyJson(json))))).toStrictEqual(policy);
        expect(withoutSpans(unwrap(policyFromPlain(json)))).toStrictEqual(policy);
      }),
      { numRuns: Number(process.env["DEODAR_RUNS"] ?? 1000) },
    );
  });

  test("64-bit integers are exact; beyond them are none", () => {
    const literal = (text: string): Result<Policy> =>
      policyFromJson(JSON.stringify(policyWhen({ Value: "#" })).replace('"#"', text));
    expect(printPolicy(unwrap(literal("-9223372036854775808")))).toContain("{ (-9223372036854775808) }");
    expect(stringifyJson(policyToJson(unwrap(literal("9007199254740993"))))).toContain('{"Value":9007199254740993}');
    for (const text of ["9223372036854775808", "-9223372036854775809", "1.0", "1e3"]) {
      expect(faults(literal(text))).toStrictEqual([["policy-json/no-match", '["conditions",0,"body","Value"]']]);
    }
    expect(faults(policyFromJsonValue(policyWhen({ Value: 2 ** 60 })))).toHaveLength(1);
    const small = unwrap(
      policyFromJsonValue(policyWith({ conditions: [{ kind: "when", body: { Value: 7n } }] } as never) as JsonValue),
    );
    expect(small.conditions[0]?.body).toStrictEqual({ kind: "long", span: undefined, value: 7 });
  });

  test("chains and targets of any length turn into JSON and back", () => {
    const span = undefined;
    const principal: Expression = { kind: "variable", span, name: "principal" };
    const operands = Array.from({ length: 100_000 }, () => principal);
    const operators = operands.slice(1).map((_, index) => (index % 3 === 0 ? ("+" as const) : ("-" as const)));
    let target: Expression = { kind: "and", span, operands: [...operands, { kind: "sum", span, operands, operators }] };
    for (let step = 0; step < 100_000; step++) target = { kind: "attribute", span, target, name: "a" };
    const policy = {
      ...unwrap(policyFromPlain(policyWith({}))),
      conditions: [{ kind: "condition" as const, span, clause: "when" as const, body: target }],
    };
    const back = unwrap(policyFromJsonValue(policyToJson(policy)));
    expect(printPolicy(back) === printPolicy(policy)).toBe(true);
  });

  test("nest at most as deep as the parser lets them", () => {
    const nested = (levels: number): Plain => {
      let json: Plain = { Value: 1 };
      for (let level = 1; level < levels; level++) json = { Set: [json] };
      return policyWhen(json);
    };
    const deepest = unwrap(policyFromPlain(nested(maxNesting)));
    expect(parsePolicy(printPolicy(deepest)).ok).toBe(true);
    expect(faults(policyFromPlain(nested(maxNesting + 1)))).toStrictEqual([
      ["policy-json/too-deep", '["conditions",0,"body"]'],
    ]);
    let hostile: Plain = { Value: 1 };
    for (let level = 0; level < 100_000; level++) hostile = { "!": { arg: hostile } };
    expect(faults(policyFromJsonValue(policyWhen(hostile)))).toStrictEqual([
      ["policy-json/too-deep", '["conditions",0,"body"]'],
    ]);
    let uid: Plain = 1;
    for (let level = 0; level < 100_000; level++) uid = [uid];
    expect(faults(policyFromJsonValue(policyWith({ principal: { op: "==", entity: uid } })))[0]?.[0]).toBe(
      "policy-json/not-an-entity",
    );
  });

  test("a call of an unknown function goes back into the literal that it came from", () => {
    const value = { __extn: { fn: "f", args: [1, [true, "x"], { b: { __entity: { type: "A", id: "1" } } }] } };
    for (const json of [value, { __extn: { fn: "f", arg: { __extn: { fn: "g", args: [] } } } }]) {
      const policy = policyWhen({ Value: json });
      expect(stringifyJson(policyToJson(unwrap(policyFromPlain(policy))))).toBe(JSON.stringify(policy));
    }
    const variable: Expression = { kind: "variable", span: undefined, name: "principal" };
    const bad: Expression[] = [
      { kind: "extension", span: undefined, name: "f", arguments: [variable] },
      { kind: "or", span: undefined, operands: [variable] },
    ];
    const policy = unwrap(policyFromPlain(policyWith({})));
    for (const body of bad) {
      const conditions = [{ kind: "condition" as const, span: undefined, clause: "when" as const, body }];
      expect(() => policyToJson({ ...policy, conditions })).toThrow(RangeError);
    }
  });

  test("keys are sorted by code points", () => {
    const keys = ["\u{10000}", "b", "\uffff", "a", "aa", "\ud7ff", "\u{10000}a"];
    const json = policyWhen({ Value: Object.fromEntries(keys.map((key) => [key, 1])) });
    const [condition] = unwrap(policyFromPlain(json)).conditions;
    const entries = condition?.body.kind === "record" ? condition.body.entries : [];
    expect(entries.map(({ key }) => key)).toStrictEqual([
      "a",
      "aa",
      "b",
      "\ud7ff",
      "\uffff",
      "\u{10000}",
      "\u{10000}a",
    ]);
  });

  test("a single action in a list is written as that action, as the reference writes it", () => {
    const policy = unwrap(parsePolicy('permit (principal, action in [Action::"x"], resource);'));
    expect(stringifyJson(policyToJson(policy))).toContain('"action":{"op":"in","entity":{"type":"Action","id":"x"}}');
  });

  test("one kind of policy can be asked for", () => {
    const template = policyWith({
      principal: { op: "==", slot: "?principal" },
      resource: { op: "in", slot: "?resource" },
    });
    expect(unwrap(policyFromPlain(template, { expect: "template" })).principal.kind).toBe("scopeEqual");
    const unwanted = policyFromPlain(template, { expect: "static" });
    expect(unwanted.ok ? "" : unwanted.errors[0]?.message).toBe(
      "expected a static policy, got a template containing the slot ?resource",
    );
    expect(faults(policyFromPlain(policyWith({}), { expect: "template" }))).toStrictEqual([
      ["policy-json/expected-template", "[]"],
    ]);
    for (const kind of ["isTypeOnly", "static"]) {
      const scope = kind === "static" ? { op: "==", entity: { type: "A", id: "" } } : { op: "is", entity_type: "A" };
      expect(policyFromPlain(policyWith({ principal: scope }), { expect: "static" }).ok).toBe(true);
    }
  });
});

describe("policy sets", () => {
  const set = {
    templates: { t: policyWith({ principal: { op: "==", slot: "?principal" } }), plain: policyWith({}) },
    staticPolicies: { ["__proto__"]: policyWith({}), b: policyWhen({ Value: 1 }) },
    templateLinks: [{ templateId: "t", newId: "l", values: { "?principal": { __entity: { type: "User", id: "a" } } } }],
  };

  test("are read as plain data and written back", () => {
    const parts = unwrap(policySetPartsFromPlain(set));
    expect([...parts.staticPolicies.keys()]).toStrictEqual(["__proto__", "b"]);
    expect([...parts.templates.keys()]).toStrictEqual(["t", "plain"]);
    expect(parts.templateLinks[0]?.values.get("?principal")).toStrictEqual({
      kind: "entity",
      span: undefined,
      type: "User",
      id: "a",
    });
    expect(stringifyJson(policySetToJson(parts))).toBe(JSON.stringify(set));
    expect(stringifyJson(policySetToJson(unwrap(policySetPartsFromJson(JSON.stringify(set)))))).toBe(
      JSON.stringify(set),
    );
  });

  test("may be written as arrays, which serde reads too", () => {
    const { templates, staticPolicies } = set;
    const parts = unwrap(
      policySetPartsFromJsonValue([
        templates,
        staticPolicies,
        [["t", "l", { "?principal": ["User", "a"] }]],
      ] as JsonValue),
    );
    expect(stringifyJson(policySetToJson(parts))).toBe(JSON.stringify(set));
  });

  test.each<[string, Plain, string, readonly (string | number)[]]>([
    ["no object", 1, "unexpected-type", []],
    ["no links", { templates: {}, staticPolicies: {} }, "missing-field", []],
    ["more", { ...set, more: 1 }, "unknown-field", ["more"]],
    ["a short array", [{}], "wrong-length", []],
    ["a long array", [{}, {}, [], []], "wrong-length", []],
    ["a list of policies", { ...set, templates: [] }, "unexpected-type", ["templates"]],
    [
      "a template under static policies",
      { ...set, staticPolicies: set.templates },
      "expected-static",
      ["staticPolicies", "t"],
    ],
    ["a bad policy", { ...set, staticPolicies: { a: {} } }, "missing-field", ["staticPolicies", "a"]],
    ["links in an object", { ...set, templateLinks: {} }, "unexpected-type", ["templateLinks"]],
    ["a bad link", { ...set, templateLinks: [1] }, "unexpected-type", ["templateLinks", 0]],
    ["a bad id", { ...set, templateLinks: [["t", 1, {}]] }, "unexpected-type", ["templateLinks", 0, 1]],
    [
      "a bad slot",
      { ...set, templateLinks: [["t", "l", { "?x": ["User", "a"] }]] },
      "unknown-variant",
      ["templateLinks", 0, 2, "?x"],
    ],
    [
      "a bad value",
      { ...set, templateLinks: [["t", "l", { "?principal": 1 }]] },
      "not-an-entity",
      ["templateLinks", 0, 2, "?principal"],
    ],
    ["values in a list", { ...set, templateLinks: [["t", "l", []]] }, "unexpected-type", ["templateLinks", 0, 2]],
  ])("%s", (_, json, code, path) => {
    const result = policySetPartsFromPlain(json);
    const [error] = result.ok ? [] : result.errors;
    expect([error?.code, error?.path]).toStrictEqual([`policy-json/${code}`, path]);
  });
});
