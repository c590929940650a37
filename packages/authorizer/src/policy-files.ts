import type { Environment, SlotValues } from "@deodar/evaluator";
import type { Conditions, Scope } from "@deodar/evaluator/policy";
import { ActionPlans } from "./action-plans.ts";
import type { IndexedSource } from "./ancestor-probe.ts";
import type { ExecutablePolicy } from "./executable-policy.ts";
import type { Response } from "./response.ts";
import { ScopeIndex } from "./scope-index.ts";
import { namesParty } from "./scope-key.ts";
import { responseOf, Tally } from "./tally.ts";

/**
 * The policies of a set, filed so that a decision looks only at those that may apply. Policies that name a principal or
 * a resource are looked up by it, if they are many. Of all others, what remains for an action and the types of principal
 * and resource is remembered.
 */
export class PolicyFiles {
  /** Policies that name a principal or a resource. */
  readonly #named: ScopeIndex<ExecutablePolicy> = new ScopeIndex();
  readonly #general: ScopeIndex<ExecutablePolicy> = new ScopeIndex();
  readonly #plans: ActionPlans<PlannedPolicy> = new ActionPlans();

  add(policy: ExecutablePolicy): void {
    const named = namesParty(policy.scope);
    if (!named || this.#named.list !== undefined) this.#plans.clear();
    (named ? this.#named : this.#general).add(policy);
  }

  remove(policy: ExecutablePolicy): void {
    const named = namesParty(policy.scope);
    (named ? this.#named : this.#general).remove(policy);
    if (!named || this.#named.list !== undefined) this.#plans.clear();
  }

  /** Evaluates every policy whose scope matches, and gives the response. */
  decide(environment: Environment, entities: IndexedSource): Response {
    const { actions } = environment;
    const plan = actions === undefined ? undefined : this.#planFor(actions, environment, entities);
    const isWhole = plan !== undefined && this.#named.list !== undefined;
    return isWhole ? decideByPlan(plan, environment) : this.#decideByIndex(plan, environment, entities);
  }

  #decideByIndex(
    plan: readonly PlannedPolicy[] | undefined,
    environment: Environment,
    entities: IndexedSource,
  ): Response {
    const tally = new Tally();
    if (plan !== undefined) {
      for (const { policy } of plan) {
        if (policy.scope.partiesMatch(environment)) tally.tryConditions(policy, environment);
      }
    } else {
      for (const policy of this.#general.candidates(environment, entities)) {
        if (policy.scope.matches(environment)) tally.tryConditions(policy, environment);
      }
    }
    for (const policy of this.#named.candidates(environment, entities)) {
      if (policy.scope.matches(environment)) tally.tryConditions(policy, environment);
    }
    return tally.response();
  }

  #planFor(actions: object, environment: Environment, entities: IndexedSource): readonly PlannedPolicy[] | undefined {
    if (!this.#plans.isFor(actions)) return undefined;
    return this.#plans.find(environment) ?? this.#plans.keep(environment, this.#plan(environment, entities));
  }

  /** The policies that remain for the action and the types of a request, in order. */
  #plan(environment: Environment, entities: IndexedSource): readonly PlannedPolicy[] {
    const all = [...this.#general.candidates(environment, entities), ...(this.#named.list ?? [])];
    const remaining = all.filter(({ scope }) => scope.mayMatch(environment));
    return remaining.sort((a, b) => a.order - b.order).map((policy) => new PlannedPolicy(policy));
  }
}

/** A policy that remains for an action and the types of principal and resource, and what is still to be asked of it. */
class PlannedPolicy {
  readonly policy: ExecutablePolicy;
  /** Its scope, if that names more than an action and types. */
  readonly scope: Scope | undefined;
  readonly slots: SlotValues;
  readonly conditions: Conditions;

  constructor(policy: ExecutablePolicy) {
    this.policy = policy;
    this.scope = namesParty(policy.scope) ? policy.scope : undefined;
    this.slots = policy.slots;
    this.conditions = policy.conditions;
  }
}

/**
 * The response that the policies of a plan give. Most requests are decided by one policy or by none, and nothing needs
 * to be counted.
 */
function decideByPlan(plan: readonly PlannedPolicy[], environment: Environment): Response {
  let sole: ExecutablePolicy | undefined;
  let tally: Tally | undefined;
  for (const { policy, scope, slots, conditions } of plan) {
    if (scope !== undefined && !scope.partiesMatch(environment)) continue;
    if (environment.slots !== slots) environment.slots = slots;
    const outcome = conditions(environment);
    if (outcome === false) continue;
    if (tally === undefined && sole === undefined && outcome === true) {
      sole = policy;
      continue;
    }
    if (tally === undefined) {
      tally = new Tally();
      if (sole !== undefined) tally.note(sole, true, environment);
    }
    tally.note(policy, outcome, environment);
  }
  return tally === undefined ? responseOf(sole) : tally.response(true);
}
