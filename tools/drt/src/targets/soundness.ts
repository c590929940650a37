import { unwrap } from "@deodar/diagnostics";
import {
  type CompiledPolicy,
  compilePolicy,
  Environment,
  type EvaluationCode,
  isEvaluationError,
} from "@deodar/evaluator";
import { isAuthorized as decideByModel, sliceAtLevel } from "@deodar/model";
import { drawKind, drawPolicySet, drawRequest, drawWorld } from "@deodar/testing";
import type { PolicyToValidate } from "@deodar/validator";
import { effectivePolicies, PolicySetForms } from "../policy-set-forms.ts";
import { Question, Situation } from "../situation.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

/** What a valid policy may still fail with, for a conforming request and conforming entities. */
const allowed: ReadonlySet<EvaluationCode> = new Set([
  "evaluate/missing-entity",
  "evaluate/integer-overflow",
  "evaluate/extension-failed",
]);

/**
 * That validation holds what it promises: policies found valid, strictly or permissively, never fail with a type error, a
 * missing attribute or tag, or a wrong call, whatever conforming request and entities there are.
 */
export const soundness: Target = {
  name: "soundness",
  share: 8,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices, { production, census }): CaseResult {
    const situation = new Situation(drawWorld(choices, { dangling: 40 }));
    const { ground, schema } = situation.world;
    const slips = choices.pick([0, 0, 2, 5]);
    const policies = new PolicySetForms(
      drawPolicySet(choices, ground, { depth: 1 + choices.below(4), slips, unguarded: choices.pick([0, 10]), wild: 0 }),
    );
    const validator = production.validatorOf(schema);
    const all = [...effectivePolicies(policies.parts)].map(({ id, policy, slots }) => ({ id, slots, policy }));
    const entries: PolicyToValidate[] = [
      ...policies.parts.templates,
      ...all.map(({ id, policy, slots }) =>
        Object.keys(slots).length > 0 ? { id, policy, values: slots } : { id, policy },
      ),
    ];
    const found = validator.validate(entries, { mode: choices.chance(50) ? "permissive" : "strict" });
    // A link is as good as its template.
    const faulty = new Set(found.errors.map(({ policyId }) => policyId));
    const templateOf = new Map(policies.parts.links.map(({ newId, templateId }) => [newId, templateId]));
    const valid = all
      .filter(({ id }) => !faulty.has(id) && !faulty.has(templateOf.get(id) ?? ""))
      .map(({ id, policy, slots }) => ({ id, slots, compiled: unwrap(compilePolicy(policy)) }));
    const disagreements: Disagreement[] = [];
    let tests = 0;
    const level = choices.below(4);
    const sliceable = entries.length > 0 && validator.validate(entries, { level }).passed;
    for (let count = 1 + choices.below(8); count > 0 && ground.view.kinds.length > 0; count--) {
      const question = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 }));
      const sample = (): ReadonlyMap<string, string> =>
        new Map([...situation.files(), ...policies.files(), question.file()]);
      if (sliceable) {
        tests += 1;
        census?.count(`soundness/valid at level/${level}`);
        const { request } = question;
        const whole = production.isAuthorized({ request, policies: policies.set, entities: situation.store });
        const entities = sliceAtLevel(level, question.model, situation.model);
        const sliced = decideByModel({ policies: policies.model, entities, request: question.model });
        const told = [whole, sliced].map(({ decision, reasons, errors }) => {
          return JSON.stringify([decision, reasons.toSorted(), errors.map(({ policyId }) => policyId).sort()]);
        });
        const [ours = "", model = ""] = told;
        if (ours !== model)
          disagreements.push({ what: `slice at level ${level}`, answers: { production: ours, model }, sample });
      }
      for (const policy of valid) {
        tests += 1;
        const code = codeOf(policy, question, situation);
        census?.countCode("soundness/valid policies", code ?? "/no error");
        if (code === undefined || allowed.has(code)) continue;
        disagreements.push({
          what: code,
          answers: { production: `${policy.id} is valid and fails with ${code}` },
          sample,
        });
      }
    }
    return { tests, withReference: 0, disagreements };
  },
};

function codeOf(
  { compiled, slots }: { readonly compiled: CompiledPolicy; readonly slots: object },
  { request }: Question,
  { store }: Situation,
): EvaluationCode | undefined {
  const outcome = compiled.evaluate(new Environment(request, store, slots));
  return isEvaluationError(outcome) ? outcome.code : undefined;
}
