export type { IndexedSource } from "./ancestor-probe.ts";
export { Authorizer, type AuthorizerOptions } from "./authorizer.ts";
export { type AuthorizerCode, catalogue } from "./catalogue.ts";
export { explain } from "./explain.ts";
export type { ScopeExplanation, ScopeExplanations } from "./explain-scope.ts";
export type {
  ConditionExplanation,
  Explanation,
  PolicyExplanation,
  PolicyVerdict,
  StepExplanation,
  StepOutcome,
  StepPlace,
} from "./explanation.ts";
export { type IdentifyOptions, type IdSource, identifyPolicies } from "./identify-policies.ts";
export {
  type AuthorizationCall,
  type BatchAuthorizationCall,
  isAuthorized,
  isAuthorizedBatch,
} from "./is-authorized.ts";
export type { EffectivePolicy, LinkedPolicy, StaticPolicy, Template, TemplateLink } from "./policy-entry.ts";
export { type IdentifiedPolicy, PolicySet } from "./policy-set.ts";
export { type PolicySetFromTextOptions, policySetFromText } from "./policy-set-from-text.ts";
export { type RenderExplanationOptions, renderExplanation } from "./render-explanation.ts";
export { type RequestInput, requestFromPlain, type UidInput } from "./request-from-plain.ts";
export type { Decision, PolicyError, Response } from "./response.ts";
