import { quote, unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicy } from "@deodar/syntax";
import type { Choices } from "@deodar/testing";
import { type Ask, ourAnswer, theirAnswer } from "../drop-in/ask.ts";
import { differenceOf } from "../drop-in/difference.ts";
import type { CaseResult, Target } from "../target.ts";

const schema = 'entity User; action "act" appliesTo { principal: User, resource: User };';

/** Warnings of characters that deceive the eye, of every script that there is. */
export const oddCharacters: Target = {
  name: "odd characters",
  share: 0.5,
  referenceEvery: 1,
  run(choices, { reference, production, census }): CaseResult {
    if (reference === undefined) return { tests: 0, withReference: 0, disagreements: [] };
    const words = choices.list(1, 24, () => drawWord(choices));
    const staticPolicies = Object.fromEntries(words.map((word, index) => [`p${index}`, policyWith(choices, word)]));
    const ask: Ask = {
      call: "validate",
      input: [{ schema, policies: { staticPolicies }, validationSettings: { mode: "strict" } }],
    };
    if (census !== undefined) {
      const policies = Object.entries(staticPolicies).map(([id, text]) => ({ id, policy: unwrap(parsePolicy(text)) }));
      const { warnings } = production.validatorOf(unwrap(parseSchema(schema))).validate(policies);
      for (const { code } of warnings) census.countCode("validation/code", code);
    }
    const ours = ourAnswer(ask);
    const theirs = theirAnswer(reference, ask);
    const difference = theirs === undefined ? undefined : differenceOf(ours, theirs);
    const sample = (): ReadonlyMap<string, string> =>
      new Map([["call.json", `${JSON.stringify(ask, undefined, 2)}\n`]]);
    const answers = { production: JSON.stringify(ours), reference: JSON.stringify(theirs) };
    const disagreements = difference === undefined ? [] : [{ what: `reference: ${difference}`, answers, sample }];
    return { tests: words.length, withReference: words.length, disagreements };
  },
};

/** Characters of one or two scripts, and marks that belong to none. */
function drawWord(choices: Choices): string {
  const base = choices.chance(50) ? choices.pick(shared()) : drawPoint(choices);
  return choices
    .list(1, 4, () => {
      switch (choices.below(5)) {
        case 0:
          return base;
        case 1:
          return base + choices.below(32);
        case 2:
          return drawPoint(choices);
        case 3:
          return (
            choices.pick(["a", "Z", "1", " ", "_", "~", "*", "\\", "é", "я", "ひ", "漢", "한", "ㄅ"]).codePointAt(0) ??
            0
          );
        default:
          return choices.pick([
            0x0964, 0x0301, 0x200d, 0x202a, 0x202e, 0x2066, 0x2069, 0x202f, 0x2065, 0x206a, 0x30fc, 0x0660, 0xfeff,
            0x00b7, 0x7f, 0x80, 0,
          ]);
      }
    })
    .filter((point) => point < 0x11_0000 && !(point >= 0xd800 && point < 0xe000))
    .map((point) => String.fromCodePoint(point))
    .join("");
}

let sharedPoints: readonly number[] | undefined;

/** The code points that some scripts share, and not all. */
function shared(): readonly number[] {
  sharedPoints ??= Array.from({ length: 0x2_0000 }, (_, point) => point).filter((point) => {
    const character = String.fromCodePoint(point);
    return /[\p{sc=Zyyy}\p{sc=Zinh}]/u.test(character) && !/[\p{scx=Zyyy}\p{scx=Zinh}]/u.test(character);
  });
  return sharedPoints;
}

/** Most scripts lie in the first two planes. */
function drawPoint(choices: Choices): number {
  const low = choices.below(256);
  switch (choices.below(8)) {
    case 0:
    case 1:
    case 2:
      return choices.below(0x30) * 256 + low;
    case 3:
      return 0xa000 + choices.below(0x60) * 256 + low;
    case 4:
    case 5:
      return 0x1_0000 + choices.below(0x20) * 256 + low;
    case 6:
      return 0x1_0000 + choices.below(256) * 256 + low;
    default:
      return choices.below(0x11) * 0x1_0000 + choices.below(256) * 256 + low;
  }
}

/** A policy with the word in one of the places where words may stand. */
function policyWith(choices: Choices, word: string): string {
  const text = quote(word);
  const condition = choices.pick([
    `${text} == ${text}`,
    `["a", ${text}].contains("b")`,
    `"x" like ${text.replaceAll("*", "\\*")}`,
    `"x" like "*${text.slice(1, -1).replaceAll("*", "\\*")}*"`,
    `principal == User::${text}`,
    `{${text}: 1} has a`,
    `context has ${text}`,
    `{a: 1}[${text}] == 1`,
    `principal in [User::${text}]`,
  ]);
  const scope = choices.chance(20) ? `principal == User::${text}` : "principal";
  return `permit(${scope}, action, resource) when { ${condition} };`;
}
