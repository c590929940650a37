import type { Expression, Policy } from "@deodar/syntax";
import type { CheckSetting } from "../check/checker.ts";
import type { EnvironmentVerdict } from "../policy/check-types.ts";
import { dereferencesOf } from "./dereferences.ts";

/** A place where a policy looks up an entity in some environment. */
export interface LookUp {
  /** `undefined` for the scope. */
  readonly expression: Expression | undefined;
  /** How many look-ups, one behind the other, lead from the request up to and with this one. */
  readonly level: number;
  /** Whether it is an entity literal that is looked up, which is allowed at no level. */
  readonly literal: boolean;
}

/** Where a policy looks up entities in one environment, whose verdict has types. */
export function lookUpsOf(setting: CheckSetting, policy: Policy, verdict: EnvironmentVerdict): readonly LookUp[] {
  const scope: readonly LookUp[] = looksUpInScope(policy, verdict)
    ? [{ expression: undefined, level: 1, literal: false }]
    : [];
  if (verdict.types === undefined || verdict.failed) return scope;
  const bodies = policy.conditions.map(({ body }) => body);
  const { facts, permissive: relations } = setting;
  const action = verdict.environment.action.uid;
  const { levels, literals } = dereferencesOf(bodies, { types: verdict.types, facts, relations, action });
  return [
    ...scope,
    ...levels.map(({ expression, level }) => ({ expression, level, literal: false })),
    ...literals.map((expression) => ({ expression, level: 0, literal: true })),
  ];
}

/** Whether an `in` of the scope is evaluated, up to the first clause that is never true. */
function looksUpInScope({ principal, action, resource }: Policy, verdict: EnvironmentVerdict): boolean {
  const { stopsAt, failed, impossible, environment } = verdict;
  if (failed && !impossible) return false;
  if (principal.kind === "scopeIn" || (principal.kind === "scopeIsIn" && environment.principal === principal.entityType)) {
    return true;
  }
  if (stopsAt === "principal") return false;
  if (action.kind === "scopeActionIn" || action.kind === "scopeActionInSet") return true;
  if (stopsAt === "action") return false;
  return resource.kind === "scopeIn" || (resource.kind === "scopeIsIn" && environment.resource === resource.entityType);
}
