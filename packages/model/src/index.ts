export { type JsonValue, ModelInputError } from "./json.ts";
export {
  ancestors,
  evaluate,
  isAuthorized,
  isAuthorizedByIndex,
  type ModelOutcome,
  type ModelQuestion,
  type ModelResponse,
} from "./model.ts";
export { parseJson } from "./parse-json.ts";
export {
  completes,
  decideByLoading,
  isAuthorizedFurther,
  isAuthorizedPartially,
  type ModelPartialResponse,
  type ModelResiduals,
  partiallyEvaluate,
  reauthorize,
  residualPolicies,
} from "./partial.ts";
export { type ModelEntities, type ModelRequest, readEntities, readRequest } from "./read-data.ts";
export { type ModelKnowledge, readKnowledge } from "./read-knowledge.ts";
export { type ModelPolicies, readPolicies } from "./read-policies.ts";
export { type ModelSchema, readSchema } from "./read-schema.ts";
export {
  type ModelValidation,
  sliceAtLevel,
  validate,
  validateAtLevel,
  validateEntities,
  validateRequest,
} from "./validation.ts";
export type { ErrorKind, ModelValue } from "./write-value.ts";
