import type { Request } from "@deodar/evaluator";
import type { IndexedSource } from "./ancestor-probe.ts";
import { explain } from "./explain.ts";
import type { Explanation } from "./explanation.ts";
import { isAuthorized, isAuthorizedBatch } from "./is-authorized.ts";
import type { PolicySet } from "./policy-set.ts";
import type { Response } from "./response.ts";

/** What an {@link Authorizer} decides by. */
export interface AuthorizerOptions {
  readonly policies: PolicySet;
  readonly entities: IndexedSource;
}

/**
 * A policy set and the entities it is applied to, kept together. Both belong to the caller and may be changed between
 * requests; the next decision sees the change.
 */
export class Authorizer {
  readonly policies: PolicySet;
  readonly entities: IndexedSource;

  constructor(options: AuthorizerOptions) {
    this.policies = options.policies;
    this.entities = options.entities;
  }

  /** Decides one request, as the function `isAuthorized` does. */
  isAuthorized(request: Request): Response {
    return isAuthorized({ request, policies: this.policies, entities: this.entities });
  }

  /** Decides several requests; answers come in the order of the requests. */
  isAuthorizedBatch(requests: Iterable<Request>): readonly Response[] {
    return isAuthorizedBatch({ requests, policies: this.policies, entities: this.entities });
  }

  /** Says for every policy why it did or did not determine the decision, as the function `explain` does. */
  explain(request: Request): Explanation {
    return explain({ request, policies: this.policies, entities: this.entities });
  }
}
