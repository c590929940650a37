import { unwrap } from "@deodar/diagnostics";
import { parseSchema, schemaFromJsonValue } from "@deodar/schema";
import { parsePolicy, printExpression, printPolicy } from "@deodar/syntax";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryOf, conditionsOf, entitiesOf, policiesOf, requestsOf, scenarios, schemas } from "../src/index.ts";

const schema = unwrap(
  parseSchema(`
    entity Group;
    entity User in [Group] { name: String, age?: Long } tags String;
    entity Doc { owner: User, state: State };
    entity State enum ["open", "closed"];
    action read appliesTo { principal: User, resource: Doc, context: { mfa?: Bool } };
  `),
);

describe("arbitraries", () => {
  it("shrink to the simplest case that fails", () => {
    const property = fc.property(policiesOf(schema), (policy) => policy.effect === "permit");
    const { counterexample } = fc.check(property, { seed: 1 });
    expect(counterexample?.map(printPolicy)).toEqual(["forbid(principal, action, resource);"]);
  });

  it("shrink lists of choices", () => {
    const numbers = arbitraryOf((choices) => choices.list(0, 9, () => choices.below(100)));
    const { counterexample } = fc.check(
      fc.property(numbers, (list) => list.every((number) => number < 40)),
      { seed: 3 },
    );
    expect(counterexample).toEqual([[40]]);
  });

  it("give schemas that are accepted", () => {
    fc.assert(fc.property(schemas(), (json) => schemaFromJsonValue(json).ok));
  });

  it("give entities of declared types with attributes of the declared types", () => {
    fc.assert(
      fc.property(entitiesOf(schema), (entities) => {
        for (const { uid, attrs, parents } of entities) {
          expect(["Group", "User", "Doc", "State", "Action"]).toContain(uid.type);
          if (uid.type === "User") expect(typeof attrs["name"]).toBe("string");
          if (uid.type === "State") expect(["open", "closed"]).toContain(uid.id);
          for (const parent of parents) expect([uid.type, parent.type]).toEqual(["User", "Group"]);
        }
      }),
    );
  });

  it("give requests that the schema allows, with and without optional attributes", () => {
    const contexts = new Set<string>();
    fc.assert(
      fc.property(requestsOf(schema), ({ principal, action, resource, context }) => {
        expect([principal.type, action, resource.type]).toEqual(["User", { type: "Action", id: "read" }, "Doc"]);
        contexts.add(JSON.stringify(context));
      }),
    );
    expect([...contexts].sort()).toEqual(['{"mfa":false}', '{"mfa":true}', "{}"]);
  });

  it("give policies and conditions that can be printed and read", () => {
    fc.assert(
      fc.property(policiesOf(schema, { slips: 20, wild: 30 }), (policy) => parsePolicy(printPolicy(policy)).ok),
    );
    fc.assert(fc.property(conditionsOf(schema), (condition) => printExpression(condition).length > 0));
  });

  it("give scenarios with policies, templates and links of ids that differ", () => {
    const sizes: number[] = [];
    fc.assert(
      fc.property(scenarios(), ({ policies: { policies, templates, links } }) => {
        const ids = [...policies, ...templates].map(({ id }) => id).concat(links.map(({ newId }) => newId));
        expect(new Set(ids).size).toBe(ids.length);
        sizes.push(policies.length + links.length);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBeGreaterThan(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });
});
