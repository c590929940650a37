import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import { type Policy, parsePolicies, printPolicy } from "@deodar/syntax";
import { policyFromPlain, policyToJson } from "@deodar/syntax/json";
import { oraclePolicyJson } from "./oracle.ts";

/** A text whose tree is not the reference's, or does not survive a round trip. */
export interface TreeFault {
  readonly text: string;
  readonly fault: string;
  readonly theirs?: string;
  readonly ours?: string;
}

/**
 * Compares the tree of a text of one policy with the reference's through the policy JSON format, and checks that
 * printing and reading it, by text and by JSON, gives the same tree again. Texts of several policies give nothing.
 */
export function treeFaults(text: string): TreeFault[] {
  const { policies } = unwrap(parsePolicies(text));
  const [policy] = policies;
  if (policy === undefined || policies.length > 1) return [];
  const ours = jsonOf(policy);
  const theirs = canonical(oraclePolicyJson(text));
  if (ours !== theirs) return [{ text, fault: "another tree", theirs, ours }];
  const printed = printPolicy(policy);
  const faults: TreeFault[] = [];
  const again = parsePolicies(printed);
  if (!again.ok || again.value.policies[0] === undefined || jsonOf(again.value.policies[0]) !== ours) {
    faults.push({ text, fault: "printing changes it", ours: printed });
  }
  const theirView = canonical(oraclePolicyJson(printed));
  if (theirView !== ours)
    faults.push({ text, fault: "the reference reads what we print as another tree", theirs: theirView, ours });
  const back = policyFromPlain(policyToJson(policy));
  if (!back.ok || jsonOf(back.value) !== ours) faults.push({ text, fault: "JSON changes it", ours });
  return faults;
}

const jsonOf = (policy: Policy): string => canonical(JSON.parse(stringifyJson(policyToJson(policy))));

/** One spelling for what the two engines may write differently: the order of keys, and pieces of a pattern. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part)) return isPattern(part) ? mergeLiterals(part) : part;
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

type PatternPart = "Wildcard" | { readonly Literal: string };

const isPattern = (parts: readonly unknown[]): parts is readonly PatternPart[] =>
  parts.length > 0 &&
  parts.every(
    (part) => part === "Wildcard" || (typeof part === "object" && part !== null && Object.hasOwn(part, "Literal")),
  );

function mergeLiterals(parts: readonly PatternPart[]): PatternPart[] {
  const merged: PatternPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === "Wildcard" || last === undefined || last === "Wildcard") merged.push(part);
    else merged[merged.length - 1] = { Literal: last.Literal + part.Literal };
  }
  return merged.filter((part) => part === "Wildcard" || part.Literal !== "");
}
