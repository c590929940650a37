export type {
  AuthorizationCall,
  Decision,
  EffectivePolicy,
  Explanation,
  LinkedPolicy,
  PolicyError,
  PolicyExplanation,
  RequestInput,
  Response,
  StaticPolicy,
  Template,
  TemplateLink,
} from "@deodar/authorizer";
export {
  Authorizer,
  explain,
  isAuthorized,
  isAuthorizedBatch,
  PolicySet,
  policySetFromText,
  renderExplanation,
  requestFromPlain,
} from "@deodar/authorizer";
export type { Entity, EntitySource, EntityUid, RecordValue, SetValue, Value } from "@deodar/core";
export {
  contextFromJson,
  contextFromPlain,
  Entities,
  entitiesFromPlain,
  entityOf,
  entityUid,
  recordOf,
  setOf,
} from "@deodar/core";
export type { Diagnostic, Result, Span } from "@deodar/diagnostics";
export { DiagnosticsError, isDiagnosticsError, renderDiagnostic, renderDiagnostics, unwrap } from "@deodar/diagnostics";
export type { EvaluationError, Request } from "@deodar/evaluator";
export type { FormatOptions } from "@deodar/formatter";
export { formatPolicies } from "@deodar/formatter";
export { formatSchema } from "@deodar/formatter/schema";
export type { ActionInfo, EntityTypeInfo, Schema } from "@deodar/schema";
export { parseSchema, typedContextFromJson, typedContextFromPlain } from "@deodar/schema";
export type { Policy, PolicyFile } from "@deodar/syntax";
export { parsePolicies, parsePolicy, printPolicies } from "@deodar/syntax";
export type { PolicyToValidate, ValidationDiagnostic, ValidationOptions, ValidationResult } from "@deodar/validator";
export {
  checkedEntitiesFromJson,
  checkedEntitiesFromPlain,
  validate,
  validateEntities,
  validateRequest,
} from "@deodar/validator";
