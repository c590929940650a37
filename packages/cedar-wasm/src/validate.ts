import type { JsonValue } from "@deodar/json";
import { type ValidationDiagnostic, validate as validatePolicies } from "@deodar/validator";
import { detailedError } from "./detailed-error.ts";
import { jsonOf } from "./input/json-of.ts";
import { aPolicySet, readPolicySetInput } from "./input/policy-set-input.ts";
import { reject } from "./input/reject.ts";
import { anything, aString, type Check, readStructure } from "./input/shape.ts";
import { type LoadedPolicySet, loadPolicySet } from "./policies/load-policy-set.ts";
import { wholeOf } from "./requests/input-error.ts";
import { loadSchema } from "./schema/load-schema.ts";
import type { ValidationAnswer, ValidationCall, ValidationError } from "./types/calls.ts";
import type { DetailedError } from "./types/errors.ts";

const mode: Check = (json, path) => {
  aString(json, path);
  if (json !== "strict") reject(`unknown variant \`${String(json)}\`, expected \`strict\``, path);
};

const settings: Check = (json, path) => {
  readStructure(json, "ValidationSettings", [{ name: "mode", required: true, check: mode }], path);
};

const fields = [
  { name: "validationSettings", required: false, check: settings },
  { name: "schema", required: true, check: anything },
  { name: "policies", required: true, check: aPolicySet },
];

/**
 * Checks policies, templates and links against a schema: answers with what is wrong with them and what to beware of, or
 * with what does not parse.
 *
 * Throws if the argument has not the shape of a call.
 *
 * Source: https://docs.cedarpolicy.com/policies/validation.html
 */
export function validate(call: ValidationCall): ValidationAnswer {
  const members = readStructure(jsonOf(call), "ValidationCall", fields, []);
  const errors: DetailedError[] = [];
  const policies = loadPolicySet(readPolicySetInput(members["policies"] as JsonValue));
  if (!policies.ok) errors.push(...policies.errors);
  const schema = loadSchema(members["schema"] as JsonValue);
  if (!schema.ok) errors.push(schema.error);
  if (!policies.ok || !schema.ok) return { type: "failure", errors, warnings: [] };
  const loaded = policies.value;
  const found = validatePolicies(loaded.list, schema.value.schema);
  return {
    type: "success",
    validationErrors: found.errors.map((fault) => validationError(fault, loaded)),
    validationWarnings: found.warnings.map((fault) => validationError(fault, loaded)),
    otherWarnings: schema.value.warnings(),
  };
}

function validationError(fault: ValidationDiagnostic, loaded: LoadedPolicySet): ValidationError {
  const { policyId } = fault;
  const text = loaded.textOf(policyId);
  const error = detailedError(fault, text);
  if (text !== undefined || loaded.policies.get(policyId)?.kind === "link") return { policyId, error };
  // The reference reads each type in a JSON policy as a text of its own, in which it points at all of it.
  const [type] = /(?<=, unrecognized entity type `)[^`]*(?=`$)/.exec(fault.message) ?? [];
  return { policyId, error: type === undefined ? error : { ...error, sourceLocations: [wholeOf(type)] } };
}
