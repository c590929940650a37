import type { ActionInfo } from "@deodar/schema";

/** A request environment as the checker sees it; a slot has the type of the entity that a link may put there. */
export interface CheckedEnvironment {
  /** The entity type of the principal. */
  readonly principal: string;
  readonly action: ActionInfo;
  /** The entity type of the resource. */
  readonly resource: string;
  readonly slots: { readonly "?principal": string; readonly "?resource": string };
}
