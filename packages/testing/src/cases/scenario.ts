import type { Schema } from "@deodar/schema";
import type { Choices } from "../choices/choices.ts";
import { drawRequest, type RequestJson } from "../data/generate-request.ts";
import { drawKind } from "../ground/draw-kind.ts";
import type { PolicyOptions } from "../policies/generate-policy.ts";
import { drawPolicySet, type PolicySetParts } from "../policies/generate-policy-set.ts";
import { drawWorld, drawWorldOf, type World, type WorldOptions } from "./world.ts";

/** A schema, entities, policies and requests that speak of the same things. */
export interface Scenario extends World {
  readonly policies: PolicySetParts;
  readonly requests: readonly RequestJson[];
}

/** How scenarios are made. */
export interface ScenarioOptions extends WorldOptions, Partial<PolicyOptions> {
  /** The schema of all scenarios; each gets its own if there is none. */
  readonly schema?: Schema;
}

/**
 * A whole scenario. Unless options say otherwise, entities and requests conform to the schema, and policies are well-typed
 * and read optional attributes only behind `has`.
 */
export function drawScenario(choices: Choices, options: ScenarioOptions = {}): Scenario {
  const { schema, depth = 3, slips = 0, unguarded = 0, wild = 0 } = options;
  const world = schema === undefined ? drawWorld(choices, options) : drawWorldOf(choices, schema, options);
  const { ground } = world;
  return {
    ...world,
    policies: drawPolicySet(choices, ground, { depth, slips, unguarded, wild }),
    requests: choices.list(1, 4, () => drawRequest(choices, ground, drawKind(choices, ground), { slips })),
  };
}
