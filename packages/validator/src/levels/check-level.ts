import type { ActionConstraint, Expression, Policy, PrincipalConstraint } from "@deodar/syntax";
import type { CheckSetting } from "../check/checker.ts";
import type { EnvironmentVerdict } from "../policy/check-types.ts";
import { dereferencesOf } from "./dereferences.ts";

/** A place where a policy looks up an entity in some environment. */
export interface LookUp {
  readonly at: Expression | PrincipalConstraint | ActionConstraint;
  /** How many look-ups, one behind the other, lead from the request up to and with this one. */
  readonly level: number;
  /** Whether it is an entity literal that is looked up, which is allowed at no level. */
  readonly literal: boolean;
}

/** Where a policy looks up entities in one environment, whose verdict has types. Where it is faulty, that is not said. */
export function lookUpsOf(setting: CheckSetting, policy: Policy, verdict: EnvironmentVerdict): readonly LookUp[] {
  const scope = clausesThatLookUp(policy, verdict).map((at) => ({ at, level: 1, literal: false }));
  if (verdict.types === undefined || verdict.failed) return scope;
  const bodies = policy.conditions.map(({ body }) => body);
  const { facts, permissive: relations } = setting;
  const action = verdict.environment.action.uid;
  const { levels, literals } = dereferencesOf(bodies, { types: verdict.types, facts, relations, action });
  return [
    ...scope,
    ...levels.map(({ expression, level }) => ({ at: expression, level, literal: false })),
    ...literals.map((expression) => ({ at: expression, level: 0, literal: true })),
  ];
}

/** The clauses of the scope of which an `in` is evaluated, up to the first that is never true. */
function clausesThatLookUp(
  { principal, action, resource }: Policy,
  { stopsAt, failed, impossible, environment }: EnvironmentVerdict,
): readonly (PrincipalConstraint | ActionConstraint)[] {
  if (failed && !impossible) return [];
  const evaluated: (PrincipalConstraint | ActionConstraint)[] = [];
  if (looksUp(principal, environment.principal)) evaluated.push(principal);
  if (stopsAt === "principal") return evaluated;
  if (action.kind === "scopeActionIn" || action.kind === "scopeActionInSet") evaluated.push(action);
  if (stopsAt !== "action" && looksUp(resource, environment.resource)) evaluated.push(resource);
  return evaluated;
}

function looksUp(constraint: PrincipalConstraint, type: string): boolean {
  return constraint.kind === "scopeIn" || (constraint.kind === "scopeIsIn" && constraint.entityType === type);
}
