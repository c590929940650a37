import { entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { policyToJson } from "@deodar/syntax/json";
import { describe, expect, it } from "vitest";
import type { PolicySet } from "../src/index.ts";
import { policySetFromJson, policySetFromPlain } from "../src/json.ts";
import { faultsOf, policy } from "./support.ts";

const permit = policyToJson(policy("permit (principal, action, resource);"));
const shared = policyToJson(policy("permit (principal == ?principal, action, resource);"));
const ada = { type: "User", id: "ada" };
const link = (templateId: string, newId: string, values: object = { "?principal": ada }): object => ({
  templateId,
  newId,
  values,
});

const ids = (set: PolicySet): readonly string[] => [...set].map(({ id }) => id);

describe("policySetFromPlain", () => {
  it("reads static policies, templates and links, in this order", () => {
    const set = unwrap(
      policySetFromPlain({
        templateLinks: [link("t", "l"), link("u", "m", { "?principal": { __entity: ada } })],
        templates: { t: shared, u: shared },
        staticPolicies: { p: permit },
      }),
    );
    expect(ids(set)).toEqual(["p", "l", "m"]);
    expect([...set.templates()].map(({ id }) => id)).toEqual(["t", "u"]);
    expect(set.linksOf("u")?.[0]?.values).toEqual({ "?principal": entityUid("User", "ada") });
  });

  it("takes templates without slots", () => {
    const set = unwrap(
      policySetFromPlain({ staticPolicies: {}, templates: { t: permit }, templateLinks: [link("t", "l", {})] }),
    );
    expect(ids(set)).toEqual(["l"]);
  });

  it("reports everything that does not fit together, with paths, and loads nothing", () => {
    const result = policySetFromPlain({
      staticPolicies: { p: permit },
      templates: { p: shared, t: shared },
      templateLinks: [link("t", "p"), link("x", "a"), link("p", "b"), link("t", "c", {}), link("t", "d")],
    });
    if (result.ok) throw new Error("expected a failure");
    expect(result.errors.map(({ code, path }) => [code, path])).toEqual([
      ["policy-set/duplicate-id", ["templates", "p"]],
      ["policy-set/link-id-taken", ["templateLinks", 0]],
      ["policy-set/unknown-template", ["templateLinks", 1]],
      ["policy-set/not-a-template", ["templateLinks", 2]],
      ["policy-set/slots-missing", ["templateLinks", 3]],
    ]);
  });

  it("refuses templates among static policies, and other shapes", () => {
    const slots = policySetFromPlain({ staticPolicies: { p: shared }, templates: {}, templateLinks: [] });
    expect(faultsOf(slots)).toEqual([
      {
        code: "policy-json/expected-static",
        message: "expected a static policy, got a template containing the slot ?principal",
      },
    ]);
    expect(faultsOf(policySetFromPlain({ staticPolicies: {} })).map(({ code }) => code)).toContain(
      "policy-json/missing-field",
    );
  });
});

describe("policySetFromJson", () => {
  const text = (parts: { staticPolicies?: object; templates?: object; templateLinks?: readonly object[] }): string =>
    JSON.stringify({ staticPolicies: {}, templates: {}, templateLinks: [], ...parts });

  it("reads text", () => {
    expect(ids(unwrap(policySetFromJson(text({ staticPolicies: { p: permit } }))))).toEqual(["p"]);
  });

  it("tells the place of what does not fit together", () => {
    const source = text({ templates: { t: shared }, templateLinks: [link("t", "t")] });
    const result = policySetFromJson(source);
    if (result.ok) throw new Error("expected a failure");
    const [label] = result.errors[0]?.labels ?? [];
    expect(source.slice(label?.start, label?.end)).toBe(JSON.stringify(link("t", "t")));
  });

  it("gives places to the first errors only", () => {
    const links = Array.from({ length: 30 }, (_, index) => link("x", `l${index}`));
    const result = policySetFromJson(text({ templateLinks: links }));
    if (result.ok) throw new Error("expected a failure");
    expect(result.errors.map(({ labels }) => labels.length)).toEqual([...Array(20).fill(1), ...Array(10).fill(0)]);
  });

  it("refuses what is no JSON", () => {
    expect(policySetFromJson("{").ok).toBe(false);
  });
});
