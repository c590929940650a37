export { checkParseContext } from "./check-parse-context.ts";
export { checkParseEntities } from "./check-parse-entities.ts";
export { checkParsePolicySet } from "./check-parse-policy-set.ts";
export { checkParseSchema } from "./check-parse-schema.ts";
export { formatPolicies } from "./format-policies.ts";
export { isAuthorized } from "./is-authorized.ts";
export { isAuthorizedPartial } from "./is-authorized-partial.ts";
export { policySetTextToParts } from "./policy-set-text-to-parts.ts";
export { policyToJson, templateToJson } from "./policy-to-json.ts";
export { policyToText, templateToText } from "./policy-to-text.ts";
export {
  dropPreparsedEntities,
  preparsedEntitiesCount,
  preparsedEntitiesIds,
  preparseEntities,
} from "./preparse-entities.ts";
export {
  dropPreparsedPolicySet,
  preparsedPolicySetCount,
  preparsedPolicySetIds,
  preparsePolicySet,
} from "./preparse-policy-set.ts";
export {
  dropPreparsedSchema,
  preparsedSchemaCount,
  preparsedSchemaNames,
  preparseSchema,
} from "./preparse-schema.ts";
export { schemaToJson } from "./schema-to-json.ts";
export { schemaToJsonWithResolvedTypes } from "./schema-to-json-with-resolved-types.ts";
export { schemaToText } from "./schema-to-text.ts";
export { type PreparsedEntitiesCall, statefulIsAuthorized } from "./stateful-is-authorized.ts";
export type * from "./types/calls.ts";
export type * from "./types/entities.ts";
export type * from "./types/errors.ts";
export type * from "./types/policies.ts";
export type * from "./types/schemas.ts";
export { getValidRequestEnvsPolicy, getValidRequestEnvsTemplate } from "./valid-request-envs.ts";
export { validate } from "./validate.ts";
export { getCedarLangVersion, getCedarSDKVersion, getCedarVersion } from "./versions.ts";
