import { weights } from "@deodar/testing";
import { allFaults } from "../drop-in/all-faults.ts";
import { type Ask, comparable, ourAnswer, theirAnswer } from "../drop-in/ask.ts";
import { drawDecision, drawPartialDecision, drawValidation } from "../drop-in/decisions.ts";
import { differenceOf } from "../drop-in/difference.ts";
import { mutateAsk, mutateScene } from "../drop-in/mutate-scene.ts";
import { drawCheck, drawPolicyConversion, drawPolicyText, drawSchemaConversion } from "../drop-in/parsing.ts";
import type { DrawQuestion } from "../drop-in/question.ts";
import { drawScene, type Scene } from "../drop-in/scene.ts";
import { hasBigInt } from "../plain-json.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

const questions = weights<DrawQuestion>([
  [30, drawDecision],
  [10, drawPartialDecision],
  [12, drawValidation],
  [18, drawCheck],
  [18, drawPolicyConversion],
  [6, drawSchemaConversion],
  [14, drawPolicyText],
]);

/** The drop-in: the reference's whole answers, and the same ones for the same question asked in another way. */
export const dropIn: Target = {
  name: "drop-in",
  share: 4,
  referenceEvery: 6,
  run(choices, { reference, census }): CaseResult {
    const plain = drawScene(choices);
    const disagreements: Disagreement[] = [];
    let tests = 0;
    let withReference = 0;
    choices.list(4, 12, () => {
      const isChanged = choices.chance(50);
      const scene: Scene = isChanged ? mutateScene(choices, plain) : plain;
      const { ask: made, twins } = choices.weighted(questions)(choices, scene);
      const isMisshapen = isChanged && choices.chance(8);
      const ask: Ask = isMisshapen ? mutateAsk(choices, made) : made;
      const ours = ourAnswer(ask);
      const note = (what: string, answers: Answers, asks: readonly Ask[]): void =>
        void disagreements.push({ what, answers, sample: () => new Map([["calls.json", textOf(asks)]]) });
      census?.count(`drop-in/${ask.call}/${typeof ours === "string" ? ours : kindOf(ours)}`);
      for (const twin of isMisshapen ? [] : twins) {
        if (isChanged && twin.ofForms) continue;
        tests += 1;
        const { view, own = view } = twin;
        const [one, other] = [view(ours), own(ourAnswer(twin.ask))];
        if (differenceOf(one, other) === undefined) continue;
        const production = `${JSON.stringify(one)}\n${twin.what}: ${JSON.stringify(other)}`;
        note(`${ask.call}: ${twin.what}`, { production }, [ask, twin.ask]);
      }
      if (reference === undefined || hasBigInt(ask.input) || (ask.before ?? []).some(({ input }) => hasBigInt(input)))
        return;
      const theirs = theirAnswer(reference, ask);
      if (theirs === undefined) return;
      tests += 1;
      withReference += 1;
      const difference = differenceOf(comparable(ask, ours), comparable(ask, theirs));
      if (difference === undefined) return;
      const answers = { production: JSON.stringify(ours), reference: JSON.stringify(theirs) };
      const what = isOtherFault(difference, theirs, ask) ? "another fault of several" : `${ask.call}: ${difference}`;
      note(`reference: ${what}`, answers, [ask]);
    });
    return { tests, withReference, disagreements };
  },
};

/** Whether the reference tells another of the faults of a JSON document than the engine. */
function isOtherFault(difference: string, theirs: unknown, ask: Ask): boolean {
  if (!difference.startsWith("errors")) return false;
  const { errors = [] } = theirs as { readonly errors?: readonly { readonly message: string }[] };
  const faults = allFaults(ask);
  return errors.some(({ message }) => faults.some((fault) => message.endsWith(fault)));
}

function kindOf(answer: unknown): string {
  const { type, response } = answer as { readonly type?: string; readonly response?: { readonly decision?: string } };
  return response?.decision ?? type ?? "none";
}

function textOf(asks: readonly Ask[]): string {
  const text = JSON.stringify(asks, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part), 2);
  return `${text}\n`;
}
