import type { EntityUid } from "@deodar/core";
import type { SlotValues } from "@deodar/evaluator";
import type { Policy, SlotName } from "@deodar/syntax";

/** A policy without slots, as a policy set holds it. */
export interface StaticPolicy {
  readonly kind: "static";
  readonly id: string;
  readonly policy: Policy;
}

/**
 * A policy whose scope has slots; only its links take part in decisions.
 *
 * Source: https://docs.cedarpolicy.com/policies/templates.html
 */
export interface Template {
  readonly kind: "template";
  readonly id: string;
  readonly policy: Policy;
  /** The slots that a link must fill, `?resource` before `?principal`. */
  readonly slots: readonly SlotName[];
}

/** A template with its slots filled. It points at its template and has no text of its own. */
export interface LinkedPolicy {
  readonly kind: "link";
  readonly id: string;
  readonly templateId: string;
  /** The template's tree, slots and all. */
  readonly policy: Policy;
  readonly values: SlotValues;
}

/** A policy that takes part in decisions. */
export type EffectivePolicy = StaticPolicy | LinkedPolicy;

/** What it takes to link a template. */
export interface TemplateLink {
  readonly templateId: string;
  /** The id of the new policy. */
  readonly newId: string;
  /** A value for each of the template's slots, and for no other. */
  readonly values: { readonly [slot in SlotName]?: EntityUid | { readonly type: string; readonly id: string } };
}
