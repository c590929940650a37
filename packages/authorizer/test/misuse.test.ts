import {
  Entities,
  type Entity,
  type EntitySource,
  type EntityUid,
  emptyRecord,
  entityOf,
  entityUid,
} from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import type { Policy } from "@deodar/syntax";
import { describe, expect, it } from "vitest";
import { isAuthorized, type PolicySet, policySetFromText } from "../src/index.ts";
import { scanLimit } from "../src/scope-index.ts";
import { policy, request } from "./support.ts";

const ada = entityUid("User", "ada");
const banned = entityUid("Team", "banned");
const view = entityUid("Action", "view");
const plan = entityUid("Doc", "plan");
const adaViews = request(ada, view, plan);
const permitAll = "permit (principal, action, resource);";

/** Policies that fill the index, so that it branches, and never apply. */
function fillers(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `permit (principal in Team::"${index}", action, resource);\n`,
  ).join("");
}

describe.each([0, 2 * scanLimit])("among %d other policies", (others) => {
  const set = (text: string): PolicySet => unwrap(policySetFromText(text + fillers(others)));

  it("a source of entities that changes the policies while they are tried hides none of them", () => {
    const policies = set(`
      permit (principal in Team::"gone", action, resource);
      permit (principal in Team::"gone", action, resource);
      forbid (principal in Team::"banned", action, resource);
      ${permitAll}`);
    const members = unwrap(Entities.of([entityOf(ada, { parents: [banned, entityUid("Team", "gone")] })]));
    const source: EntitySource = {
      get: (uid) => members.get(uid),
      isIn: (descendant, ancestor) => {
        policies.remove("policy0");
        policies.remove("policy1");
        return members.isIn(descendant, ancestor);
      },
    };
    expect(isAuthorized({ request: adaViews, policies, entities: source })).toMatchObject({
      decision: "deny",
      reasons: ["policy2"],
    });
  });

  it("a store whose memberships are computed by an override is believed", () => {
    class Computed extends Entities {
      override isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
        return super.isIn(descendant, ancestor) || (descendant.id === "ada" && ancestor.id === "banned");
      }
    }
    const policies = set(`forbid (principal in Team::"banned", action, resource); ${permitAll}`);
    const own = Object.assign(new Entities(), {
      isIn: (_: EntityUid, ancestor: EntityUid) => ancestor.id === "banned",
    });
    for (const entities of [new Computed(), own]) {
      expect(isAuthorized({ request: adaViews, policies, entities })).toMatchObject({
        decision: "deny",
        reasons: ["policy0"],
      });
    }
  });

  it.each([
    ["a promise", async () => false],
    ["nothing", () => undefined],
    ["a number", () => 1],
  ])("a source of entities that answers with %s is refused", (_, isIn) => {
    const policies = set(`forbid (principal in Team::"banned", action, resource); ${permitAll}`);
    const conditional = set(`forbid (principal, action, resource) when { principal in Team::"banned" }; ${permitAll}`);
    const entities = { get: () => undefined, isIn } as unknown as EntitySource;
    expect(() => isAuthorized({ request: adaViews, policies, entities })).toThrow(TypeError);
    expect(() => isAuthorized({ request: adaViews, policies: conditional, entities })).toThrow(TypeError);
  });

  it("an attribute that is undefined is reported as one that is missing", () => {
    const policies = set(`
      permit (principal, action, resource) when { context.missing };
      forbid (principal, action, resource) when { principal.banned };`);
    const attributes = new Map([["banned", undefined]]);
    const entity = { uid: ada, attributes, tags: new Map(), parents: [] } as unknown as Entity;
    const { errors } = isAuthorized({
      request: adaViews,
      policies,
      entities: { get: () => entity, isIn: () => false },
    });
    expect(errors.map(({ policyId, error }) => `${policyId}: ${error.message}`)).toEqual([
      "policy0: record does not have the attribute `missing`",
      'policy1: `User::"ada"` does not have the attribute `banned`',
    ]);
  });

  it("an ancestor that a source names twice is one reason", () => {
    const policies = set('permit (principal in Team::"staff", action, resource);');
    const staff = entityUid("Team", "staff");
    const entities = {
      get: (): Entity | undefined => undefined,
      isIn: (_: EntityUid, ancestor: EntityUid) => ancestor.id === "staff",
      ancestors: () => [staff, staff],
    };
    expect(isAuthorized({ request: adaViews, policies, entities }).reasons).toEqual(["policy0"]);
  });

  it("a request is read once", () => {
    let reads = 0;
    const shifting: Request = {
      get principal() {
        reads += 1;
        return reads === 1 ? ada : entityUid("User", "eve");
      },
      action: view,
      resource: plan,
      context: emptyRecord,
    };
    const policies = set(`forbid (principal == User::"ada", action, resource); ${permitAll}`);
    expect(isAuthorized({ request: shifting, policies, entities: new Entities() }).decision).toBe("deny");
    expect(reads).toBe(1);
  });

  it("a template is linked as it was when it was added, whatever became of its tree", () => {
    const policies = set(permitAll);
    const tree = structuredClone(policy("forbid (principal == ?principal, action, resource);")) as {
      -readonly [Key in keyof Policy]: Policy[Key];
    };
    unwrap(policies.add("template", tree));
    tree.principal = policy('forbid (principal == User::"eve", action, resource);').principal;
    unwrap(policies.link({ templateId: "template", newId: "link", values: { "?principal": ada } }));
    expect(isAuthorized({ request: adaViews, policies, entities: new Entities() })).toMatchObject({
      decision: "deny",
      reasons: ["link"],
    });
  });
});

it.each([
  ["a number for an id", { principal: { kind: "entity", type: "User", id: 7 } }],
  ["no id", { resource: { kind: "entity", type: "Doc" } }],
  ["no type", { action: { kind: "entity", id: "view" } }],
  ["a plain object for attributes", { context: { kind: "record", entries: { mfa: true } } }],
])("a request with %s is refused", (_, wrong) => {
  const policies = unwrap(policySetFromText(permitAll));
  const call = { request: { ...adaViews, ...wrong } as unknown as Request, policies, entities: new Entities() };
  expect(() => isAuthorized(call)).toThrow(TypeError);
});
