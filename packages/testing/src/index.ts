// For users of fast-check
export { conditionsOf, entitiesOf, policiesOf, requestsOf, scenarios, schemas } from "./arbitraries.ts";
export { drawScenario, type Scenario, type ScenarioOptions } from "./cases/scenario.ts";
export { drawWorld, drawWorldOf, type World, type WorldOptions } from "./cases/world.ts";
export { arbitraryOf, type Generate } from "./choices/arbitrary.ts";
// For generators of one's own
export { Choices, type Group, type Weighted, weights } from "./choices/choices.ts";
export { mutateChoices } from "./choices/mutate.ts";
export { type ShrinkOptions, shrinkChoices, simplerChoices } from "./choices/shrink.ts";
export { actionEntityJson, drawEntities, type EntityJson, type EntityOptions } from "./data/generate-entities.ts";
export { drawRequest, type RequestJson } from "./data/generate-request.ts";
export { drawUid, drawValue, type Uid, type ValueOptions } from "./data/generate-value.ts";
export { drawKind } from "./ground/draw-kind.ts";
export type { Ground } from "./ground/ground.ts";
export { drawPools, drawString, type Pools } from "./ground/pools.ts";
export { type RequestKind, type SchemaView, viewOf } from "./ground/schema-view.ts";
export type { Access, Accesses, Step } from "./policies/accesses.ts";
export { drawPolicy, type PolicyOptions } from "./policies/generate-policy.ts";
export { drawPolicySet, type PolicySetParts, slotsOf, type TemplateLink } from "./policies/generate-policy-set.ts";
export { policyWhen } from "./policies/tree.ts";
export { drawWild } from "./policies/wild.ts";
export { type ExpressionOptions, Writer } from "./policies/writer.ts";
export { drawSchema, type SchemaJson } from "./schemas/generate-schema.ts";
export { type Constructor, drawExtensionText, drawMalformedText } from "./texts/extension-texts.ts";
export { layOutAnyhow } from "./texts/lay-out-anyhow.ts";
export { mutateJson } from "./texts/mutate-json.ts";
export { mutateText } from "./texts/mutate-text.ts";
export { tokensOf } from "./texts/tokens.ts";
