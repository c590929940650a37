import { isDeepStrictEqual } from "node:util";

/** A question that says all it is about, and what the reference answered. */
export interface Vector {
  /** The function of the reference's API. */
  readonly call: string;
  readonly input: readonly unknown[];
  readonly answer: unknown;
}

/** Functions by their names in the reference's API. */
export type Api = Readonly<Record<string, (...input: readonly unknown[]) => unknown>>;

/** What these functions answer, in the form of JSON; what they throw as text. */
export function answerOf(api: Api, { call, input }: Pick<Vector, "call" | "input">): unknown {
  try {
    return JSON.parse(JSON.stringify(api[call]?.(...input)));
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

/** Whether two answers are the same but for the order of what has none, and the tokens that a parser would have liked. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(canonical(one), canonical(other));
}

/** Lists that the reference makes of hash tables. */
const unordered: ReadonlySet<string> = new Set([
  "errors",
  "reason",
  "satisfied",
  "errored",
  "mayBeDetermining",
  "mustBeDetermining",
  "nontrivialResiduals",
  "validationErrors",
  "validationWarnings",
  "otherErrors",
]);

/** An answer in a form that is the same for answers that are. */
export function canonical(json: unknown, key = ""): unknown {
  if (key === "label" && typeof json === "string" && json.startsWith("expected ")) return "expected …";
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) {
    const elements = json.map((element) => canonical(element));
    if (!unordered.has(key)) return elements;
    return elements.map((element) => JSON.stringify(element)).sort();
  }
  const entries = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, value]) => [name, canonical(value, name)]));
}
