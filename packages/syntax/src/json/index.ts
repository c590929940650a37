export type { PolicyJsonCode } from "./catalogue.ts";
export {
  type PolicyJsonOptions,
  policyFromJson,
  policyFromJsonText,
  policyFromPlain,
  policySetFromJson,
  policySetFromJsonText,
  policySetFromPlain,
} from "./from-json.ts";
export type { PolicySetParts, TemplateLinkParts } from "./policy-set-parts.ts";
export { policySetToJson, policyToJson } from "./to-json.ts";
