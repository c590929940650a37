export { policySetFromJson, policySetFromPlain } from "./policy-set-from-json.ts";
export { policySetToJson } from "./policy-set-to-json.ts";
export { requestFromJson } from "./request-from-json.ts";
