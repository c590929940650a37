import type { ActionInfo } from "@deodar/schema";
import type { Expression, Policy } from "@deodar/syntax";
import { type Answer, sound } from "../check/answer.ts";
import { Checker, type CheckSetting } from "../check/checker.ts";
import type { CheckedEnvironment } from "../check/environment.ts";
import type { Issue } from "../report/issue.ts";
import { trueType } from "../types/type.ts";
import { actionExpression, scopeExpression } from "./scope-expression.ts";
import { slotTypes } from "./slot-types.ts";

/** A request environment, and what the scope of a policy comes to in it. */
export interface ScopedEnvironment {
  readonly environment: CheckedEnvironment;
  /** The first clause that is never true, behind which nothing is evaluated; `undefined` if all can be. */
  readonly stopsAt: "principal" | "action" | "resource" | undefined;
  /** What is wrong with the action clause. */
  readonly issues: readonly Issue[];
  /** Whether the scope names something undeclared, or is wrong. */
  readonly failed: boolean;
}

interface ClauseAnswer {
  readonly answer: Answer;
  readonly issues: readonly Issue[];
}

/**
 * The request environments of the schema in which something of the policy is evaluated; without `everywhere` only those
 * in which the scope can be satisfied or is wrong. Of a template whose conditions have slots (`slots` says which) there
 * is one for each type that may stand there.
 */
export function* environmentsOf(
  setting: CheckSetting,
  policy: Policy,
  slots: ReadonlySet<string>,
  everywhere: boolean,
): Generator<ScopedEnvironment, void, undefined> {
  const principals = new ClauseChecks(setting, scopeExpression("principal", policy.principal));
  const resources = new ClauseChecks(setting, scopeExpression("resource", policy.resource));
  const actionClause = actionExpression(policy.action);
  const hasSlots = slots.has("?principal") || slots.has("?resource");
  for (const action of setting.facts.actions) {
    let inAction: ClauseAnswer | undefined;
    for (const principal of action.principals) {
      const first = environmentOf(action, principal, principal);
      const inPrincipal = principals.answer(principal, first);
      const excluded = isNever(inPrincipal);
      if (excluded && !everywhere) continue;
      if (!excluded) inAction ??= checkClause(setting, actionClause, first);
      if (inAction !== undefined && isNever(inAction) && !everywhere) break;
      for (const resource of action.resources) {
        const environment = environmentOf(action, principal, resource);
        const inResource = resources.answer(resource, environment);
        const scoped = scopedEnvironment(environment, inPrincipal, inAction, inResource);
        if (scoped.stopsAt === undefined && hasSlots) yield* linked(setting, policy, slots, scoped);
        else if (scoped.stopsAt === undefined) yield scoped;
        else if (everywhere || scoped.issues.length > 0) yield scoped;
      }
    }
  }
}

function environmentOf(action: ActionInfo, principal: string, resource: string): CheckedEnvironment {
  return { principal, action, resource, slots: { "?principal": principal, "?resource": resource } };
}

function isNever({ answer }: ClauseAnswer): boolean {
  return answer.type?.kind === "false";
}

function scopedEnvironment(
  environment: CheckedEnvironment,
  inPrincipal: ClauseAnswer,
  inAction: ClauseAnswer | undefined,
  inResource: ClauseAnswer,
): ScopedEnvironment {
  if (inAction === undefined || isNever(inPrincipal)) {
    return { environment, stopsAt: "principal", issues: [], failed: inPrincipal.answer.failed };
  }
  const { answer, issues } = inAction;
  const stopsAt = isNever(inAction) ? "action" : isNever(inResource) ? "resource" : undefined;
  const failed = inPrincipal.answer.failed || answer.failed || inResource.answer.failed;
  return { environment, stopsAt, issues, failed };
}

/** One environment for each pair of types in the slots that the conditions have. */
function* linked(
  { facts }: CheckSetting,
  policy: Policy,
  slots: ReadonlySet<string>,
  scoped: ScopedEnvironment,
): Generator<ScopedEnvironment, void, undefined> {
  const { principal, resource } = scoped.environment;
  const inPrincipal = slots.has("?principal") ? slotTypes(facts, policy.principal, principal) : [principal];
  const inResource = slots.has("?resource") ? slotTypes(facts, policy.resource, resource) : [resource];
  for (const first of inPrincipal) {
    for (const second of inResource) {
      const environment = { ...scoped.environment, slots: { "?principal": first, "?resource": second } };
      yield { ...scoped, environment };
    }
  }
}

/** The answers about one clause, by the type of the entity that it is about. */
class ClauseChecks {
  readonly #setting: CheckSetting;
  readonly #expression: Expression | undefined;
  readonly #answers = new Map<string, ClauseAnswer>();

  constructor(setting: CheckSetting, expression: Expression | undefined) {
    this.#setting = setting;
    this.#expression = expression;
  }

  answer(type: string, environment: CheckedEnvironment): ClauseAnswer {
    let answer = this.#answers.get(type);
    if (answer === undefined) {
      answer = checkClause(this.#setting, this.#expression, environment);
      this.#answers.set(type, answer);
    }
    return answer;
  }
}

function checkClause(
  setting: CheckSetting,
  expression: Expression | undefined,
  environment: CheckedEnvironment,
): ClauseAnswer {
  if (expression === undefined) return { answer: sound(trueType), issues: [] };
  const issues: Issue[] = [];
  const answer = new Checker(setting, environment, (issue) => issues.push(issue)).check(expression);
  return { answer, issues };
}
