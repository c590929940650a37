export { catalogue as validationCatalogue, type ValidationCode } from "./catalogue.ts";
export type { RequestEnvironment, ValidationDiagnostic, ValidationResult } from "./diagnostic.ts";
// Entities and requests.
export {
  checkedEntitiesFromJson,
  checkedEntitiesFromJsonValue,
  checkedEntitiesFromPlain,
} from "./entities/checked-entities.ts";
export { validateEntities } from "./entities/validate-entities.ts";
// Policies.
export type { PolicyToValidate, SlotEntities, ValidationOptions } from "./options.ts";
export { catalogue as requestValidationCatalogue, type RequestValidationCode } from "./request/catalogue.ts";
export { type RequestParts, validateContext, validateRequest } from "./request/validate-request.ts";
export type { ValidationMode } from "./types/relations.ts";
export { levelOf, requestEnvironments, validate } from "./validate.ts";
export { Validator } from "./validator.ts";
