import {
  isAuthorizedPartial,
  type PartialResponse,
  partialEntitiesFromPlain,
  partialRequestFromPlain,
} from "@deodar/authorizer/partial";
import { unwrap } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { ancestors, isAuthorizedPartially, type ModelPartialResponse, readKnowledge } from "@deodar/model";
import {
  Choices,
  drawKind,
  drawPolicySet,
  drawRequest,
  drawWorld,
  type RequestJson,
  type World,
} from "@deodar/testing";
import { expect, test } from "vitest";
import { drawOptions } from "../src/options.ts";
import { exactText, hasBigInt, modelJson } from "../src/plain-json.ts";
import { PolicySetForms } from "../src/policy-set-forms.ts";
import { isCrash, Reference } from "../src/reference.ts";
import { Situation } from "../src/situation.ts";

const cases = 500;

type Verdict = Pick<ModelPartialResponse, "decision" | "mustBeDetermining" | "mayBeDetermining" | "erroring">;

test("where unknowns are whole values, the model knows no less of decisions than the engine and the reference", () => {
  const reference = new Reference();
  const wrong: string[] = [];
  const counts = { policies: 0, decided: 0, openToEngine: 0, asked: 0 };
  for (let seed = 1; seed <= cases; seed++) {
    const choices = Choices.random(seed);
    const situation = new Situation(drawWorld(choices, { nonconforming: 15, dangling: 40 }));
    const { ground } = situation.world;
    const parts = drawPolicySet(choices, ground, drawOptions(choices));
    const policies = new PolicySetForms(parts);
    const request = drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 });
    const { known, unknown } = hideValues(choices, request, situation);
    const model = isAuthorizedPartially(policies.model, readKnowledge(known));
    const engine = verdictOf(
      isAuthorizedPartial({
        request: unwrap(partialRequestFromPlain(unknown.request as never)),
        policies: policies.set,
        entities: unwrap(partialEntitiesFromPlain(unknown.entities)),
      }),
    );
    counts.policies += policies.model.policies.length;
    counts.decided += Number(model.decision !== undefined);
    counts.openToEngine += Number(model.decision !== undefined && engine.decision === undefined);
    if (!isAsGood(model, engine)) wrong.push(`seed ${seed}: ${show(model)} against the engine's ${show(engine)}`);

    if (!situation.isExact || hasBigInt(unknown) || hasBigInt(policies.json)) continue;
    const answer = reference.ask((api) =>
      api.isAuthorizedPartial({
        ...(unknown.request as object),
        entities: unknown.entities,
        policies: policies.texts,
      } as never),
    );
    if (isCrash(answer) || answer.type === "failure") continue;
    counts.asked += 1;
    const { decision, errored, mustBeDetermining, mayBeDetermining } = answer.response;
    const theirs = { decision: decision ?? undefined, erroring: errored, mustBeDetermining, mayBeDetermining };
    if (!isAsGood(model, theirs)) wrong.push(`seed ${seed}: ${show(model)} against the reference's ${show(theirs)}`);
  }
  console.log(counts);
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(counts.policies).toBeGreaterThan(2000);
});

/** Whether what the model says beforehand is at least as much, and nothing else. */
function isAsGood(model: Verdict, other: Verdict): boolean {
  const isSubset = (some: readonly string[], all: readonly string[]): boolean => some.every((id) => all.includes(id));
  return (
    (other.decision === undefined || model.decision === other.decision) &&
    isSubset(other.mustBeDetermining, model.mustBeDetermining) &&
    isSubset(model.mayBeDetermining, other.mayBeDetermining) &&
    isSubset(other.erroring, model.erroring)
  );
}

function verdictOf({ decision, mustBeDetermining, mayBeDetermining, errored }: PartialResponse): Verdict {
  return { decision, mustBeDetermining, mayBeDetermining, erroring: errored };
}

function show({ decision, mustBeDetermining, mayBeDetermining, erroring }: Verdict): string {
  return exactText({ decision, must: mustBeDetermining, may: mayBeDetermining, erroring });
}

interface Hidden {
  /** In the form of the model. */
  readonly known: ReturnType<typeof modelJson>;
  /** In the form of the engine and the reference. */
  readonly unknown: { readonly request: object; readonly entities: readonly object[] };
}

/** Hides parts of the request, and attributes and tags as a whole. */
function hideValues(choices: Choices, request: RequestJson, { world, model }: Situation): Hidden {
  let names = 0;
  const one = <T>(part: T): T | null => (choices.chance(40) ? null : part);
  const some = (entries: { readonly [name: string]: JsonValue }): readonly [object, object] => {
    const hidden = Object.entries(entries).map(([name, value]) => {
      names += 1;
      const unknown = { __extn: { fn: "unknown", arg: `unknown ${names}` } };
      return choices.chance(40) ? ([name, null, unknown] as const) : ([name, { exactly: value }, value] as const);
    });
    return [
      { fields: Object.fromEntries(hidden.map(([name, known]) => [name, known])) },
      Object.fromEntries(hidden.map(([name, , value]) => [name, value])),
    ];
  };
  const [knownContext, context] = some(request.context);
  const uids = { principal: one(request.principal), action: one(request.action), resource: one(request.resource) };
  const entities = (world as World).entities.map((entity) => {
    const [knownAttrs, attrs] = some(entity.attrs);
    const [knownTags, tags] = some(entity.tags ?? {});
    const above = ancestors(modelJson(entity.uid), model).map(({ type, id }) => ({ type, id }));
    return {
      known: { uid: entity.uid, attrs: knownAttrs, tags: knownTags, ancestors: above },
      unknown: { ...entity, attrs, tags },
    };
  });
  return {
    known: modelJson({
      request: { ...uids, context: knownContext },
      entities: entities.map(({ known }) => known),
      complete: true,
    }),
    unknown: { request: { ...uids, context }, entities: entities.map(({ unknown }) => unknown) },
  };
}
