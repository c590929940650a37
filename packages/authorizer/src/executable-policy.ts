import { type EvaluationError, noSlots, type SlotValues } from "@deodar/evaluator";
import type { Conditions, Scope } from "@deodar/evaluator/policy";
import type { Effect } from "@deodar/syntax";
import type { EffectivePolicy } from "./policy-entry.ts";
import type { Response } from "./response.ts";
import type { Indexed } from "./scope-index.ts";
import { isScattered } from "./scope-key.ts";

/** An effective policy, ready to be evaluated. */
export interface ExecutablePolicy extends Indexed {
  readonly id: string;
  readonly effect: Effect;
  /** The values of a link's slots, for its conditions: its scope has them filled in. */
  readonly slots: SlotValues;
  /** Grows with each insertion: reasons and errors are reported in this order. */
  readonly order: number;
  readonly conditions: Conditions;
  /** What the application sees of it. */
  readonly entry: EffectivePolicy;
  /** The response to a request that this policy alone decides, once there was one. */
  alone: Response | undefined;
  /** An error of its conditions with its place in this policy's text. */
  placed(error: EvaluationError): EvaluationError;
}

/** A policy that is held as a tree, with conditions that are compiled; links share those of their template. */
export class TreePolicy implements ExecutablePolicy {
  readonly entry: EffectivePolicy;
  readonly effect: Effect;
  readonly scope: Scope;
  readonly conditions: Conditions;
  readonly slots: SlotValues;
  readonly order: number;
  readonly scattered: boolean;
  alone: Response | undefined = undefined;

  constructor(entry: EffectivePolicy, scope: Scope, conditions: Conditions, order: number) {
    this.entry = entry;
    this.effect = entry.policy.effect;
    this.scope = scope;
    this.conditions = conditions;
    this.slots = entry.kind === "link" ? entry.values : noSlots;
    this.order = order;
    this.scattered = isScattered(scope);
  }

  get id(): string {
    return this.entry.id;
  }

  placed(error: EvaluationError): EvaluationError {
    return error;
  }
}
