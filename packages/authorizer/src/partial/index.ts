export { catalogue as partialCatalogue, type PartialCode } from "./catalogue.ts";
export { isAuthorizedPartial, type PartialAuthorizationCall } from "./is-authorized-partial.ts";
export type { PartialResponse } from "./partial-response.ts";
export {
  partialContextFromJson,
  partialContextFromJsonValue,
  partialContextFromPlain,
  partialEntitiesFromJson,
  partialEntitiesFromJsonValue,
  partialEntitiesFromPlain,
} from "./read-values.ts";
export { type Knowledge, reauthorize } from "./reauthorize.ts";
export { type PartialRequestInput, partialRequestFromPlain } from "./request-from-plain.ts";
