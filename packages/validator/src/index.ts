export { checkedEntitiesFromJson, checkedEntitiesFromPlain } from "./entities/checked-entities.ts";
export { validateEntities } from "./entities/validate-entities.ts";
export { catalogue as requestValidationCatalogue, type RequestValidationCode } from "./request/catalogue.ts";
export { type RequestParts, validateContext, validateRequest } from "./request/validate-request.ts";
