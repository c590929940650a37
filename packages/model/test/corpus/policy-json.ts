import { createRequire } from "node:module";
import type { JsonValue } from "../../src/index.ts";

const reference = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs") as {
  policySetTextToParts(text: string): {
    type: string;
    policies: readonly string[];
    policy_templates: readonly string[];
  };
  policyToJson(text: string): { type: string; json: JsonValue };
};

/** The first of the numbers that stand for large ones on their way through the reference. */
const firstStandIn = 810_000_000_000_000n;

/**
 * The policies of a text in the JSON form that the reference gives them, by their ids `policy0`, `policy1` …
 * The reference rounds integers beyond 2^53, so smaller ones stand in for these on the way.
 */
export function policiesFromText(text: string): JsonValue {
  const large: string[] = [];
  const small = text.replace(/"(?:\\.|[^"\\])*"|\/\/[^\n]*|\b\d{15,}\b/gs, (found) => {
    if (!/^\d/.test(found)) return found;
    large.push(found);
    return String(firstStandIn + BigInt(large.length - 1));
  });
  const parts = reference.policySetTextToParts(small);
  if (parts.type !== "success" || parts.policy_templates.length > 0) throw new Error("not static policies");
  const policies = parts.policies.map((policy, index) => {
    const converted = reference.policyToJson(policy);
    if (converted.type !== "success") throw new Error("the reference cannot convert its own text");
    return [`policy${index}`, withLarge(converted.json, large)] as const;
  });
  return { staticPolicies: Object.fromEntries(policies) };
}

function withLarge(json: JsonValue, large: readonly string[]): JsonValue {
  if (typeof json === "number") {
    const size = BigInt(Math.abs(json));
    const found = large[Number(size - firstStandIn)];
    if (found === undefined) return json;
    return json < 0 ? -BigInt(found) : BigInt(found);
  }
  if (Array.isArray(json)) return json.map((each: JsonValue) => withLarge(each, large));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, each]) => [key, withLarge(each as JsonValue, large)]));
}
