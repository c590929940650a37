import { EntityValidation, RequestValidation, Validator } from "./generated/model.js";
import type { ModelEntities, ModelRequest } from "./read-data.ts";
import type { ModelPolicies } from "./read-policies.ts";
import type { ModelSchema } from "./read-schema.ts";

/** What strict validation says of policies. */
export interface ModelValidation {
  readonly valid: boolean;
  /** The ids of the static policies, templates and links that are not valid, in the order of their code units. */
  readonly invalid: readonly string[];
}

/**
 * Validates policies, templates and links strictly: they name nothing that the schema does not know, and in no request
 * that it foresees can their conditions go wrong, but for missing entities, overflows and extension errors.
 * See https://docs.cedarpolicy.com/policies/validation.html
 */
export function validate(policies: ModelPolicies, { schema }: ModelSchema): ModelValidation {
  const { ValidatePolicy, ValidateTemplate, ValidateLink } = Validator.__default;
  const { staticPolicies, templates, links } = policies;
  const invalid = [
    ...invalidIds(staticPolicies, (policy) => ValidatePolicy(policy, schema)),
    ...invalidIds(templates, (template) => ValidateTemplate(template, schema)),
    ...invalidIds(links, (values) => ValidateLink(values, schema)),
  ];
  return { valid: invalid.length === 0, invalid: invalid.sort() };
}

function invalidIds<T>(all: ReadonlyMap<string, T>, isValid: (each: T) => boolean): readonly string[] {
  return [...all].filter(([, each]) => !isValid(each)).map(([id]) => id);
}

/**
 * Whether entities are as a schema says: declared, with attributes, tags and parents of the right types, and in no
 * cycle. Only the given entities are looked at, not the actions that reading them with a schema adds.
 */
export function validateEntities(entities: ModelEntities, schema: ModelSchema): boolean {
  return EntityValidation.__default.AreValidEntities(entities.given, schema.schema);
}

/** Whether the schema foresees such a request: its action, applied to such a principal and resource, in such a context. */
export function validateRequest(request: ModelRequest, schema: ModelSchema): boolean {
  return RequestValidation.__default.IsValidRequest(request.request, schema.schema);
}
