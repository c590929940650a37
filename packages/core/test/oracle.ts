import { isAuthorized } from "@cedar-policy/cedar-wasm/nodejs";

/** What the reference makes of one boolean expression: its value, or its evaluation error. */
export type Verdict = boolean | { readonly message: string; readonly help: string | null };

const batchSize = 400;

/** Evaluates boolean Cedar expressions with the reference, many in one call: each becomes the body of a policy. */
export function evaluateAll(expressions: readonly string[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (let start = 0; start < expressions.length; start += batchSize) {
    verdicts.push(...evaluateBatch(expressions.slice(start, start + batchSize)));
  }
  return verdicts;
}

function evaluateBatch(expressions: readonly string[]): Verdict[] {
  const uid = { type: "T", id: "x" };
  const policies = expressions.map((text, index) => [
    `p${index}`,
    `permit(principal, action, resource) when { ${text} };`,
  ]);
  const answer = isAuthorized({
    principal: uid,
    action: uid,
    resource: uid,
    context: {},
    policies: { staticPolicies: Object.fromEntries(policies) },
    entities: [],
  });
  if (answer.type === "failure") throw new Error(answer.errors.map((error) => error.message).join("; "));
  const verdicts: Verdict[] = expressions.map(() => false);
  for (const id of answer.response.diagnostics.reason) verdicts[Number(id.slice(1))] = true;
  for (const { policyId, error } of answer.response.diagnostics.errors) {
    verdicts[Number(policyId.slice(1))] = { message: error.message, help: error.help ?? null };
  }
  return verdicts;
}
