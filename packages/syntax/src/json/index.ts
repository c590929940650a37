export type { PolicyJsonCode } from "./catalogue.ts";
export {
  type PolicyJsonOptions,
  policyFromJson,
  policyFromJsonValue,
  policyFromPlain,
  policySetPartsFromJson,
  policySetPartsFromJsonValue,
  policySetPartsFromPlain,
} from "./from-json.ts";
export type { PolicySetParts, TemplateLinkParts } from "./policy-set-parts.ts";
export { policySetToJson, policyToJson } from "./to-json.ts";
