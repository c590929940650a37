import type { EntityUid } from "@deodar/core";
import { UidMap } from "./uid-map.ts";

/** So many plans are kept at most, and so many policies in all of them. */
const mostPlans = 250;
const mostPlanned = 100_000;

/** The policies that remain for one action, by the types of principal and resource. */
interface Plan<T> {
  readonly principalType: string;
  readonly resourceType: string;
  readonly policies: readonly T[];
  /** The plan for the same action and other types. */
  readonly other: Plan<T> | undefined;
}

/** What a plan depends on, beside the policies. */
export interface PlannedRequest {
  readonly principal: EntityUid;
  readonly action: EntityUid;
  readonly resource: EntityUid;
}

/**
 * Remembers which policies remain once the action and the types of a request are known: applications have few actions
 * and ask for them again and again. Plans hold for one state of a store's actions; all are forgotten with another one,
 * or when there are too many, since requests may name any actions and types.
 */
export class ActionPlans<T> {
  #plans: UidMap<Plan<T>> = new UidMap();
  #actions: object | undefined;
  #count = 0;
  #planned = 0;

  /** Forgets all plans. */
  clear(): void {
    if (this.#count === 0) return;
    this.#plans = new UidMap();
    this.#count = 0;
    this.#planned = 0;
  }

  /**
   * Whether plans are for this state of actions. They are only from the second time on that it is met: a store that
   * serves for one decision is not worth a plan.
   */
  isFor(actions: object): boolean {
    if (actions === this.#actions) return true;
    this.clear();
    this.#actions = actions;
    return false;
  }

  /** The policies planned for the action and the types of a request, if they are known. */
  find({ action, principal, resource }: PlannedRequest): readonly T[] | undefined {
    let plan = this.#plans.get(action.type, action.id);
    while (plan !== undefined && !(plan.principalType === principal.type && plan.resourceType === resource.type)) {
      plan = plan.other;
    }
    return plan?.policies;
  }

  /** Keeps the policies planned for the action and the types of a request, and gives them. */
  keep({ action, principal, resource }: PlannedRequest, policies: readonly T[]): readonly T[] {
    if (this.#count >= mostPlans || (this.#count > 0 && this.#planned + policies.length > mostPlanned)) this.clear();
    const other = this.#plans.get(action.type, action.id);
    this.#plans.set(action, { principalType: principal.type, resourceType: resource.type, policies, other });
    this.#count += 1;
    this.#planned += policies.length;
    return policies;
  }
}
