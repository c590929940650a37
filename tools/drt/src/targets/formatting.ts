import { unwrap } from "@deodar/diagnostics";
import { formatPolicies } from "@deodar/formatter";
import { equalTrees, type Policy, parsePolicies, printPolicy } from "@deodar/syntax";
import { type Choices, drawKind, drawPolicy, drawWorld, layOutAnyhow, tokensOf } from "@deodar/testing";
import { drawOptions } from "../options.ts";
import { isCrash } from "../reference.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

/** The formatter: the same policies, every comment kept, settled, and laid out as the reference does. */
export const formatting: Target = {
  name: "formatting",
  share: 1.5,
  referenceEvery: 4,
  run(choices, { reference }): CaseResult {
    const { ground } = drawWorld(choices);
    const disagreements: Disagreement[] = [];
    let tests = 0;
    for (let count = 1 + choices.below(6); count > 0; count--) {
      const policies = choices.list(1, 3, () => {
        return drawPolicy(choices, ground, drawKind(choices, ground), drawOptions(choices), choices.chance(20));
      });
      const { text, isTold } = drawText(choices, policies);
      const options = { lineWidth: choices.pick([80, 40, 120, 20]), indentWidth: choices.pick([2, 4, 0]) };
      const note = (what: string, answers: Answers): void =>
        void disagreements.push({
          what,
          answers,
          sample: () =>
            new Map([
              ["policies.cedar", text],
              ["options.json", `${JSON.stringify(options)}\n`],
            ]),
        });
      tests += 1;
      const isPlain = options.lineWidth === 80 && options.indentWidth === 2;
      const formatted = isPlain ? formatPolicies(text) : formatPolicies(text, options);
      if (!formatted.ok) {
        note("refused", { production: formatted.errors.map(({ message }) => message).join("; ") });
        continue;
      }
      checkFormatted(text, formatted.value, policies, note);
      const again = formatPolicies(formatted.value, options);
      const settled = again.ok ? again.value : "refused";
      if (settled !== formatted.value) note("not settled", { production: `${formatted.value}\nthen\n${settled}` });
      if (reference === undefined || !isTold) continue;
      const answer = reference.ask((api) => api.formatPolicies({ policyText: text, ...options }));
      const theirs = isCrash(answer)
        ? answer.crashed
        : answer.type === "success"
          ? answer.formatted_policy
          : answer.errors.map(({ message }) => message).join("; ");
      if (theirs !== formatted.value) note("reference: text", { production: formatted.value, reference: theirs });
    }
    return { tests, withReference: reference === undefined ? 0 : tests, disagreements };
  },
};

interface Text {
  readonly text: string;
  /** Whether the reference loses nothing of it: it does of comments behind a list with a comma at its end. */
  readonly isTold: boolean;
}

function drawText(choices: Choices, policies: readonly Policy[]): Text {
  const text = policies.map(printPolicy).join("\n");
  const laidOut = layOutAnyhow(choices, text, choices.pick([0, 0, 3, 15]));
  if (!choices.chance(20)) return { text: laidOut, isTold: true };
  // A comma may stand behind the last of many lists, but not of all.
  const tokens = tokensOf(laidOut).map((token) =>
    /^[)\]}]$/.test(token) && choices.chance(30) ? `, ${token}` : token,
  );
  const more = tokens.join("");
  if (!parsePolicies(more).ok) return { text: laidOut, isTold: true };
  return { text: more, isTold: !more.includes("//") };
}

function checkFormatted(
  text: string,
  formatted: string,
  policies: readonly Policy[],
  note: (what: string, answers: Answers) => void,
): void {
  const read = unwrap(parsePolicies(formatted)).policies;
  const isSame =
    read.length === policies.length && read.every((policy, index) => equalTrees(policy, policies[index] as Policy));
  if (!isSame) note("other policies", { production: formatted });
  const [before, after] = [commentsIn(text), commentsIn(formatted)];
  if (before.join("\n") !== after.join("\n"))
    note("other comments", { production: `${after.join("\n")}\nnot\n${before.join("\n")}` });
}

/** The comments of a text, without blanks around them. */
function commentsIn(text: string): readonly string[] {
  return tokensOf(text)
    .filter((token) => token.startsWith("//"))
    .map((comment) => comment.trim());
}
