import { createRequire } from "node:module";
import type { ErrorKind, JsonValue } from "../../src/index.ts";

const reference = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs") as {
  isAuthorized(call: unknown): {
    type: string;
    response: { diagnostics: { errors: readonly { policyId: string; error: { message: string } }[] } };
  };
};

/** The reference says what went wrong in words only. */
const kinds: readonly (readonly [RegExp, ErrorKind])[] = [
  [/ type error: /, "type-error"],
  [/ does not have the attribute /, "missing-attribute"],
  [/ does not have the tag /, "missing-tag"],
  [/ entity `.*` does not exist$/s, "missing-entity"],
  [/ integer overflow /, "integer-overflow"],
  [/ wrong number of arguments /, "wrong-argument-count"],
  [/ error while evaluating `\w+` extension function/, "extension-failed"],
];

/** The kinds of the errors that the reference reports for a request, by policy. */
export function referenceErrors(
  policies: string,
  entities: JsonValue,
  request: JsonValue,
): readonly { readonly policyId: string; readonly error: string }[] {
  const { principal, action, resource, context } = request as { readonly [part: string]: JsonValue };
  const call = { principal, action, resource, context, entities, policies: { staticPolicies: policies } };
  const answer = reference.isAuthorized({ ...call, validateRequest: false });
  if (answer.type !== "success") throw new Error(JSON.stringify(answer));
  return answer.response.diagnostics.errors
    .map(({ policyId, error }) => {
      const message = ` ${error.message}`;
      return { policyId, error: kinds.find(([words]) => words.test(message))?.[1] ?? message };
    })
    .sort((a, b) => (a.policyId < b.policyId ? -1 : 1));
}

/** Whether it has integers that the reference would round. */
export function hasLargeInteger(json: JsonValue): boolean {
  if (typeof json === "bigint") return true;
  if (typeof json !== "object" || json === null) return false;
  return Object.values(json as { readonly [key: string]: JsonValue }).some(hasLargeInteger);
}
