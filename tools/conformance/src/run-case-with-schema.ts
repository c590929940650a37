import { isAuthorized, type PolicySet, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import type { EntityStore } from "@deodar/core";
import type { Diagnostic, Result } from "@deodar/diagnostics";
import { parseSchema, type Schema, typedContextFromPlain } from "@deodar/schema";
import { checkedEntitiesFromJson, validateRequest } from "@deodar/validator";
import type { CorpusCase, ExpectedRequest } from "./corpus.ts";

/** A request whose answer with the schema is not the expected one. */
export interface SchemaMiss {
  readonly name: string;
  readonly description: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * Runs every request of a case with its schema: entities and contexts are read as it says and have to conform to it, and
 * requests are validated where the case says so. Gives those whose answer is not the expected one.
 */
export function runCaseWithSchema(test: CorpusCase): SchemaMiss[] {
  const schema = parseSchema(test.schema);
  const policies = policySetFromText(test.policies);
  const entities = schema.ok ? checkedEntitiesFromJson(test.entities, schema.value) : undefined;
  return test.requests.flatMap((request) => {
    const { decision, reason, errors, description } = request;
    const expected = JSON.stringify({ decision, reason: reason.toSorted(), errors: errors.toSorted() });
    const got =
      schema.ok && entities !== undefined
        ? answer(schema.value, policies, entities, request)
        : refused("schema", schema.ok ? [] : schema.errors);
    return got === expected ? [] : [{ name: test.name, description, expected, got }];
  });
}

function answer(
  schema: Schema,
  policies: Result<PolicySet>,
  entities: Result<EntityStore>,
  { principal, action, resource, context, validateRequest: asked = true }: ExpectedRequest,
): string {
  if (!policies.ok) return refused("policies", policies.errors);
  if (!entities.ok) return refused("entities", entities.errors);
  const bare = requestFromPlain({ principal, action, resource });
  if (!bare.ok) return refused("request", bare.errors);
  const typed = typedContextFromPlain(context, schema, bare.value.action);
  if (!typed.ok) return refused("context", typed.errors);
  const request = { ...bare.value, context: typed.value };
  const valid = asked ? validateRequest(request, schema) : undefined;
  if (valid?.ok === false) return refused("request", valid.errors);
  const response = isAuthorized({ request, policies: policies.value, entities: entities.value });
  return JSON.stringify({
    decision: response.decision,
    reason: response.reasons.toSorted(),
    errors: response.errors.map((error) => error.policyId).toSorted(),
  });
}

function refused(what: string, errors: readonly Diagnostic[]): string {
  return `${what}: ${errors[0]?.message ?? ""}`;
}
