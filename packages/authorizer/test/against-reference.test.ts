import { createRequire } from "node:module";
import { unwrap } from "@deodar/diagnostics";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAuthorized, PolicySet } from "../src/index.ts";
import { policySetFromPlain } from "../src/json.ts";
import { arbitraryEntities, arbitraryPolicyText, arbitraryRequest, policy } from "./support.ts";

type Reference = typeof import("@cedar-policy/cedar-wasm/nodejs");
const reference = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs") as Reference;

describe("against the reference", () => {
  it("decides as it does, with the same reasons and the same errors", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPolicyText, { maxLength: 25 }),
        arbitraryEntities,
        fc.array(arbitraryRequest, { minLength: 1, maxLength: 3 }),
        (texts, entities, requests) => {
          const policies = unwrap(
            PolicySet.of(texts.map((text, index) => ({ id: `p${index}`, policy: policy(text) }))),
          );
          const staticPolicies = Object.fromEntries(texts.map((text, index) => [`p${index}`, text]));
          for (const request of requests) {
            const ours = isAuthorized({ request, policies, entities });
            const answer = reference.isAuthorized({
              principal: { type: request.principal.type, id: request.principal.id },
              action: { type: request.action.type, id: request.action.id },
              resource: { type: request.resource.type, id: request.resource.id },
              context: Object.fromEntries(request.context.entries) as never,
              entities: JSON.parse(unwrap(entities.toJson())),
              policies: { staticPolicies },
            });
            if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors));
            const { decision, diagnostics } = answer.response;
            const errors = diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`);
            expect(ours.decision).toBe(decision);
            expect(new Set(ours.reasons)).toEqual(new Set(diagnostics.reason));
            expect(new Set(ours.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`))).toEqual(
              new Set(errors),
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("words the faults of templates and links as it does", () => {
    const json = (effect: string, principal: object, resource: object): object => ({
      effect,
      principal,
      action: { op: "All" },
      resource,
      conditions: [],
    });
    const all = { op: "All" };
    const slot = (name: string): object => ({ op: "in", slot: name });
    const plain = json("permit", all, all);
    const who = json("permit", slot("?principal"), all);
    const what = json("forbid", all, slot("?resource"));
    const both = json("permit", slot("?principal"), slot("?resource"));
    const id = fc.constantFrom("a", "b", "c", "d");
    const values = fc
      .subarray(["?principal", "?resource"])
      .map((slots) => Object.fromEntries(slots.map((name) => [name, { type: "User", id: "ada" }])));
    const property = fc.property(
      fc.dictionary(id, fc.constant(plain), { maxKeys: 2 }),
      fc.dictionary(id, fc.constantFrom(who, what, both), { maxKeys: 2 }),
      fc.array(fc.record({ templateId: id, newId: id, values }), { maxLength: 4 }),
      (staticPolicies, templates, templateLinks) => {
        const set = { staticPolicies: { ...staticPolicies }, templates: { ...templates }, templateLinks };
        const ours = policySetFromPlain(set);
        const theirs = reference.checkParsePolicySet(set as never);
        expect(ours.ok).toBe(theirs.type === "success");
        if (ours.ok || theirs.type === "success") return;
        // The wrapper names the template that cannot be added, and takes templates in any order.
        const said = theirs.errors.map(({ message }) =>
          message.replace(/^failed to add template with id `.*?` to policy set: /, ""),
        );
        expect(said).toContain(ours.errors[0]?.message);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
