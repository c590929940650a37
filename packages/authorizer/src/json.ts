export { policySetFromJson, policySetFromPlain } from "./policy-set-from-json.ts";
export { requestFromJson } from "./request-from-json.ts";
