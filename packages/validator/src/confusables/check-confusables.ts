import { escapeEach, escapeText } from "@deodar/syntax";
import type { ValidationCode } from "../catalogue.ts";
import type { CheckSetting } from "../check/checker.ts";
import { type Issue, issueOf, type Report } from "../report/issue.ts";
import { type OddWord, plainIdentifier } from "./odd-words.ts";
import type { UnicodeFacts } from "./unicode-facts.ts";

/** The characters that change the direction of text. */
const bidi = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Warns of strings and identifiers with characters that deceive the eye: of several scripts, that change the direction
 * of text, or that are unusual in identifiers.
 *
 * Source: https://www.unicode.org/reports/tr39/
 */
export function checkConfusables(setting: CheckSetting, words: readonly OddWord[], report: Report): void {
  for (const word of words) {
    const issue = issueWith(setting.unicode, setting, word);
    if (issue !== undefined) report(issue);
  }
}

function issueWith(facts: UnicodeFacts, setting: CheckSetting, word: OddWord): Issue | undefined {
  const { kind, text, node } = word;
  const words = { policy: setting.policyId, text };
  const issue = (code: ValidationCode): Issue => issueOf(code, words, setting.spans.ofWord(node));
  if (bidi.test(text)) return issue(`validate/bidi-${kind}`);
  if (kind === "identifier") {
    const character = [...text].find(
      (one) => !plainIdentifier.test(one) && !facts.isAllowed(one.codePointAt(0) as number),
    );
    if (character !== undefined) {
      const escaped = { policy: setting.policyId, text: escapeText(text), character: escapeEach(character) };
      return issueOf("validate/unusual-identifier", escaped, setting.spans.ofWord(node));
    }
  }
  return facts.isSingleScript(text) ? undefined : issue(`validate/mixed-script-${kind}`);
}
