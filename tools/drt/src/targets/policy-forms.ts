import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import {
  type Condition,
  type Expression,
  equalTrees,
  type Policy,
  parsePolicies,
  parsePolicy,
  printPolicies,
  printPolicy,
} from "@deodar/syntax";
import { policyFromJson, policyFromJsonValue, policyToJson } from "@deodar/syntax/json";
import { type Choices, drawKind, drawPolicy, drawWorld, type Ground, slotsOf } from "@deodar/testing";
import { canonicalPolicyJson } from "../canonical-json.ts";
import { drawOptions } from "../options.ts";
import { hasBigInt } from "../plain-json.ts";
import { isCrash, type Reference } from "../reference.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

/** Policies as trees, texts and JSON, each turned into the others. */
export const policyForms: Target = {
  name: "policy forms",
  share: 3,
  referenceEvery: 24,
  run(choices, { reference }): CaseResult {
    const { ground } = drawWorld(choices);
    const disagreements: Disagreement[] = [];
    let tests = 0;
    let withReference = 0;
    const policies: Policy[] = [];
    for (let count = 1 + choices.below(16); count > 0; count--) {
      const policy = drawAnyPolicy(choices, ground);
      policies.push(policy);
      tests += 1;
      const text = printPolicy(policy);
      const note = (what: string, answers: Answers): void =>
        void disagreements.push({ what, answers, sample: () => new Map([["policies.cedar", `${text}\n`]]) });
      checkForms(policy, text, note);
      if (reference === undefined) continue;
      withReference += 1;
      compareWithReference(reference, policy, text, note);
    }
    const together = printPolicies({ kind: "policies", span: undefined, policies });
    const read = unwrap(parsePolicies(together)).policies;
    if (
      read.length !== policies.length ||
      !read.every((policy, index) => equalTrees(policy, policies[index] as Policy))
    ) {
      disagreements.push({
        what: "several policies in a text",
        answers: { production: "another tree" },
        sample: () => new Map([["policies.cedar", together]]),
      });
    }
    return { tests, withReference, disagreements };
  },
};

function drawAnyPolicy(choices: Choices, ground: Ground): Policy {
  return drawPolicy(choices, ground, drawKind(choices, ground), drawOptions(choices), choices.chance(20));
}

type Note = (what: string, answers: Answers) => void;

function checkForms(policy: Policy, text: string, note: Note): void {
  const read = parsePolicy(text);
  if (!read.ok) note("the text does not parse", { production: read.errors.map(({ message }) => message).join("; ") });
  else if (!equalTrees(read.value, policy)) note("text gives another tree", { production: printPolicy(read.value) });
  else if (printPolicy(read.value) !== text) note("printed otherwise again", { production: printPolicy(read.value) });
  const json = policyToJson(policy);
  const sorted = sortedForm(policy);
  const fromValue = policyFromJsonValue(json);
  if (!fromValue.ok)
    note("the JSON is refused", { production: fromValue.errors.map(({ message }) => message).join("; ") });
  else if (!equalTrees(fromValue.value, sorted))
    note("JSON gives another tree", { production: printPolicy(fromValue.value) });
  const jsonText = stringifyJson(json);
  const fromText = policyFromJson(jsonText);
  if (!fromText.ok)
    note("the JSON text is refused", { production: fromText.errors.map(({ message }) => message).join("; ") });
  else if (!equalTrees(fromText.value, sorted)) note("JSON text gives another tree", { production: jsonText });
}

function compareWithReference(reference: Reference, policy: Policy, text: string, note: Note): void {
  const isTemplate = slotsOf(policy).length > 0;
  const answer = reference.ask((api) => (isTemplate ? api.templateToJson(text) : api.policyToJson(text)));
  if (isCrash(answer) || answer.type === "failure") {
    note("reference fails", { reference: isCrash(answer) ? answer.crashed : (answer.errors[0]?.message ?? "") });
    return;
  }
  const ours = policyToJson(policy);
  // Its JSON has integers as JavaScript rounds them.
  if (hasBigInt(ours)) return;
  const [one, other] = [canonicalPolicyJson(JSON.parse(stringifyJson(ours))), canonicalPolicyJson(answer.json)];
  if (one !== other) note("reference: JSON", { production: one, reference: other });
  const back = reference.ask((api) => (isTemplate ? api.templateToText(answer.json) : api.policyToText(answer.json)));
  const theirs = isCrash(back) ? back.crashed : back.type === "success" ? back.text : (back.errors[0]?.message ?? "");
  const mine = printPolicy(sortedForm(policy));
  if (theirs !== mine) note("reference: text of JSON", { production: mine, reference: theirs });
}

/** The tree that JSON gives: records and annotations sorted, and a list of one action no list. */
function sortedForm(policy: Policy): Policy {
  const { action } = policy;
  const [only] = action.kind === "scopeActionInSet" ? action.entities : [];
  return {
    ...policy,
    annotations: policy.annotations.toSorted(({ key: a }, { key: b }) => compareCodePoints(a, b)),
    action:
      action.kind === "scopeActionInSet" && only !== undefined && action.entities.length === 1
        ? { kind: "scopeActionIn", span: undefined, entity: only }
        : action,
    conditions: policy.conditions.map((condition): Condition => ({ ...condition, body: sorted(condition.body) })),
  };
}

function sorted(expression: Expression): Expression {
  const copy = rebuilt(expression) as Expression;
  return copy;
}

/** A copy of a tree with the entries of records in Cedar's order. */
function rebuilt(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(rebuilt);
  if (typeof part !== "object" || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, rebuilt(value)]));
  if (copy["kind"] !== "record") return copy;
  const entries = copy["entries"] as readonly { readonly key: string }[];
  return { ...copy, entries: entries.toSorted(({ key: a }, { key: b }) => compareCodePoints(a, b)) };
}

function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
