import type { EntityUid } from "@deodar/core";
import type { Policy } from "@deodar/syntax";
import type { ValidationMode } from "./types/relations.ts";

/** The entities that a link puts in the slots of its template. */
export type SlotEntities = { readonly [slot in "?principal" | "?resource"]?: EntityUid };

/**
 * A policy to check: a static policy, a template or, with `values`, a link of the template `policy`. The policies,
 * templates and links that a `PolicySet` gives are such.
 */
export interface PolicyToValidate {
  /** The id of the policy, template or link. */
  readonly id: string;
  readonly policy: Policy;
  readonly values?: SlotEntities;
}

/** How policies are checked. */
export interface ValidationOptions {
  /**
   * `"strict"`, the default, wants types that fit exactly and literals where extension values are made, which analysis
   * tools rely on. `"permissive"` allows whatever cannot raise a type error.
   */
  readonly mode?: ValidationMode;
  /**
   * How many entities, one behind the other, policies may look up from the request on; without it, any number. A whole
   * number from 0 on.
   *
   * Source: https://github.com/cedar-policy/rfcs/blob/main/text/0076-entity-slice-validation.md
   */
  readonly level?: number;
}
