import {
  completes,
  decideByLoading,
  isAuthorized,
  isAuthorizedFurther,
  isAuthorizedPartially,
  type ModelPartialResponse,
  type ModelResponse,
  readKnowledge,
  readPolicies,
  readSchema,
  reauthorize,
  residualPolicies,
} from "@deodar/model";
import { Choices, drawKind, drawPolicySet, drawRequest, drawWorld } from "@deodar/testing";
import { expect, test } from "vitest";
import { drawOptions } from "../src/options.ts";
import { exactText, modelJson } from "../src/plain-json.ts";
import { PolicySetForms } from "../src/policy-set-forms.ts";
import { Question, Situation } from "../src/situation.ts";
import { type Hiding, hide } from "./partial-world.ts";

const cases = 450;

test("what the model leaves of policies decides as they do, and what it says of decisions beforehand is true", () => {
  const wrong: string[] = [];
  const counts = { policies: 0, left: 0, allow: 0, deny: 0, open: 0, erroring: 0, must: 0 };
  for (let seed = 1; seed <= cases; seed++) {
    const choices = Choices.random(seed);
    // What a schema tells is true only of data that conforms to it.
    const typed = choices.chance(60);
    const situation = new Situation(drawWorld(choices, typed ? {} : { nonconforming: 15, dangling: 40 }));
    const { ground, entities, schemaJson } = situation.world;
    const schema = typed ? readSchema(modelJson(schemaJson as object)) : undefined;
    const policies = new PolicySetForms(drawPolicySet(choices, ground, drawOptions(choices))).model;
    const question = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 }));
    if (typed && ground.view.kinds.length === 0) continue;
    const direct = isAuthorized({ policies, entities: situation.model, request: question.model });
    const know = (hiding: Hiding): ReturnType<typeof readKnowledge> =>
      readKnowledge(hide(choices, question.json, entities, situation.model, hiding), schema);

    const much = 20 + choices.below(60);
    const knowledge = know({ request: much, values: much, entities: much, complete: choices.chance(50) });
    const partial = isAuthorizedPartially(policies, knowledge);
    const further = isAuthorizedFurther(
      partial.residuals,
      know({ request: 20, values: 10, entities: 20, complete: false }),
    );
    const everything = know({ request: 0, values: 0, entities: 0, complete: true });
    const all = isAuthorizedPartially(policies, everything);
    const knowledgeOfRequest = know({ request: 0, values: 0, entities: 100, complete: false });

    const left = residualPolicies(partial.residuals);
    const isWritable = !exactText(left).includes('{"error":');
    const again = isWritable
      ? isAuthorized({ policies: readPolicies(left), entities: situation.model, request: question.model })
      : direct;
    const finals = [partial, further, all].map(({ residuals }) =>
      reauthorize(residuals, question.model, situation.model),
    );
    const isRight =
      [...finals, again].every((final) => exactText(final) === exactText(direct)) &&
      [partial, further, all].every((each) => brackets(each, direct)) &&
      [knowledge, everything].every((known) => completes(known, question.model, situation.model)) &&
      all.decision === direct.decision &&
      decideByLoading(policies, knowledgeOfRequest, situation.model, 20) === direct.decision &&
      exactText([all.mustBeDetermining, all.mayBeDetermining]) === exactText([direct.reasons, direct.reasons]);
    if (!isRight) wrong.push(`seed ${seed}: ${exactText(left)}`);

    counts.policies += policies.policies.length;
    counts.left += partial.mayBeDetermining.length;
    counts[partial.decision ?? "open"] += 1;
    counts.erroring += partial.erroring.length;
    counts.must += partial.mustBeDetermining.length;
  }
  console.log(counts);
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(counts.policies).toBeGreaterThan(2000);
});

/** Whether what was said beforehand holds of the direct response. */
function brackets(partial: ModelPartialResponse, { decision, reasons, errors }: ModelResponse): boolean {
  const erroring = errors.map(({ policyId }) => policyId);
  return (
    (partial.decision === undefined || partial.decision === decision) &&
    partial.mustBeDetermining.every((id) => reasons.includes(id)) &&
    reasons.every((id) => partial.mayBeDetermining.includes(id)) &&
    partial.erroring.every((id) => erroring.includes(id))
  );
}
