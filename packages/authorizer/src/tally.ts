import type { Environment, EvaluationError } from "@deodar/evaluator";
import type { ExecutablePolicy } from "./executable-policy.ts";
import type { PolicyError, Response } from "./response.ts";

interface FailedPolicy {
  readonly policy: ExecutablePolicy;
  readonly error: EvaluationError;
}

const none: readonly never[] = Object.freeze([]);

/** The response to a request that nothing permits. */
const denied: Response = Object.freeze({ decision: "deny", reasons: none, errors: none });

/** The response to a request for which this policy alone is satisfied, and none fails; without one, nothing permits it. */
export function responseOf(policy: ExecutablePolicy | undefined): Response {
  if (policy === undefined) return denied;
  policy.alone ??= decidedBy(policy);
  return policy.alone;
}

/** Counts the policies that are satisfied or fail, and makes the response of them. */
export class Tally {
  #permits: ExecutablePolicy[] | undefined;
  #forbids: ExecutablePolicy[] | undefined;
  #failures: FailedPolicy[] | undefined;

  /** Evaluates the conditions of a policy whose scope matches. */
  tryConditions(policy: ExecutablePolicy, environment: Environment): void {
    environment.slots = policy.slots;
    const outcome = policy.conditions(environment);
    if (outcome !== false) this.note(policy, outcome, environment);
  }

  /** Counts a policy that is satisfied, or that failed just now. */
  note(policy: ExecutablePolicy, outcome: true | undefined, environment: Environment): void {
    if (outcome === undefined) {
      this.#failures = append(this.#failures, { policy, error: environment.failure as EvaluationError });
    } else if (policy.effect === "permit") this.#permits = append(this.#permits, policy);
    else this.#forbids = append(this.#forbids, policy);
  }

  /** The response; `ordered` says that each policy was tried only once, in the order of the set. */
  response(ordered = false): Response {
    const order = ordered ? asTheyAre : inOrder;
    const determining = this.#forbids ?? this.#permits;
    return {
      decision: this.#forbids === undefined && this.#permits !== undefined ? "allow" : "deny",
      reasons: determining === undefined ? none : order(determining).map(({ id }) => id),
      errors: this.#failures === undefined ? none : reported(this.#failures, order),
    };
  }
}

/** Responses are alike whenever the same policy decides, so there is one of them for each. */
function decidedBy({ id, effect }: ExecutablePolicy): Response {
  const reasons = Object.freeze([id]);
  return Object.freeze({ decision: effect === "permit" ? "allow" : "deny", reasons, errors: none });
}

function append<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}

function asTheyAre(policies: ExecutablePolicy[]): readonly ExecutablePolicy[] {
  return policies;
}

function inOrder(policies: ExecutablePolicy[]): readonly ExecutablePolicy[] {
  if (policies.length === 1) return policies;
  policies.sort((a, b) => a.order - b.order);
  // A source may name an ancestor twice.
  return policies.filter((policy, index) => policy !== policies[index - 1]);
}

function reported(failures: FailedPolicy[], order: typeof inOrder): readonly PolicyError[] {
  const errors = new Map(failures.map(({ policy, error }) => [policy, error]));
  return order([...errors.keys()]).map((policy) => ({
    policyId: policy.id,
    error: policy.placed(errors.get(policy) as EvaluationError),
  }));
}
