import * as ours from "@deodar/cedar-wasm";
import type { Call, Case, Outcome } from "./calls.ts";

const functionsByName = new Map<string, (...args: never[]) => unknown>(Object.entries(ours) as never);

/** What our drop-in answers to each call of a case, through JSON as the reference's answers come. */
export function ourAnswers(calls: Case): Outcome[] {
  return calls.map(answer);
}

function answer([name, args]: Call): Outcome {
  const call = functionsByName.get(name);
  if (call === undefined) return { crashed: `${name} is missing` };
  try {
    return { answer: JSON.parse(JSON.stringify(call(...(args as never[])), writeBigInt)) };
  } catch (error) {
    return { thrown: error instanceof Error ? error.message : String(error) };
  }
}

/** The reference's answers have 64-bit integers rounded. */
const writeBigInt = (_: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
