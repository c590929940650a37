import type { BigNumber } from "bignumber.js";
import {
  EntityValidation,
  Evaluator,
  Levels,
  type PolicyTerm,
  RequestValidation,
  type SchemaTerm,
  Slices,
  type TemplateTerm,
  Validator,
} from "./generated/model.js";
import { fail } from "./json.ts";
import type { ModelEntities, ModelRequest } from "./read-data.ts";
import type { ModelPolicies } from "./read-policies.ts";
import type { ModelSchema } from "./read-schema.ts";
import { integerOf } from "./terms.ts";

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
export function validate(policies: ModelPolicies, schema: ModelSchema): ModelValidation {
  return validateEach(
    policies,
    schema,
    (policy, term) => Validator.__default.ValidatePolicy(policy, term),
    (template, term) => Validator.__default.ValidateTemplate(template, term),
  );
}

/**
 * Validates strictly and at a level: policies look up no entities further than `level` look-ups, one behind the other,
 * away from the request; none at all at level 0. See {@link sliceAtLevel}.
 * Source: https://github.com/cedar-policy/rfcs/blob/main/text/0076-entity-slice-validation.md
 *
 * @param level a whole number, not negative
 */
export function validateAtLevel(policies: ModelPolicies, level: number, schema: ModelSchema): ModelValidation {
  const steps = levelOf(level);
  return validateEach(
    policies,
    schema,
    (policy, term) => Levels.__default.ValidatePolicyAtLevel(policy, steps, term),
    (template, term) => Levels.__default.ValidateTemplateAtLevel(template, steps, term),
  );
}

function validateEach(
  { staticPolicies, templates, links }: ModelPolicies,
  { schema }: ModelSchema,
  isValidPolicy: (policy: PolicyTerm, schema: SchemaTerm) => boolean,
  isValidTemplate: (template: TemplateTerm, schema: SchemaTerm) => boolean,
): ModelValidation {
  const invalid = [
    ...invalidIds(staticPolicies, (policy) => isValidPolicy(policy, schema)),
    ...invalidIds(templates, (template) => isValidTemplate(template, schema)),
    ...invalidIds(links, (values) => Validator.__default.ValidateLink(values, schema)),
  ];
  return { valid: invalid.length === 0, invalid: invalid.sort() };
}

function invalidIds<T>(all: ReadonlyMap<string, T>, isValid: (each: T) => boolean): readonly string[] {
  return [...all].filter(([, each]) => !isValid(each)).map(([id]) => id);
}

/**
 * The entities that policies which are valid at a level can see: the response to a request over them is proven to be the
 * one over all entities. Each comes with all its ancestors as its parents.
 *
 * @param level a whole number, not negative
 */
export function sliceAtLevel(level: number, request: ModelRequest, { entities }: ModelEntities): ModelEntities {
  const env = Evaluator.Env.create_Env(request.request, entities);
  const slice = Slices.__default.Slice(env, levelOf(level)).dtor_entities;
  return { kind: "modelEntities", given: slice, entities: slice };
}

function levelOf(level: number): BigNumber {
  if (!Number.isSafeInteger(level) || level < 0) fail("a level is a whole number that is not negative");
  return integerOf(level);
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
