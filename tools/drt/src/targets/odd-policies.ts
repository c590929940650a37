import type { Result } from "@deodar/diagnostics";
import { type JsonValue, parseJson, stringifyJson } from "@deodar/json";
import { parsePolicy, printPolicy } from "@deodar/syntax";
import { policyFromJson, policyFromPlain } from "@deodar/syntax/json";
import { drawOddPolicy } from "../odd-policies.ts";
import { hasBigInt } from "../plain-json.ts";
import { isCrash } from "../reference.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

/** Policies in JSON with something odd in them: whether they are read, the words of what is wrong, and from text the same as from values. */
export const oddPolicies: Target = {
  name: "odd policies",
  share: 0.5,
  referenceEvery: 4,
  run(choices, { reference }): CaseResult {
    const disagreements: Disagreement[] = [];
    let tests = 0;
    choices.list(1, 12, () => {
      const json = drawOddPolicy(choices) as JsonValue;
      tests += 1;
      const sample = (): ReadonlyMap<string, string> => new Map([["policy.json", `${stringifyJson(json, 2)}\n`]]);
      const note = (what: string, production: string, theirs: string): void =>
        void disagreements.push({ what, answers: { production, reference: theirs }, sample });
      const text = stringifyJson(json);
      const parsed = parseJson(text);
      const read = policyFromPlain(json);
      const [one, other] = [told(policyFromJson(text)), told(parsed.ok ? policyFromPlain(parsed.value) : parsed)];
      if (one !== other) note("text and value", one, other);
      const places = read.ok ? [] : read.errors.map(({ code, path }) => JSON.stringify([code, path]));
      if (new Set(places).size < places.length) note("told twice", places.join(), [...new Set(places)].join());
      if (read.ok) {
        // What has no text is written as what is refused.
        const printed = printPolicy(read.value);
        const again = parsePolicy(printed);
        if (again.ok && printPolicy(again.value) !== printed) note("printed", printPolicy(again.value), printed);
      }
      // What JavaScript's numbers and the reference's strings have no room for is not told to it.
      if (reference === undefined || hasBigInt(json) || /\\ud[89a-f]/i.test(text)) return;
      const asked = plain(json);
      const answer = reference.ask((api) =>
        read.ok && isTemplate(text) ? api.templateToJson(asked as never) : api.policyToJson(asked as never),
      );
      const theirs = isCrash(answer)
        ? answer.crashed
        : answer.type === "success"
          ? "accepted"
          : answer.errors.map(({ message }) => message).join("; ");
      const expected = /expected a (?:static policy|template), got/.test(theirs) ? "accepted" : theirs;
      // Why a text is no name is told by a parser in the reference.
      const isNamed = !read.ok && read.errors.some(({ code }) => nameCodes.has(code));
      const isSame = read.ok
        ? expected === "accepted"
        : (isNamed && expected !== "accepted" && asksForNormal(told(read)) === asksForNormal(theirs)) ||
          expected.startsWith("throws: ") ||
          read.errors.some(({ message }) => expected.endsWith(message));
      const helps = isCrash(answer) || answer.type === "success" ? [] : answer.errors.map(({ help }) => help ?? "none");
      if (
        isSame &&
        !isNamed &&
        !read.ok &&
        helps.length > 0 &&
        !read.errors.some(({ help = "none" }) => helps.includes(help))
      )
        note("reference: help", read.errors.map(({ help = "none" }) => help).join("; "), helps.join("; "));
      if (!isSame) note("reference: message", told(read), theirs);
    });
    return { tests, withReference: reference === undefined ? 0 : tests, disagreements };
  },
};

const nameCodes: ReadonlySet<string> = new Set(["policy-json/invalid-name", "policy-json/invalid-annotation-key"]);

function told(result: Result<unknown>): string {
  return result.ok ? "accepted" : result.errors.map(({ message }) => message).join("\n");
}

function asksForNormal(message: string): boolean {
  return message.includes("needs to be normalized");
}

function isTemplate(text: string): boolean {
  return text.includes('"?principal"') || text.includes('"?resource"');
}

/** As the reference takes it: with JavaScript's own numbers. */
function plain(json: JsonValue): unknown {
  return JSON.parse(stringifyJson(json));
}
