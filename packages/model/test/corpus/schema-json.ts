import { createRequire } from "node:module";
import type { JsonValue } from "../../src/index.ts";

const reference = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs") as {
  schemaToJson(text: string): { type: string; json: JsonValue };
};

/** A schema's text in the JSON form that the reference gives it. */
export function schemaFromText(text: string): JsonValue {
  const converted = reference.schemaToJson(text);
  if (converted.type !== "success") throw new Error(JSON.stringify(converted));
  return converted.json;
}
