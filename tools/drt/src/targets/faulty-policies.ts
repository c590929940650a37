import { type Ask, ourAnswer, theirAnswer } from "../drop-in/ask.ts";
import { differenceOf } from "../drop-in/difference.ts";
import { behindComment, commentBytes } from "../drop-in/question.ts";
import { shiftedBy } from "../drop-in/views.ts";
import { drawFaultyPolicy } from "../faulty-policies.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

const calls: readonly string[] = ["policyToJson", "templateToJson", "policySetTextToParts"];

/** What is said of policies that have the look of policies but mean nothing: every word, help and place of the first fault. */
export const faultyPolicies: Target = {
  name: "faulty policies",
  share: 1.5,
  referenceEvery: 2,
  run(choices, { reference, census }): CaseResult {
    const disagreements: Disagreement[] = [];
    let tests = 0;
    let withReference = 0;
    choices.list(1, 12, () => {
      const text = choices.list(1, choices.chance(20) ? 3 : 1, () => drawFaultyPolicy(choices)).join("\n");
      const call = choices.pick(calls);
      const ask: Ask = { call, input: [text] };
      const sample = (): ReadonlyMap<string, string> => new Map([["policies.cedar", text]]);
      const ours = ourAnswer(ask);
      census?.count(`faulty policies/verdict/${(ours as { readonly type: string }).type}`);
      tests += 1;
      const shifted = ourAnswer({ call, input: [behindComment(text)] });
      const moved = differenceOf(shiftedBy(commentBytes)(ours), shifted);
      if (moved !== undefined) {
        const production = `${JSON.stringify(ours)}\nbehind a comment: ${JSON.stringify(shifted)}`;
        disagreements.push({ what: `${call}: behind a comment`, answers: { production }, sample });
      }
      const theirs = reference === undefined ? undefined : theirAnswer(reference, ask);
      if (theirs === undefined) return;
      tests += 1;
      withReference += 1;
      const difference = differenceOf(ours, theirs);
      if (difference === undefined) return;
      const answers = { production: JSON.stringify(ours), reference: JSON.stringify(theirs) };
      disagreements.push({ what: `reference: ${call}: ${difference}`, answers, sample });
    });
    return { tests, withReference, disagreements };
  },
};
