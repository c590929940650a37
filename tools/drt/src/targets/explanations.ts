import {
  type AuthorizationCall,
  explain,
  isAuthorized,
  policySetFromText,
  renderExplanation,
} from "@deodar/authorizer";
import { entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type Policy, parsePolicies, printPolicy } from "@deodar/syntax";
import { drawKind, drawPolicySet, drawRequest, drawWorld, layOutAnyhow } from "@deodar/testing";
import { Checks } from "../checks.ts";
import { expectedExplanation } from "../expected-explanation.ts";
import { markedStyle, plainRendering } from "../plain-rendering.ts";
import { Question, Situation } from "../situation.ts";
import type { CaseResult, Target } from "../target.ts";

/** What explanations say of each policy and each sub-expression, against evaluating each of them by itself. */
export const explanations: Target = {
  name: "explanations",
  share: 1,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    let tests = 0;
    const situation = new Situation(drawWorld(choices, { nonconforming: 20, dangling: 40 }));
    const { ground } = situation.world;
    const options = {
      depth: 1 + choices.below(4),
      slips: choices.pick([0, 6, 30]),
      unguarded: 25,
      wild: choices.pick([0, 40]),
    };
    const parts = drawPolicySet(choices, ground, options);
    const statics = parts.policies.slice(0, 8);
    const templates = parts.templates.slice(0, 3);
    // Templates stand last, so that positions are those of the policies.
    const printed = [...statics, ...templates].map(({ policy }) => printPolicy(policy)).join("\n");
    const text = choices.chance(70) ? layOutAnyhow(choices, printed, 10) : printed;
    const trees = unwrap(parsePolicies(text)).policies;
    const set = unwrap(policySetFromText(text));
    const links = parts.links.filter(({ templateId }) => templates.some(({ id }) => id === templateId)).slice(0, 6);
    const treeOf = new Map<string, { policy: Policy; templateId?: string; slots: object }>();
    for (const [index] of statics.entries())
      treeOf.set(`policy${index}`, { policy: trees[index] as Policy, slots: {} });
    for (const { templateId, newId, values } of links) {
      const index = statics.length + templates.findIndex(({ id }) => id === templateId);
      const slots = Object.fromEntries(Array.from(values, ([slot, { type, id }]) => [slot, entityUid(type, id)]));
      const linked = set.link({ templateId: `policy${index}`, newId: `${newId}#`, values: slots });
      if (linked.ok) treeOf.set(`${newId}#`, { policy: trees[index] as Policy, templateId: `policy${index}`, slots });
    }
    for (const json of choices.list(1, 2, () =>
      drawRequest(choices, ground, drawKind(choices, ground), { slips: 10 }),
    )) {
      const question = new Question(json);
      const { request } = question;
      const checks = new Checks(() => new Map([...situation.files(), ["policies.cedar", text], question.file()]));
      checks.next();
      const entities = situation.store;
      const explanation = explain({ request, policies: set, entities });
      const response = isAuthorized({ request, policies: set, entities });
      checks.equal("response", JSON.stringify(explanation.response), JSON.stringify(response));
      const policies = Array.from(treeOf, ([id, { policy, templateId, slots }]) => {
        return { id, templateId, policy, slots, request, entities };
      });
      const tried = policies.map((policy) => expectedExplanation(policy, "forbid"));
      const isForbidden = tried.some(({ verdict }) => verdict === "determining");
      const expected = isForbidden ? tried : policies.map((policy) => expectedExplanation(policy, "permit"));
      checks.equal("number of policies", explanation.policies.length, expected.length);
      for (const [index, policy] of explanation.policies.entries()) {
        checks.next();
        checks.equal("policy", JSON.stringify(policy), JSON.stringify(expected[index]));
      }
      const brief = choices.chance(25);
      const styled = choices.chance(30);
      const named = choices.chance(50);
      const source = { text, ...(named && { name: "pol\u001bicies.cedar" }) };
      const sourceOf = choices.chance(70) ? () => source : undefined;
      const rendered = renderExplanation(explanation, {
        ...(brief && { brief }),
        ...(styled && { style: markedStyle }),
        ...(sourceOf && { sourceOf }),
      });
      checks.equal(
        "rendered",
        rendered,
        plainRendering({ ...explanation, policies: expected }, { brief, styled, sourceOf }),
      );
      const result = checks.result();
      tests += result.tests;
      if (!checks.passed) return result;
    }
    if (choices.chance(1)) {
      const checks = new Checks(() => situation.files());
      const question = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 }));
      checkLong(choices.below(256), { request: question.request, entities: situation.store }, checks);
      const result = checks.result();
      return { ...result, tests: tests + result.tests };
    }
    return { tests, withReference: 0, disagreements: [] };
  },
};

/** Of very long conditions, later steps have no text; they are rendered all the same. */
function checkLong(
  more: number,
  { request, entities }: Pick<AuthorizationCall, "request" | "entities">,
  checks: Checks,
): void {
  const long = Array.from({ length: 300 + more }, (_, index) => `"${"a".repeat(400)}" == "${index}"`).join(" || ");
  const policies = unwrap(policySetFromText(`permit(principal, action, resource) when { ${long} };`));
  const explanation = explain({ request, policies, entities });
  const steps = explanation.policies.flatMap(({ conditions }) => conditions.flatMap((each) => each.steps));
  checks.next();
  checks.equal("long: steps", steps.length, 1 + 3 * (300 + more));
  checks.equal("long: steps without a text", steps.at(-1)?.text, undefined);
  const plain = plainRendering(explanation, { brief: false, styled: false, sourceOf: undefined });
  checks.equal("long: rendered", renderExplanation(explanation), plain);
}
