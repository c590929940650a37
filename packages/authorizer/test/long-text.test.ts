import { emptyRecord, entityUid, recordOf } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifyPolicies, isAuthorized, PolicySet, policySetFromText } from "../src/index.ts";
import { splitPolicies } from "../src/split-policies.ts";
import { arbitraryEntities, arbitraryPolicyText, arbitraryRequest, faultsOf } from "./support.ts";

/** A comment that makes any text a long one. */
const filler = `// ${"long ".repeat(60_000)}; "\n`;

/** The set that holds the trees of a text. */
function ofTrees(text: string, ids: "position" | "annotation" = "position"): PolicySet {
  return unwrap(PolicySet.of(identifyPolicies(unwrap(parsePolicies(text)).policies, { ids })));
}

const odd = [
  `@id("a;b") permit (principal == U::"a;\\"//", action, resource) when { context.x == ";" }; // ; "`,
  `@id("t") forbid (principal in ?principal, action, resource);`,
  `@note permit (principal, action in [Action::"view", Action::"edit"], resource is D in G::"g")\nunless { 1 };`,
  `permit (principal, action, resource);\r\n// "\r`,
  `forbid (principal, action == Action::"view", resource) when { principal.missing.deeper } unless { context.x };`,
].join("\n");

describe("a set of a long text", () => {
  it("has the same policies, with the same places in the text", () => {
    const text = `${odd}${filler}${odd.replace('"t"', '"u"').replace("a;b", "é")}`;
    for (const ids of ["position", "annotation"] as const) {
      const set = unwrap(policySetFromText(text, { ids }));
      const trees = ofTrees(text, ids);
      expect(set.size).toBe(8);
      expect([...set]).toEqual([...trees]);
      expect([...set.templates()]).toEqual([...trees.templates()]);
      expect(set.get("policy3")).toEqual(set.get("policy3"));
    }
  });

  it("gives the same responses, errors with their places included", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPolicyText, { minLength: 1, maxLength: 30 }),
        arbitraryEntities,
        fc.array(arbitraryRequest, { minLength: 1, maxLength: 4 }),
        (texts, entities, requests) => {
          // Twice, so that conditions are shared between distant policies.
          const text = [...texts, filler, ...texts].join("\n");
          const policies = unwrap(policySetFromText(text));
          const trees = ofTrees(text);
          for (const request of [...requests, ...requests]) {
            const response = isAuthorized({ request, policies, entities });
            expect(response).toEqual(isAuthorized({ request, policies: trees, entities }));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("can be changed like any other", () => {
    const set = unwrap(policySetFromText(`${filler}permit (principal, action, resource) when { context.x };`));
    const request = {
      principal: entityUid("U", "a"),
      action: entityUid("Action", "view"),
      resource: entityUid("D", "x"),
      context: recordOf([["x", true]]),
    };
    const entities = { get: () => undefined, isIn: () => false };
    expect(isAuthorized({ request, policies: set, entities }).reasons).toEqual(["policy0"]);
    const { errors } = isAuthorized({ request: { ...request, context: emptyRecord }, policies: set, entities });
    expect(errors[0]?.error.span).toEqual({ start: filler.length + 44, end: filler.length + 53 });
    const removed = unwrap(set.remove("policy0"));
    expect(removed.policy.span?.start).toBe(filler.length);
    expect(isAuthorized({ request, policies: set, entities }).decision).toBe("deny");
    unwrap(set.add("policy0", removed.policy));
    expect(isAuthorized({ request, policies: set, entities }).decision).toBe("allow");
  });

  it("has the same faults", () => {
    const permit = `@id("x") permit (principal, action, resource);`;
    const template = `@id("x") permit (principal == ?principal, action, resource);`;
    for (const text of [
      `${permit}${filler}permit (principal, action);`,
      `${permit}${filler}"unclosed`,
      `${permit}${filler}"unclosed \\`,
      `${permit}${filler}${permit}`,
      `${permit}${filler}${template}`,
      `${template}${filler}${template}`,
    ]) {
      const read = parsePolicies(text);
      const expected = read.ok
        ? PolicySet.of(identifyPolicies(read.value.policies, { ids: "annotation" }))
        : parsePolicies(text);
      expect(faultsOf(policySetFromText(text, { ids: "annotation" }))).toEqual(faultsOf(expected));
    }
  });
});

describe("splitPolicies", () => {
  it("cuts behind semicolons that end policies, and loses nothing", () => {
    const text = `a ";" b; // ; \n c "\\";" ; d`;
    const parts = [...splitPolicies(text, 1)].map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual([`a ";" b;`, ` // ; \n c "\\";" ;`, " d"]);
    expect([...splitPolicies(text, 10)].length).toBe(2);
    expect([...splitPolicies("", 1)]).toEqual([]);
  });
});
