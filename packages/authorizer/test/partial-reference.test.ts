import * as reference from "@cedar-policy/cedar-wasm/nodejs";
import { emptyRecord, entityUid, recordOf, type Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { policyToJson } from "@deodar/syntax/json";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isAuthorized, PolicySet } from "../src/index.ts";
import {
  isAuthorizedPartial,
  type PartialRequestInput,
  type PartialResponse,
  partialEntitiesFromPlain,
  partialRequestFromPlain,
  reauthorize,
} from "../src/partial/index.ts";
import { arbitraryEntities, arbitraryPolicyText, arbitraryRequest, policy } from "./support.ts";

const hidden = fc.record({
  principal: fc.boolean(),
  action: fc.boolean(),
  resource: fc.boolean(),
  context: fc.boolean(),
  locked: fc.boolean(),
});

const templates = {
  t0: "permit (principal == ?principal, action, resource in ?resource);",
  t1: "forbid (principal in ?principal, action, resource) when { resource.locked };",
  t2: '@why("because") @bare permit (principal, action, resource == ?resource) when { 1 + "a" == context.x };',
} as const;

const uids = fc.constantFrom(entityUid("U", "a"), entityUid("G", "h"), entityUid("D", "x"), entityUid("G", "i"));

const links = fc.array(fc.tuple(fc.constantFrom("t0", "t1", "t2"), uids, uids), { maxLength: 3 }).map((all) =>
  all.map(([templateId, principal, resource], index) => ({
    templateId,
    newId: `link${index}`,
    values: {
      ...(templateId === "t2" ? {} : { "?principal": principal }),
      ...(templateId === "t1" ? {} : { "?resource": resource }),
    },
  })),
);

type Call = Parameters<typeof reference.isAuthorizedPartial>[0];

const unknownJson = (name: string): object => ({ __extn: { fn: "unknown", arg: name } });
const uidJson = ({ type, id }: { type: string; id: string }): { type: string; id: string } => ({ type, id });

test("answers as the reference does, and the rest of it with everything known as a direct decision", () => {
  const decisions = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(arbitraryPolicyText, { maxLength: 12 }),
      links,
      arbitraryEntities,
      arbitraryRequest,
      hidden,
      (texts, templateLinks, entities, request, hide) => {
        const policies = unwrap(PolicySet.of(texts.map((text, index) => ({ id: `p${index}`, policy: policy(text) }))));
        for (const [id, text] of Object.entries(templates)) unwrap(policies.addTemplate(id, policy(text)));
        for (const link of templateLinks) unwrap(policies.link(link));

        const x = request.context.entries.get("x");
        const lockedOf = new Map<string, Value>();
        const plainEntities = (
          JSON.parse(unwrap(entities.toJson())) as { uid: never; attrs: { locked?: Value } }[]
        ).map((entity) => {
          if (entity.attrs.locked === undefined || !hide.locked) return entity;
          const name = `locked ${JSON.stringify(entity.uid)}`;
          lockedOf.set(name, entity.attrs.locked);
          return { ...entity, attrs: { locked: unknownJson(name) } };
        });
        const plainRequest = {
          principal: hide.principal ? null : uidJson(request.principal),
          action: hide.action ? null : uidJson(request.action),
          resource: hide.resource ? null : uidJson(request.resource),
          context: x === undefined ? {} : { x: hide.context ? unknownJson("the x") : x },
        } satisfies PartialRequestInput;

        const partialEntities = unwrap(partialEntitiesFromPlain(plainEntities));
        const ours = isAuthorizedPartial({
          request: unwrap(partialRequestFromPlain(plainRequest)),
          policies,
          entities: partialEntities,
        });
        const answer = reference.isAuthorizedPartial({
          ...plainRequest,
          entities: plainEntities,
          policies: {
            staticPolicies: Object.fromEntries(texts.map((text, index) => [`p${index}`, text])),
            templates,
            templateLinks: templateLinks.map((link) => ({ ...link, values: valuesJson(link.values) })),
          },
        } as unknown as Call);
        if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors));
        const filled = withoutSlots(answer.response, templateLinks);
        expect(answerOf(ours)).toEqual(filled);
        expect(ours.errors.map(({ policyId }) => policyId)).toEqual(ours.errored);

        const knowledge = {
          principal: hide.principal ? request.principal : undefined,
          action: hide.action ? request.action : undefined,
          resource: hide.resource ? request.resource : undefined,
          unknowns: [...lockedOf, ...(x === undefined || !hide.context ? [] : [["the x", x] as const])],
        };
        const direct = isAuthorized({ request, policies, entities });
        for (const source of [partialEntities, entities]) {
          const later = unwrap(reauthorize(ours, { ...knowledge, entities: source }));
          expect(later.decision).toBe(direct.decision);
          expect(later.mustBeDetermining).toEqual(direct.reasons);
          expect(new Set(later.errored)).toEqual(new Set(direct.errors.map(({ policyId }) => policyId)));
          expect(later.nontrivialResiduals).toEqual([]);
        }
        if (ours.decision !== undefined) expect(direct.decision).toBe(ours.decision);
        decisions.add(String(ours.decision));
      },
    ),
    { seed: 11, numRuns: 1500 },
  );
  expect(decisions).toEqual(new Set(["allow", "deny", "undefined"]));
});

test("an unknown context comes out, too", () => {
  const policies = unwrap(
    PolicySet.of([{ id: "p", policy: policy("permit (principal, action, resource) when { context.x };") }]),
  );
  const entities = unwrap(partialEntitiesFromPlain([]));
  const uid = entityUid("U", "a");
  const request = { principal: uid, action: uid, resource: uid };
  const response = isAuthorizedPartial({ request, policies, entities });
  expect(response.decision).toBe(undefined);
  const decide = (context: typeof emptyRecord): unknown => {
    const later = unwrap(reauthorize(response, { context, entities }));
    return [later.decision, later.errored];
  };
  expect(decide(recordOf([["x", true]]))).toEqual(["allow", []]);
  expect(decide(recordOf([["x", false]]))).toEqual(["deny", []]);
  expect(decide(emptyRecord)).toEqual(["deny", ["p"]]);
});

function valuesJson(values: { readonly [slot: string]: { type: string; id: string } }): object {
  return Object.fromEntries(Object.entries(values).map(([slot, uid]) => [slot, uidJson(uid)]));
}

/** The answer as the reference gives it, with lists in order. */
function answerOf(response: PartialResponse): object {
  return {
    decision: response.decision ?? null,
    satisfied: [...response.satisfied].sort(),
    errored: [...response.errored].sort(),
    mayBeDetermining: [...response.mayBeDetermining].sort(),
    mustBeDetermining: [...response.mustBeDetermining].sort(),
    nontrivialResiduals: [...response.nontrivialResiduals].sort(),
    residuals: Object.fromEntries(
      Array.from(response.residuals, ([id, residual]) => [id, JSON.parse(JSON.stringify(policyToJson(residual)))]),
    ),
  };
}

type Answer = Extract<ReturnType<typeof reference.isAuthorizedPartial>, { type: "residuals" }>["response"];

/** The reference leaves slots in what it does not evaluate; they are filled here. */
function withoutSlots(
  answer: Answer,
  all: readonly { newId: string; values: Readonly<Record<string, unknown>> }[],
): object {
  const residuals = Object.entries(answer.residuals).map(([id, residual]) => {
    const values = all.find(({ newId }) => newId === id)?.values ?? {};
    const json = JSON.stringify(residual, (_, part: unknown) => {
      const slot = typeof part === "object" && part !== null && "Slot" in part ? part.Slot : undefined;
      return typeof slot === "string" ? { Value: { __entity: uidJson(values[slot] as never) } } : part;
    });
    return [id, JSON.parse(json)];
  });
  return {
    decision: answer.decision,
    satisfied: [...answer.satisfied].sort(),
    errored: [...answer.errored].sort(),
    mayBeDetermining: [...answer.mayBeDetermining].sort(),
    mustBeDetermining: [...answer.mustBeDetermining].sort(),
    nontrivialResiduals: [...answer.nontrivialResiduals].sort(),
    residuals: Object.fromEntries(residuals),
  };
}
