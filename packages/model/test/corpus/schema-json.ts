import { createRequire } from "node:module";
import type { JsonValue } from "../../src/index.ts";

const reference = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs") as {
  schemaToJson(text: string): { type: string; json: JsonValue };
  validate(call: unknown): { type: string; validationErrors: readonly unknown[] };
};

/** Whether the reference accepts these policies in strict validation. */
export function isValidForReference(policies: string, schema: string): boolean {
  const answer = reference.validate({
    schema,
    policies: { staticPolicies: policies },
    validationSettings: { mode: "strict" },
  });
  if (answer.type !== "success") throw new Error(JSON.stringify(answer));
  return answer.validationErrors.length === 0;
}

/** A schema's text in the JSON form that the reference gives it. */
export function schemaFromText(text: string): JsonValue {
  const converted = reference.schemaToJson(text);
  if (converted.type !== "success") throw new Error(JSON.stringify(converted));
  return converted.json;
}
