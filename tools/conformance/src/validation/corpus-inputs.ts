import { unwrap } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import { generatedCases, handWrittenCases } from "../corpus.ts";
import type { ValidationInput } from "./compare.ts";

/** The policies of the public tests, each set under its schema. */
export function corpusInputs(): ValidationInput[] {
  return [...generatedCases(), ...handWrittenCases()].map(({ name, schema, policies }) => ({
    name,
    schema,
    policies: unwrap(parsePolicies(policies)).policies.map(({ span }) => policies.slice(span?.start, span?.end)),
  }));
}
