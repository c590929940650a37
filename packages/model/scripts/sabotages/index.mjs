// Wrong changes to the definitions, each of which a proof must reject: one file for each part of the model.
import { authorizerSabotages } from "./authorizer.mjs";
import { entitiesSabotages } from "./entities.mjs";
import { evaluatorSabotages } from "./evaluator.mjs";
import { levelsSabotages } from "./levels.mjs";
import { partialSabotages } from "./partial.mjs";
import { policiesSabotages } from "./policies.mjs";
import { policyIndexSabotages } from "./policy-index.mjs";
import { typesSabotages } from "./types.mjs";
import { validationSabotages } from "./validation.mjs";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const sabotages = [
  ...authorizerSabotages,
  ...evaluatorSabotages,
  ...entitiesSabotages,
  ...policiesSabotages,
  ...policyIndexSabotages,
  ...typesSabotages,
  ...validationSabotages,
  ...levelsSabotages,
  ...partialSabotages,
];
