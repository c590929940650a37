import type { JsonValue } from "@deodar/json";
import type { JsonValue as ModelJson } from "@deodar/model";

/** JSON without fractions, which generators do not make, as the model takes it. */
export function modelJson(json: JsonValue | object): ModelJson {
  return json as ModelJson;
}

/** Whether there is an integer that JSON numbers of JavaScript do not hold; the reference would round it. */
export function hasBigInt(json: unknown): boolean {
  if (typeof json === "bigint") return true;
  if (typeof json !== "object" || json === null) return false;
  return Object.values(json).some(hasBigInt);
}

/** JSON text that keeps all digits of integers. */
export function exactText(json: unknown): string {
  return JSON.stringify(json, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}
