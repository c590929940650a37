import { Entities, type EntityUid, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Authorizer, isAuthorized, isAuthorizedBatch, PolicySet, type Response } from "../src/index.ts";
import { scanLimit } from "../src/scope-index.ts";
import { arbitraryEntities, arbitraryPolicyText, arbitraryRequest, policy, policySet, request } from "./support.ts";

const nobody = new Entities();
const ada = entityUid("User", "ada");
const view = entityUid("Action", "view");
const plan = entityUid("Doc", "plan");
const adaViews = request(ada, view, plan);
const permit = "permit (principal, action, resource);";
const forbid = "forbid (principal, action, resource);";
const failing = "(principal, action, resource) when { context.missing };";

function decide(texts: Readonly<Record<string, string>>): {
  decision: string;
  reasons: readonly string[];
  errors: readonly string[];
} {
  const { decision, reasons, errors } = isAuthorized({
    request: adaViews,
    policies: policySet(texts),
    entities: nobody,
  });
  return { decision, reasons, errors: errors.map(({ policyId }) => policyId) };
}

describe("isAuthorized", () => {
  it("denies when nothing applies", () => {
    expect(decide({})).toEqual({ decision: "deny", reasons: [], errors: [] });
    expect(decide({ p: 'permit (principal == User::"ben", action, resource);' })).toEqual({
      decision: "deny",
      reasons: [],
      errors: [],
    });
  });

  it("names all satisfied permits, in insertion order", () => {
    expect(decide({ b: permit, no: "permit (principal is Team, action, resource);", a: permit })).toEqual({
      decision: "allow",
      reasons: ["b", "a"],
      errors: [],
    });
  });

  it("lets any forbid win, and then names no permit", () => {
    expect(decide({ a: permit, c: forbid, b: forbid })).toEqual({ decision: "deny", reasons: ["c", "b"], errors: [] });
  });

  it("skips what fails, forbids too, and reports it", () => {
    expect(decide({ a: permit, f: `forbid ${failing}`, p: `permit ${failing}` })).toEqual({
      decision: "allow",
      reasons: ["a"],
      errors: ["f", "p"],
    });
    expect(decide({ p: `permit ${failing}` })).toEqual({ decision: "deny", reasons: [], errors: ["p"] });
  });

  it("reports errors beside a forbid: nothing is cut short", () => {
    expect(decide({ c: forbid, f: `forbid ${failing}`, p: `permit ${failing}` })).toEqual({
      decision: "deny",
      reasons: ["c"],
      errors: ["f", "p"],
    });
  });

  it("gives the error with its place", () => {
    const policies = policySet({ p: `permit ${failing}` });
    expect(isAuthorized({ request: adaViews, policies, entities: nobody }).errors).toEqual([
      {
        policyId: "p",
        error: {
          kind: "error",
          code: "evaluate/missing-attribute",
          message: "record does not have the attribute `missing`",
          help: "record does not have any attributes",
          span: { start: 44, end: 59 },
        },
      },
    ]);
  });

  it("evaluates each link with its own values, and follows the set as it changes", () => {
    const policies = policySet({ t: "permit (principal == ?principal, action, resource in ?resource);" });
    const ask = (who: EntityUid): Response =>
      isAuthorized({ request: request(who, view, plan), policies, entities: nobody });
    const ben = entityUid("User", "ben");
    expect(ask(ada).decision).toBe("deny");
    unwrap(policies.link({ templateId: "t", newId: "ada", values: { "?principal": ada, "?resource": plan } }));
    unwrap(policies.link({ templateId: "t", newId: "ben", values: { "?principal": ben, "?resource": plan } }));
    expect([ask(ada).reasons, ask(ben).reasons]).toEqual([["ada"], ["ben"]]);
    unwrap(policies.unlink("ada"));
    expect([ask(ada).reasons, ask(ben).reasons]).toEqual([[], ["ben"]]);
  });

  it("keeps insertion order when policies come and go", () => {
    const policies = policySet({ a: permit, b: permit });
    unwrap(policies.remove("a"));
    unwrap(policies.add("a", policy(permit)));
    expect(isAuthorized({ request: adaViews, policies, entities: nobody }).reasons).toEqual(["b", "a"]);
  });

  it("throws for what only looks like a request: a forbid must not be lost", () => {
    const policies = policySet({ a: permit, f: 'forbid (principal == User::"ada", action, resource);' });
    const plain = { type: "User", id: "ada" } as never;
    for (const wrong of [{ principal: plain }, { action: plain }, { resource: plain }, { context: {} as never }]) {
      expect(() => isAuthorized({ request: { ...adaViews, ...wrong }, policies, entities: nobody })).toThrow(TypeError);
    }
  });
});

describe("properties", () => {
  const policies = fc.array(arbitraryPolicyText, { maxLength: 3 * scanLimit });
  const numbered = (texts: readonly string[]): PolicySet =>
    unwrap(PolicySet.of(texts.map((text, index) => ({ id: `p${index}`, policy: policy(text) }))));

  it("an indexed set answers as its policies do one by one, errors and order included", () => {
    fc.assert(
      fc.property(
        policies,
        arbitraryEntities,
        fc.array(arbitraryRequest, { minLength: 1, maxLength: 8 }),
        (texts, entities, requests) => {
          const set = numbered(texts);
          const alone = texts.map((text, index) => policySet({ [`p${index}`]: text }));
          for (const each of requests) {
            const answers = alone.map((one) => isAuthorized({ request: each, policies: one, entities }));
            const forbids = answers.filter(({ reasons, decision }) => decision === "deny" && reasons.length > 0);
            const permits = answers.filter(({ decision }) => decision === "allow");
            expect(isAuthorized({ request: each, policies: set, entities })).toEqual({
              decision: forbids.length === 0 && permits.length > 0 ? "allow" : "deny",
              reasons: (forbids.length > 0 ? forbids : permits).flatMap(({ reasons }) => reasons),
              errors: answers.flatMap(({ errors }) => errors),
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives the same answer with an entity source that cannot list ancestors", () => {
    fc.assert(
      fc.property(policies, arbitraryEntities, arbitraryRequest, (texts, entities, each) => {
        const set = numbered(texts);
        const bare = { get: entities.get.bind(entities), isIn: entities.isIn.bind(entities) };
        expect(isAuthorized({ request: each, policies: set, entities: bare })).toEqual(
          isAuthorized({ request: each, policies: set, entities }),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("order and repetition never change a decision", () => {
    fc.assert(
      fc.property(
        policies,
        fc.infiniteStream(fc.nat()),
        arbitraryEntities,
        arbitraryRequest,
        (texts, picks, entities, each) => {
          const shuffled = [...texts, ...texts.slice(0, 3)];
          for (let index = shuffled.length - 1; index > 0; index -= 1) {
            const other = (picks.next().value ?? 0) % (index + 1);
            [shuffled[index], shuffled[other]] = [shuffled[other] as string, shuffled[index] as string];
          }
          const call = { request: each, entities };
          expect(isAuthorized({ ...call, policies: numbered(shuffled) }).decision).toBe(
            isAuthorized({ ...call, policies: numbered(texts) }).decision,
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("a permit more never turns allow into deny, a forbid more never deny into allow", () => {
    fc.assert(
      fc.property(
        policies,
        arbitraryPolicyText,
        arbitraryEntities,
        arbitraryRequest,
        (texts, extra, entities, each) => {
          const call = { request: each, entities };
          const before = isAuthorized({ ...call, policies: numbered(texts) }).decision;
          const after = isAuthorized({ ...call, policies: numbered([...texts, extra]) }).decision;
          if (before !== after) expect(after).toBe(extra.startsWith("permit") ? "allow" : "deny");
        },
      ),
      { numRuns: 100 },
    );
  });

  it("a batch and an Authorizer answer as single calls do", () => {
    fc.assert(
      fc.property(
        policies,
        arbitraryEntities,
        fc.array(arbitraryRequest, { maxLength: 5 }),
        (texts, entities, requests) => {
          const set = numbered(texts);
          const single = requests.map((each) => isAuthorized({ request: each, policies: set, entities }));
          expect(isAuthorizedBatch({ requests, policies: set, entities })).toEqual(single);
          const authorizer = new Authorizer({ policies: set, entities });
          expect(authorizer.isAuthorizedBatch(requests)).toEqual(single);
          expect(requests.map((each) => authorizer.isAuthorized(each))).toEqual(single);
          expect(requests.map((each) => authorizer.explain(each).response)).toEqual(single);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a large set", () => {
  it("finds the policies of one principal among many", () => {
    const template = policy("permit (principal == ?principal, action, resource == ?resource);");
    const set = new PolicySet();
    unwrap(set.add("t", template));
    for (let index = 0; index < 5000; index += 1) {
      const values = { "?principal": entityUid("User", `u${index % 100}`), "?resource": entityUid("Doc", `d${index}`) };
      unwrap(set.link({ templateId: "t", newId: `l${index}`, values }));
    }
    const call = { request: request(entityUid("User", "u42"), view, entityUid("Doc", "d1042")), entities: nobody };
    expect(isAuthorized({ ...call, policies: set })).toEqual({ decision: "allow", reasons: ["l1042"], errors: [] });
    for (let index = 0; index < 5000; index += 1) unwrap(set.unlink(`l${index}`));
    expect(isAuthorized({ ...call, policies: set }).decision).toBe("deny");
  });
});
