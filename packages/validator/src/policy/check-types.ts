import type { Expression, Policy } from "@deodar/syntax";
import { Checker, type CheckSetting } from "../check/checker.ts";
import type { CheckedEnvironment } from "../check/environment.ts";
import type { Issue } from "../report/issue.ts";
import type { CheckedType } from "../types/type.ts";
import { checkConditions } from "./check-conditions.ts";
import { environmentsOf, type ScopedEnvironment } from "./policy-environments.ts";

/** What became of a policy in one request environment. */
export interface EnvironmentVerdict extends ConditionsVerdict {
  readonly environment: CheckedEnvironment;
  /** The first clause of the scope that is never true. */
  readonly stopsAt: ScopedEnvironment["stopsAt"];
}

interface ConditionsVerdict {
  readonly issues: readonly Issue[];
  /** Whether the policy never applies there. */
  readonly impossible: boolean;
  readonly failed: boolean;
  /** The types of the expressions that can be evaluated there; only if they were asked for. */
  readonly types: ReadonlyMap<Expression, CheckedType | undefined> | undefined;
}

/** What to check. */
export interface TypeCheck {
  readonly setting: CheckSetting;
  readonly policy: Policy;
  /** The variables and slots that the conditions look at; environments that differ in no other are checked once. */
  readonly variables: ReadonlySet<string>;
  /** Whether to give types, and verdicts also for the environments whose requests the scope excludes. */
  readonly thorough: boolean;
}

/** Checks the types of a policy in each request environment that its scope does not exclude. */
export function* checkTypes(check: TypeCheck): Generator<EnvironmentVerdict, void, undefined> {
  const { setting, policy, variables, thorough } = check;
  const known = new Map<string, ConditionsVerdict>();
  for (const scoped of environmentsOf(setting, policy, variables, thorough)) {
    const { environment, issues, stopsAt } = scoped;
    if (stopsAt !== undefined) {
      yield { environment, issues, stopsAt, impossible: true, failed: scoped.failed, types: undefined };
      continue;
    }
    const key = keyOf(scoped, variables);
    let verdict = known.get(key);
    if (verdict === undefined) {
      verdict = checkOnce(setting, policy, environment, thorough);
      known.set(key, verdict);
    }
    yield {
      environment,
      stopsAt,
      issues: issues.length === 0 ? verdict.issues : [...issues, ...verdict.issues],
      impossible: verdict.impossible,
      failed: scoped.failed || verdict.failed,
      types: verdict.types,
    };
  }
}

function checkOnce(
  setting: CheckSetting,
  policy: Policy,
  environment: CheckedEnvironment,
  withTypes: boolean,
): ConditionsVerdict {
  const issues: Issue[] = [];
  const types = withTypes ? new Map<Expression, CheckedType | undefined>() : undefined;
  const checker = new Checker(setting, environment, (issue) => issues.push(issue), types);
  const { type, failed } = checkConditions(checker, policy);
  return { issues, impossible: type.kind === "false", failed, types };
}

/** Two environments with the same key are the same to the conditions. */
function keyOf({ environment }: ScopedEnvironment, variables: ReadonlySet<string>): string {
  const { principal, resource, action, slots } = environment;
  let key = variables.has("principal") ? principal : "";
  key += variables.has("resource") ? ` ${resource}` : " ";
  key += variables.has("?principal") ? ` ${slots["?principal"]}` : " ";
  key += variables.has("?resource") ? ` ${slots["?resource"]}` : " ";
  return variables.has("action") || variables.has("context") ? `${key} ${action.uid.type} ${action.uid.id}` : key;
}
