import "../../../steady-webassembly.ts";
import { policyToJson, validate as validateByReference } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { type JsonValue, type ModelSchema, readPolicies, readSchema, validate, validateAtLevel } from "@deodar/model";
import { parseSchema } from "@deodar/schema";
import { parsePolicy } from "@deodar/syntax";
import { Validator } from "@deodar/validator";
import type { ValidationInput } from "../validation/compare.ts";
import { jsonOf } from "./compare-data.ts";

/** The levels at which policies are compared. */
const levels = [0, 1, 2, 3] as const;

/** How often policies are judged alike. */
export interface PolicyScore {
  readonly policies: number;
  readonly valid: number;
  /** Policies that the model and the reference judge differently. */
  readonly differences: readonly string[];
  /** For each level, how many policies are valid at it. */
  readonly validAt: readonly number[];
  /** Policies that the model and the engine's validator judge differently at some level. The reference's is not at hand. */
  readonly levelDifferences: readonly string[];
}

/** Compares strict validation by the model and the reference, and level validation by the model and the engine. */
export function comparePolicies(inputs: Iterable<ValidationInput>): PolicyScore {
  const differences: string[] = [];
  const levelDifferences: string[] = [];
  const validAt = levels.map(() => 0);
  let policies = 0;
  let valid = 0;
  for (const input of inputs) {
    const model = readSchema(jsonOf(input.schema));
    const validator = new Validator(unwrap(parseSchema(input.schema)));
    const invalid = invalidByReference(input);
    for (const [index, text] of input.policies.entries()) {
      policies += 1;
      const json = conversionOf(text);
      const theirs = !invalid.has(`p${index}`);
      if (theirs) valid += 1;
      if (validate(readPolicies(json), model).valid !== theirs) differences.push(text);
      const ours = levelsOfModel(json, model);
      const engine = levels.map((level) =>
        validator.validate([{ id: "p", policy: unwrap(parsePolicy(text)) }], { level }),
      );
      const expected = engine.map(({ errors }) => errors.length === 0);
      if (JSON.stringify(ours) !== JSON.stringify(expected)) {
        levelDifferences.push(`${JSON.stringify(ours)} instead of ${JSON.stringify(expected)}: ${text}`);
      }
      for (const [at, is] of expected.entries()) if (is) validAt[at] = (validAt[at] ?? 0) + 1;
    }
  }
  return { policies, valid, differences, validAt, levelDifferences };
}

function levelsOfModel(json: JsonValue, schema: ModelSchema): readonly boolean[] {
  const policies = readPolicies(json);
  return levels.map((level) => validateAtLevel(policies, level, schema).valid);
}

function invalidByReference({ schema, policies }: ValidationInput): ReadonlySet<string> {
  const answer = validateByReference({
    schema,
    policies: { staticPolicies: Object.fromEntries(policies.map((text, index) => [`p${index}`, text])) },
    validationSettings: { mode: "strict" },
  });
  if (answer.type !== "success") throw new Error(JSON.stringify(answer.errors));
  return new Set(answer.validationErrors.map(({ policyId }) => policyId));
}

/** The policy in the JSON form that the reference gives it. */
function conversionOf(text: string): JsonValue {
  const converted = policyToJson(text);
  if (converted.type !== "success") throw new Error(JSON.stringify(converted.errors));
  return { staticPolicies: { p: converted.json as unknown as JsonValue } };
}
