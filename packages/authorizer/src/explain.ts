import { unwrap } from "@deodar/diagnostics";
import { Environment, tracePolicy } from "@deodar/evaluator";
import type { ExecutablePolicy } from "./executable-policy.ts";
import { explainConditions } from "./explain-conditions.ts";
import { explainScope } from "./explain-scope.ts";
import type { Explanation, PolicyExplanation, PolicyVerdict } from "./explanation.ts";
import { type AuthorizationCall, isAuthorized } from "./is-authorized.ts";
import type { Response } from "./response.ts";

/**
 * Decides a request as {@link isAuthorized} does, and says of every policy why it did or did not determine the
 * decision: which constraints of the scope match, which conditions hold, and what each sub-expression gave.
 *
 * It looks at all policies and compiles those whose scope matches anew, so it is for people who ask, not for every
 * request. Throws as {@link isAuthorized} does.
 */
export function explain(call: AuthorizationCall): Explanation {
  const response = isAuthorized(call);
  const verdicts = verdictsOf(response);
  const policies: PolicyExplanation[] = [];
  for (const executable of call.policies.executables()) policies.push(explainPolicy(executable, call, verdicts));
  return { response, policies };
}

interface Verdicts {
  readonly reasons: ReadonlySet<string>;
  readonly errors: ReadonlyMap<string, Response["errors"][number]["error"]>;
}

function verdictsOf({ reasons, errors }: Response): Verdicts {
  return {
    reasons: new Set(reasons),
    errors: new Map(errors.map(({ policyId, error }) => [policyId, error])),
  };
}

function explainPolicy(
  { entry, slots }: ExecutablePolicy,
  { request, entities }: AuthorizationCall,
  verdicts: Verdicts,
): PolicyExplanation {
  const { id, policy } = entry;
  const scope = explainScope(policy, { request, entities, slots });
  const scopeMatches = scope.principal.matches && scope.action.matches && scope.resource.matches;
  const trace = scopeMatches ? unwrap(tracePolicy(policy, new Environment(request, entities, slots))) : undefined;
  const error = verdicts.errors.get(id);
  return {
    id,
    ...(entry.kind === "link" && { templateId: entry.templateId }),
    effect: policy.effect,
    ...(policy.span !== undefined && { span: policy.span }),
    verdict: verdictOf(id, trace?.outcome === true, verdicts),
    scopeMatches,
    scope,
    conditions: explainConditions(policy.conditions, trace?.steps ?? []),
    ...(error !== undefined && { error }),
  };
}

function verdictOf(id: string, satisfied: boolean, { reasons, errors }: Verdicts): PolicyVerdict {
  if (errors.has(id)) return "error";
  if (reasons.has(id)) return "determining";
  return satisfied ? "overruled" : "unsatisfied";
}
