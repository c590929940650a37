import { type EntityStore, type EntityUid, entityOf, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { compilePolicy, Environment, isEvaluationError, type Request } from "@deodar/evaluator";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type IndexedSource,
  isAuthorized,
  PolicySet as Policies,
  type PolicySet,
  policySetFromText,
} from "../src/index.ts";
import type { PolicyError, Response } from "../src/response.ts";
import { arbitraryEntities, arbitraryPolicyText, arbitraryRequest, policy } from "./support.ts";

/** The response by the definition: every policy of the set is evaluated, with nothing remembered from before. */
function scan(policies: PolicySet, request: Request, entities: IndexedSource): Response {
  const satisfied = { permit: [] as string[], forbid: [] as string[] };
  const errors: PolicyError[] = [];
  for (const entry of policies) {
    const slots = entry.kind === "link" ? entry.values : {};
    // Behind an object of its own a store is asked by its public methods only.
    const source = { get: (uid: EntityUid) => entities.get(uid), isIn: entities.isIn.bind(entities) };
    const outcome = unwrap(compilePolicy(entry.policy)).evaluate(new Environment(request, source, slots));
    if (isEvaluationError(outcome)) errors.push({ policyId: entry.id, error: outcome });
    else if (outcome) satisfied[entry.policy.effect].push(entry.id);
  }
  const { permit, forbid } = satisfied;
  const decision = forbid.length === 0 && permit.length > 0 ? "allow" : "deny";
  return { decision, reasons: forbid.length > 0 ? forbid : permit, errors };
}

const templateText = "forbid (principal in ?principal, action, resource is D in ?resource) unless { resource.locked };";

type Change = (policies: PolicySet, entities: EntityStore, number: number) => void;

const group = fc.constantFrom("g", "h", "i");

/** Changes of policies and entities, those of actions among them, on which what is remembered of actions depends. */
const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  arbitraryPolicyText.map(
    (text): Change =>
      (policies, _, n) =>
        unwrap(policies.add(`p${n}`, policy(text))),
  ),
  fc.nat().map((at): Change => {
    return (policies) => {
      const entries = [...policies];
      const entry = entries[at % Math.max(1, entries.length)];
      if (entry?.kind === "static") unwrap(policies.remove(entry.id));
      else if (entry?.kind === "link") unwrap(policies.unlink(entry.id));
    };
  }),
  fc.tuple(group, group).map(([a, b]): Change => {
    const values = { "?principal": entityUid("G", a), "?resource": entityUid("G", b) };
    return (policies, _, n) => unwrap(policies.link({ templateId: "template", newId: `l${n}`, values }));
  }),
  fc.tuple(fc.constantFrom("view", "edit"), fc.subarray(["all", "edit"])).map(([id, above]): Change => {
    const parents = above.filter((each) => each !== id).map((each) => entityUid("Action", each));
    return (_, entities) => void entities.upsert([entityOf(entityUid("Action", id), { parents })]);
  }),
  fc.constantFrom("view", "all").map(
    (id): Change =>
      (_, entities) =>
        void entities.remove(entityUid("Action", id)),
  ),
  fc.tuple(fc.constantFrom("a", "b"), fc.subarray(["g", "h", "i"])).map(([id, above]): Change => {
    const parents = above.map((each) => entityUid("G", each));
    return (_, entities) => void entities.upsert([entityOf(entityUid("U", id), { parents })]);
  }),
  group.map(
    (id): Change =>
      (_, entities) =>
        void entities.remove(entityUid("G", id)),
  ),
);

describe("a decision is the same as that of a scan of all policies", () => {
  it("whatever of policies and entities has changed since the last one", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPolicyText, { maxLength: 25 }),
        arbitraryEntities,
        fc.array(arbitraryChange, { maxLength: 8 }),
        fc.array(arbitraryRequest, { minLength: 2, maxLength: 5 }),
        (texts, entities, changes, requests) => {
          const policies = unwrap(Policies.of(texts.map((text, index) => ({ id: `s${index}`, policy: policy(text) }))));
          unwrap(policies.addTemplate("template", policy(templateText)));
          for (const [number, change] of [() => undefined, ...changes].entries()) {
            change(policies, entities, number);
            for (const request of [...requests, ...requests]) {
              expect(isAuthorized({ request, policies, entities })).toEqual(scan(policies, request, entities));
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("also for a set that serves stores which know different things of actions", () => {
    const policies = unwrap(policySetFromText('permit (principal, action in Action::"all", resource);'));
    fc.assert(
      fc.property(fc.array(arbitraryEntities, { minLength: 2, maxLength: 3 }), arbitraryRequest, (stores, request) => {
        for (const entities of [...stores, ...stores, ...stores.flatMap((each) => [each, each, each])]) {
          expect(isAuthorized({ request, policies, entities })).toEqual(scan(policies, request, entities));
        }
      }),
    );
  });
});
