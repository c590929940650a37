import { childrenOf, escapeEach, escapeText, type Node, type Policy } from "@deodar/syntax";
import type { ValidationCode } from "../catalogue.ts";
import type { CheckSetting } from "../check/checker.ts";
import { type Issue, issueOf, type Report } from "../report/issue.ts";
import type { UnicodeFacts } from "./unicode-facts.ts";

/** Texts of which nothing can be said: identifiers of visible ASCII characters, and strings of ASCII. */
const plainIdentifier = /^[ -~]*$/;
const plainString = /^\p{ASCII}*$/u;

/** The characters that change the direction of text. */
const bidi = /[\u202a-\u202e\u2066-\u2069]/;

/** A word in a policy that a reader could mistake for another. */
interface Word {
  readonly kind: "string" | "identifier";
  readonly text: string;
  readonly node: Node;
}

/**
 * Warns of strings and identifiers with characters that deceive the eye: of several scripts, that change the direction
 * of text, or that are unusual in identifiers.
 *
 * Source: https://www.unicode.org/reports/tr39/
 */
export function checkConfusables(setting: CheckSetting, policy: Policy, report: Report): void {
  for (const word of wordsOf(policy)) {
    if ((word.kind === "string" ? plainString : plainIdentifier).test(word.text)) continue;
    const issue = issueWith(setting.unicode, setting, word);
    if (issue !== undefined) report(issue);
  }
}

function issueWith(facts: UnicodeFacts, setting: CheckSetting, word: Word): Issue | undefined {
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

/** The words of the scope and of the conditions, by a loop: chains can be very long. */
function wordsOf(policy: Policy): readonly Word[] {
  const words: Word[] = [];
  const todo: Node[] = [policy.principal, policy.action, policy.resource, ...policy.conditions];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    addWords(node, words);
    for (const child of childrenOf(node)) todo.push(child);
  }
  return words;
}

function addWords(node: Node, words: Word[]): void {
  const identifiers = (texts: readonly string[]): void => {
    for (const text of texts) words.push({ kind: "identifier", text, node });
  };
  if (node.kind === "string") words.push({ kind: "string", text: node.value, node });
  else if (node.kind === "like") words.push({ kind: "string", text: printPattern(node.pattern), node });
  else if (node.kind === "entity") identifiers([...node.type.split("::"), node.id]);
  else if (node.kind === "extension") identifiers(node.name.split("::"));
  else if (node.kind === "attribute") identifiers([node.name]);
  else if (node.kind === "has") identifiers(node.path);
  else if (node.kind === "record") identifiers(node.entries.map(({ key }) => key));
}

/** A pattern as the reference prints it: a wildcard is `*`, a star of the text `\*`, and all that does not show is escaped. */
function printPattern(pieces: readonly string[]): string {
  return pieces.map((piece) => piece.split("*").map(escapeEach).join("\\*")).join("*");
}
