import type { Schema } from "@deodar/schema";
import type { Expression, Policy } from "@deodar/syntax";
import type { Arbitrary } from "fast-check";
import { drawScenario, type Scenario, type ScenarioOptions } from "./cases/scenario.ts";
import { drawWorldOf } from "./cases/world.ts";
import { arbitraryOf } from "./choices/arbitrary.ts";
import type { Choices } from "./choices/choices.ts";
import type { EntityJson } from "./data/generate-entities.ts";
import { drawRequest, type RequestJson } from "./data/generate-request.ts";
import { drawKind } from "./ground/draw-kind.ts";
import { drawPolicy, type PolicyOptions } from "./policies/generate-policy.ts";
import { Writer } from "./policies/writer.ts";
import { drawSchema, type SchemaJson } from "./schemas/generate-schema.ts";

/** Whole scenarios: a schema, entities, policies and requests that fit together. */
export function scenarios(options: ScenarioOptions = {}): Arbitrary<Scenario> {
  return arbitraryOf((choices) => drawScenario(choices, options));
}

/** Valid schemas in the JSON schema format. */
export function schemas(): Arbitrary<SchemaJson> {
  return arbitraryOf(drawSchema);
}

/** Entities that conform to the schema, those of its actions among them, in the JSON form. */
export function entitiesOf(schema: Schema): Arbitrary<readonly EntityJson[]> {
  return arbitraryOf((choices) => drawWorldOf(choices, schema).entities);
}

/** Requests that the schema allows, in the JSON form; optional attributes of the context are missing half of the time. */
export function requestsOf(schema: Schema): Arbitrary<RequestJson> {
  return arbitraryOf((choices) => {
    const { ground } = drawWorldOf(choices, schema);
    return drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 });
  });
}

/** Policies about what the schema declares; well-typed unless `options` say otherwise. */
export function policiesOf(schema: Schema, options: Partial<PolicyOptions> = {}): Arbitrary<Policy> {
  return arbitraryOf((choices) => {
    const { ground } = drawWorldOf(choices, schema);
    return drawPolicy(choices, ground, drawKind(choices, ground), optionsOf(options));
  });
}

/** Boolean expressions about what the schema declares; well-typed unless `options` say otherwise. */
export function conditionsOf(schema: Schema, options: Partial<PolicyOptions> = {}): Arbitrary<Expression> {
  return arbitraryOf((choices: Choices) => {
    const { ground } = drawWorldOf(choices, schema);
    return new Writer(choices, ground, drawKind(choices, ground), optionsOf(options)).condition();
  });
}

function optionsOf({ depth = 3, slips = 0, unguarded = 0, wild = 0 }: Partial<PolicyOptions>): PolicyOptions {
  return { depth, slips, unguarded, wild };
}
