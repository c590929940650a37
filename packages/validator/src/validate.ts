import type { Schema } from "@deodar/schema";
import type { Policy } from "@deodar/syntax";
import type { RequestEnvironment, ValidationResult } from "./diagnostic.ts";
import type { PolicyToValidate, ValidationOptions } from "./options.ts";
import type { ValidationMode } from "./types/relations.ts";
import { Validator } from "./validator.ts";

/**
 * Checks policies, templates and links against a schema, as {@link Validator.validate} does.
 *
 * Source: https://docs.cedarpolicy.com/policies/validation.html
 */
export function validate(
  policies: Iterable<PolicyToValidate>,
  schema: Schema,
  options: ValidationOptions = {},
): ValidationResult {
  return new Validator(schema).validate(policies, options);
}

/** The kinds of requests to which a policy or template can apply; see {@link Validator.requestEnvironments}. */
export function requestEnvironments(policy: Policy, schema: Schema): readonly RequestEnvironment[] {
  return new Validator(schema).requestEnvironments(policy);
}

/** The smallest level at which a policy is valid, or `undefined`; see {@link Validator.levelOf}. */
export function levelOf(policy: Policy, schema: Schema, mode: ValidationMode = "strict"): number | undefined {
  return new Validator(schema).levelOf(policy, mode);
}
