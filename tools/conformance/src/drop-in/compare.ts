import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "./calls.ts";

/** How two outcomes relate. */
export type Relation = "same" | "same verdict" | "different";

/**
 * Compares the outcomes of one call. The same means the same whole answer, except what the reference leaves to chance
 * (the order of sets and of errors from maps), the lists of expected tokens, and the position that the reference's JSON
 * reader adds when it throws.
 */
export function relate(theirs: Outcome, ours: Outcome): Relation {
  if (isDeepStrictEqual(canonical(theirs), canonical(ours))) return "same";
  return isDeepStrictEqual(verdict(theirs), verdict(ours)) ? "same verdict" : "different";
}

type Plain = { readonly [key: string]: unknown };

/** What a caller acts on: whether there is an answer, and what it decides or finds. */
export function verdict(outcome: Outcome): unknown {
  if (!("answer" in outcome)) return "thrown" in outcome ? "throws" : "crashes";
  if (typeof outcome.answer !== "object" || outcome.answer === null) return outcome.answer;
  const { type, response, validationErrors, validationWarnings } = outcome.answer as Plain;
  if (validationErrors !== undefined) return [type, idsOf(validationErrors), idsOf(validationWarnings)];
  if (response === undefined) return type;
  const { decision, diagnostics, ...residuals } = response as Plain;
  if (diagnostics === undefined) return [type, decision, canonicalJson({ ...residuals, residuals: undefined })];
  const { reason, errors } = diagnostics as { reason: readonly string[]; errors: unknown };
  return [type, decision, reason.toSorted(), idsOf(errors)];
}

function idsOf(errors: unknown): readonly string[] {
  return [...new Set((errors as readonly { policyId: string }[]).map(({ policyId }) => policyId))].sort();
}

function canonical(outcome: Outcome): unknown {
  if ("thrown" in outcome) return outcome.thrown.replace(/ at line \d+ column \d+$| at `[^`]*`$/, "");
  return "answer" in outcome ? canonicalJson(outcome.answer) : outcome;
}

const sets = new Set([
  "errors",
  "reason",
  "satisfied",
  "errored",
  "mayBeDetermining",
  "mustBeDetermining",
  "nontrivialResiduals",
  "validationErrors",
  "validationWarnings",
]);

function canonicalJson(json: unknown, key = ""): unknown {
  if (key === "label" && typeof json === "string" && json.startsWith("expected ")) return "expected …";
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) {
    const elements = json.map((element) => canonicalJson(element));
    return sets.has(key) ? elements.sort(byText) : elements;
  }
  const keys = Object.keys(json).sort();
  return Object.fromEntries(keys.map((each) => [each, canonicalJson((json as Plain)[each], each)]));
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : Number(left > right);
}
