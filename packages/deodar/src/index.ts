// Reading what users supply.
export { contextFromJson, contextFromPlain, Entities } from "@deodar/core";
export { parsePolicies, parsePolicy } from "@deodar/syntax";
export { policySetFromText, requestFromPlain } from "@deodar/authorizer";

// Deciding.
export { Authorizer, explain, isAuthorized, isAuthorizedBatch, PolicySet, renderExplanation } from "@deodar/authorizer";

// Values.
export { entityUid, recordOf, setOf } from "@deodar/core";

// Failing.
export { DiagnosticsError, isDiagnosticsError, renderDiagnostic, renderDiagnostics, unwrap } from "@deodar/diagnostics";

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
export type { Entity, EntitySource, EntityUid, RecordValue, SetValue, Value } from "@deodar/core";
export type { Diagnostic, Result, Span } from "@deodar/diagnostics";
export type { EvaluationError, Request } from "@deodar/evaluator";
export type { Policy, PolicyFile } from "@deodar/syntax";
