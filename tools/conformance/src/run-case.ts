import { isAuthorized, type PolicySet, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import type { Diagnostic, Result } from "@deodar/diagnostics";
import type { CorpusCase, ExpectedRequest } from "./corpus.ts";
import { type EntityJson, oracleActions, oracleAuthorize } from "./oracle.ts";

/** An answer to a request, or why there is none; ids are sorted. */
export type Answer =
  | { readonly decision: "allow" | "deny"; readonly reason: readonly string[]; readonly errors: readonly string[] }
  | { readonly refused: string };

/** A request whose answer is not the expected one. */
export interface Miss {
  readonly name: string;
  readonly description: string;
  readonly expected: Answer;
  readonly got: Answer;
  /** Why it may be so: `undefined` is a fault of ours. */
  readonly needsSchema: "action groups" | "typed values" | undefined;
}

/** Runs every request of a case without its schema, and gives those whose answer is not the expected one. */
export function runCase(test: CorpusCase): Miss[] {
  const policies = policySetFromText(test.policies);
  const entities = Entities.fromJson(test.entities);
  const misses: Miss[] = [];
  for (const request of test.requests) {
    const got = answer(policies, entities, request);
    const expected = expectedAnswer(request);
    if (sameAnswer(got, expected)) continue;
    misses.push({
      name: test.name,
      description: request.description,
      expected,
      got,
      needsSchema: reasonToNeedSchema(test, request, expected, got),
    });
  }
  return misses;
}

function answer(policies: Result<PolicySet>, entities: Result<Entities>, plain: ExpectedRequest): Answer {
  if (!policies.ok) return { refused: `policies: ${firstMessage(policies.errors)}` };
  if (!entities.ok) return { refused: `entities: ${firstMessage(entities.errors)}` };
  const { principal, action, resource, context } = plain;
  const request = requestFromPlain({ principal, action, resource, context });
  if (!request.ok) return { refused: `request: ${firstMessage(request.errors)}` };
  const response = isAuthorized({ request: request.value, policies: policies.value, entities: entities.value });
  return {
    decision: response.decision,
    reason: response.reasons.toSorted(),
    errors: response.errors.map((error) => error.policyId).toSorted(),
  };
}

const firstMessage = (errors: readonly Diagnostic[]): string => errors[0]?.message ?? "";

const expectedAnswer = ({ decision, reason, errors }: ExpectedRequest): Answer => ({
  decision,
  reason: reason.toSorted(),
  errors: errors.toSorted(),
});

/**
 * Why the expected answer cannot be had without the schema: because the reference, asked without it, misses the
 * expected answer too, and just as we do. Where the action entities that the schema declares mend that, it is these;
 * otherwise it is the reading of values by their declared types.
 */
function reasonToNeedSchema(
  test: CorpusCase,
  request: ExpectedRequest,
  expected: Answer,
  got: Answer,
): Miss["needsSchema"] {
  const entities = JSON.parse(test.entities) as EntityJson[];
  const plain = askOracle(test, request, entities, undefined);
  const alike = "refused" in got ? "refused" in plain : sameAnswer(plain, got);
  if (!alike || !sameAnswer(askOracle(test, request, entities, test.schema), expected)) return undefined;
  const withActions = askOracle(test, request, [...entities, ...oracleActions(test.schema)], undefined);
  return sameAnswer(withActions, expected) ? "action groups" : "typed values";
}

function askOracle(
  test: CorpusCase,
  request: ExpectedRequest,
  entities: EntityJson[],
  schema: string | undefined,
): Answer {
  const { principal, action, resource, context, validateRequest } = request;
  const reply = oracleAuthorize({
    principal,
    action,
    resource,
    context: context as never,
    entities,
    policies: { staticPolicies: test.policies },
    ...(schema !== undefined && { schema, validateRequest: validateRequest ?? true }),
  });
  if (reply.type === "failure") return { refused: reply.errors[0]?.message ?? "" };
  const { decision, diagnostics } = reply.response;
  return {
    decision,
    reason: diagnostics.reason.toSorted(),
    errors: diagnostics.errors.map((error) => error.policyId).toSorted(),
  };
}

const sameAnswer = (a: Answer, b: Answer): boolean => JSON.stringify(a) === JSON.stringify(b);
