import { Entities, entityUid } from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import { unwrap } from "@deodar/diagnostics";
import { type Policy, parsePolicy } from "@deodar/syntax";
import { describe, expect, it } from "vitest";
import { isAuthorized, PolicySet, policySetFromText } from "../src/index.ts";
import { request } from "./support.ts";

const policy = (text: string): Policy => unwrap(parsePolicy(text));
const permit = policy("permit (principal, action, resource);");
const bothSlots = policy("permit (principal == ?principal, action, resource in ?resource);");
const principalSlot = policy("permit (principal == ?principal, action, resource);");
const resourceSlot = policy("forbid (principal, action, resource is Doc in ?resource);");
const ada = entityUid("User", "ada");
const plan = entityUid("Doc", "plan");

function setOf(policies: Record<string, Policy>): PolicySet {
  return unwrap(PolicySet.of(Object.entries(policies).map(([id, each]) => ({ id, policy: each }))));
}

function faultsOf(result: Result<unknown>): readonly { code: string; message: string }[] {
  if (result.ok) throw new Error("expected a failure");
  return result.errors.map(({ code, message }) => ({ code, message }));
}

const ids = (set: PolicySet): readonly string[] => [...set].map(({ id }) => id);
const templateIds = (set: PolicySet): readonly string[] => [...set.templates()].map(({ id }) => id);

describe("PolicySet.of", () => {
  it("sorts policies and templates apart and keeps their order", () => {
    const set = setOf({ b: permit, t: bothSlots, a: permit });
    expect(ids(set)).toEqual(["b", "a"]);
    expect(templateIds(set)).toEqual(["t"]);
    expect(set.size).toBe(2);
    expect(set.get("b")).toEqual({ kind: "static", id: "b", policy: permit });
    expect(set.get("t")).toBeUndefined();
    expect(set.template("t")).toEqual({
      kind: "template",
      id: "t",
      policy: bothSlots,
      slots: ["?resource", "?principal"],
    });
    expect(set.template("b")).toBeUndefined();
  });

  it("treats ids like those of JavaScript objects as any other", () => {
    const set = setOf({ constructor: permit, toString: permit });
    expect(unwrap(set.add("__proto__", permit)).id).toBe("__proto__");
    expect(set.has("hasOwnProperty")).toBe(false);
    expect(ids(set)).toEqual(["constructor", "toString", "__proto__"]);
  });

  it("reports every duplicate and loads nothing", () => {
    const twice = [
      { id: "a", policy: permit },
      { id: "a", policy: permit },
      { id: "a", policy: bothSlots },
    ];
    expect(faultsOf(PolicySet.of(twice))).toEqual([
      { code: "policy-set/duplicate-id", message: "duplicate template or policy id `a`" },
      { code: "policy-set/duplicate-id", message: "duplicate template or policy id `a`" },
    ]);
  });
});

describe("add", () => {
  it("shows ids with escapes, as the reference does", () => {
    const set = setOf({ 'a"b\0': permit });
    expect(faultsOf(set.add('a"b\0', permit))).toEqual([
      { code: "policy-set/duplicate-id", message: 'duplicate template or policy id `a\\"b\\0`' },
    ]);
  });

  it("refuses an id that any kind of entry has, and changes nothing", () => {
    const set = setOf({ p: permit, t: principalSlot });
    unwrap(set.link({ templateId: "t", newId: "l", values: { "?principal": ada } }));
    for (const id of ["p", "t", "l"]) {
      for (const each of [permit, principalSlot]) {
        expect(faultsOf(set.add(id, each))).toEqual([
          { code: "policy-set/duplicate-id", message: `duplicate template or policy id \`${id}\`` },
        ]);
      }
    }
    expect(ids(set)).toEqual(["p", "l"]);
    expect(templateIds(set)).toEqual(["t"]);
  });

  it("labels the annotation that the id comes from, else the policy", () => {
    const text = '@id("a") permit (principal, action, resource);\n@id("a") forbid (principal, action, resource);';
    const result = policySetFromText(text, { ids: "annotation" });
    const labels = result.ok ? [] : result.errors[0]?.labels;
    expect(labels).toEqual([{ start: 47, end: 55 }]);
    const set = setOf({ p: permit });
    const again = set.add("p", permit);
    expect(again.ok ? [] : again.errors[0]?.labels).toEqual([permit.span]);
    const spanless = set.add("p", { ...permit, span: undefined });
    expect(spanless.ok ? [] : spanless.errors[0]?.labels).toEqual([]);
  });

  it("refuses a tree that cannot be compiled", () => {
    const faulty: Policy = { ...permit, principal: { kind: "scopeIs", entityType: "not a type", span: undefined } };
    const set = new PolicySet();
    for (const result of [set.add("a", faulty), set.addTemplate("a", faulty)]) {
      expect(faultsOf(result).map(({ code }) => code)).toEqual(["evaluate/invalid-type-name"]);
    }
    expect(set.has("a")).toBe(false);
  });
});

describe("addTemplate", () => {
  it("takes a policy without slots, which applies only when linked", () => {
    const set = new PolicySet();
    expect(unwrap(set.addTemplate("t", permit)).slots).toEqual([]);
    expect(set.size).toBe(0);
    expect(unwrap(set.link({ templateId: "t", newId: "l", values: {} })).values).toEqual({});
    expect(ids(set)).toEqual(["l"]);
  });

  it("refuses an id that is taken", () => {
    expect(faultsOf(setOf({ p: permit }).addTemplate("p", bothSlots))).toEqual([
      { code: "policy-set/duplicate-id", message: "duplicate template or policy id `p`" },
    ]);
  });
});

describe("link", () => {
  const set = (): PolicySet => setOf({ p: permit, both: bothSlots, who: principalSlot, what: resourceSlot });

  it("adds a policy that points at its template", () => {
    const policies = set();
    const link = unwrap(
      policies.link({
        templateId: "both",
        newId: "l",
        values: { "?principal": ada, "?resource": { type: "Doc", id: "plan" } },
      }),
    );
    expect(link).toEqual({
      kind: "link",
      id: "l",
      templateId: "both",
      policy: bothSlots,
      values: { "?principal": ada, "?resource": plan },
    });
    expect(policies.get("l")).toBe(link);
    expect(policies.linksOf("both")).toEqual([link]);
    expect(policies.linksOf("who")).toEqual([]);
    expect(policies.linksOf("p")).toBeUndefined();
  });

  const samples: readonly [string, Parameters<PolicySet["link"]>[0], string, string][] = [
    [
      "an unknown template",
      { templateId: "x", newId: "l", values: {} },
      "policy-set/unknown-template",
      "unable to link template: failed to find a template with id `x`",
    ],
    [
      "a static policy",
      { templateId: "p", newId: "l", values: {} },
      "policy-set/not-a-template",
      "expected a template, but a static policy was provided",
    ],
    [
      "a link",
      { templateId: "linked", newId: "l", values: {} },
      "policy-set/not-a-template",
      "expected a template, but a static policy was provided",
    ],
    [
      "one slot missing",
      { templateId: "both", newId: "l", values: { "?principal": ada } },
      "policy-set/slots-missing",
      "unable to link template: the following slots were not provided as arguments: ?resource",
    ],
    [
      "both slots missing",
      { templateId: "both", newId: "l", values: {} },
      "policy-set/slots-missing",
      "unable to link template: the following slots were not provided as arguments: ?resource,?principal",
    ],
    [
      "a slot too many",
      { templateId: "who", newId: "l", values: { "?principal": ada, "?resource": plan } },
      "policy-set/slots-unknown",
      "unable to link template: the following slots were provided as arguments, but did not exist in the template: ?resource",
    ],
    [
      "the wrong slot",
      { templateId: "what", newId: "l", values: { "?principal": ada } },
      "policy-set/slots-mismatch",
      "unable to link template: the following slots were not provided as arguments: ?resource. The following slots were provided as arguments, but did not exist in the template: ?principal",
    ],
    [
      "a slot that Cedar does not know",
      { templateId: "who", newId: "l", values: { "?principal": ada, "?context": plan } as never },
      "policy-set/slots-unknown",
      "unable to link template: the following slots were provided as arguments, but did not exist in the template: ?context",
    ],
    ...(["p", "both", "linked"].map((newId) => [
      `the id of ${newId}`,
      { templateId: "who", newId, values: { "?principal": ada } },
      "policy-set/link-id-taken",
      `unable to link template: template-linked policy id \`${newId}\` conflicts with an existing policy id`,
    ]) as [string, Parameters<PolicySet["link"]>[0], string, string][]),
  ];

  it.each(samples)("refuses %s and changes nothing", (_, link, code, message) => {
    const policies = set();
    unwrap(policies.link({ templateId: "who", newId: "linked", values: { "?principal": ada } }));
    expect(faultsOf(policies.link(link))).toEqual([{ code, message }]);
    expect(ids(policies)).toEqual(["p", "linked"]);
    expect(policies.linksOf("who")?.map(({ id }) => id)).toEqual(["linked"]);
  });

  it("throws for a value that is no uid, and changes nothing", () => {
    const policies = set();
    for (const value of [null, undefined, 'User::"ada"', { type: "not a type", id: "a" }, { type: "User", id: 1 }]) {
      const link = { templateId: "who", newId: "l", values: { "?principal": value as never } };
      expect(() => policies.link(link)).toThrow(TypeError);
    }
    expect(policies.has("l")).toBe(false);
    expect(policies.linksOf("who")).toEqual([]);
  });
});

describe("remove, removeTemplate and unlink", () => {
  const set = (): PolicySet => {
    const policies = setOf({ p: permit, t: principalSlot });
    unwrap(policies.link({ templateId: "t", newId: "l", values: { "?principal": ada } }));
    return policies;
  };

  it("remove what they are for", () => {
    const policies = set();
    expect(unwrap(policies.remove("p"))).toEqual({ kind: "static", id: "p", policy: permit });
    expect(unwrap(policies.unlink("l")).id).toBe("l");
    expect(policies.linksOf("t")).toEqual([]);
    expect(unwrap(policies.removeTemplate("t")).id).toBe("t");
    expect([ids(policies), templateIds(policies)]).toEqual([[], []]);
    expect(unwrap(policies.add("t", permit)).kind).toBe("static");
  });

  const samples: readonly ["remove" | "removeTemplate" | "unlink", string, string, string][] = [
    ["remove", "x", "policy-set/remove-unknown-policy", "unable to remove static policy `x` because it does not exist"],
    ["remove", "t", "policy-set/remove-unknown-policy", "unable to remove static policy `t` because it does not exist"],
    ["remove", "l", "policy-set/remove-unknown-policy", "unable to remove static policy `l` because it does not exist"],
    [
      "removeTemplate",
      "x",
      "policy-set/remove-unknown-template",
      "unable to remove template `x` because it does not exist",
    ],
    [
      "removeTemplate",
      "p",
      "policy-set/remove-unknown-template",
      "unable to remove template `p` because it does not exist",
    ],
    [
      "removeTemplate",
      "t",
      "policy-set/template-has-links",
      "unable to remove policy template `t` because it has active links",
    ],
    ["unlink", "x", "policy-set/unlink-unknown", "unable to unlink policy `x` because it does not exist"],
    ["unlink", "t", "policy-set/unlink-unknown", "unable to unlink policy `t` because it does not exist"],
    ["unlink", "p", "policy-set/unlink-static", "unable to unlink `p` because it is not a link"],
  ];

  it.each(samples)("%s(%s) gives %s and changes nothing", (method, id, code, message) => {
    const policies = set();
    expect(faultsOf(policies[method](id))).toEqual([{ code, message }]);
    expect([ids(policies), templateIds(policies)]).toEqual([["p", "l"], ["t"]]);
    expect(policies.linksOf("t")?.length).toBe(1);
  });
});

describe("policies that go and come again", () => {
  const values = { "?principal": entityUid("U", "u") };

  it("come last in the order, and in responses", () => {
    const set = unwrap(PolicySet.of(["a", "b", "c"].map((id) => ({ id, policy: permit }))));
    for (let round = 0; round < 100; round += 1) {
      unwrap(set.remove("a"));
      unwrap(set.add("a", permit));
    }
    expect([ids(set), set.size]).toEqual([["b", "c", "a"], 3]);
    unwrap(set.remove("c"));
    unwrap(set.add("c", permit));
    const [u, action] = [entityUid("U", "u"), entityUid("Action", "a")];
    expect(isAuthorized({ request: request(u, action, u), policies: set, entities: new Entities() }).reasons).toEqual([
      "b",
      "a",
      "c",
    ]);
    expect(ids(set)).toEqual(["b", "a", "c"]);
  });

  it("are links as well", () => {
    const set = unwrap(PolicySet.of([{ id: "t", policy: principalSlot }]));
    for (const newId of ["x", "y", "z"]) unwrap(set.link({ templateId: "t", newId, values }));
    unwrap(set.unlink("x"));
    unwrap(set.link({ templateId: "t", newId: "x", values }));
    expect(set.linksOf("t")?.map(({ id }) => id)).toEqual(["y", "z", "x"]);
    expect(ids(set)).toEqual(["y", "z", "x"]);
  });

  it("may do so while all are gone through", () => {
    const all = Array.from({ length: 100 }, (_, n) => `p${n}`);
    const set = unwrap(PolicySet.of(all.map((id) => ({ id, policy: permit }))));
    const seen: string[] = [];
    for (const { id } of set) {
      seen.push(id);
      if (id !== "p10") continue;
      for (const other of all.slice(20)) unwrap(set.remove(other));
      unwrap(set.add("p99", permit));
      expect(ids(set)).toEqual([...all.slice(0, 20), "p99"]);
    }
    expect(seen).toEqual([...all.slice(0, 20), "p99"]);
  });
});

describe("policySetFromText", () => {
  const text = `
    permit (principal, action, resource);
    @id("shared") permit (principal == ?principal, action, resource);
    @id forbid (principal, action, resource);
    @other("x") forbid (principal, action, resource);`;

  it("numbers everything, templates too", () => {
    const set = unwrap(policySetFromText(text));
    expect([ids(set), templateIds(set)]).toEqual([["policy0", "policy2", "policy3"], ["policy1"]]);
  });

  it("takes ids from annotations on request, and the position where there is none", () => {
    const set = unwrap(policySetFromText(text, { ids: "annotation" }));
    expect([ids(set), templateIds(set)]).toEqual([["policy0", "", "policy3"], ["shared"]]);
  });

  it("refuses an annotation that clashes with a position", () => {
    const clash = policySetFromText(
      '@id("policy1") permit (principal, action, resource); permit (principal, action, resource);',
      {
        ids: "annotation",
      },
    );
    expect(faultsOf(clash)).toEqual([
      { code: "policy-set/duplicate-id", message: "duplicate template or policy id `policy1`" },
    ]);
  });

  it("takes an empty text, and nothing of a faulty one", () => {
    expect(unwrap(policySetFromText("// nothing\n")).size).toBe(0);
    expect(policySetFromText("permit (principal, action, resource); nonsense").ok).toBe(false);
  });
});
