export { catalogue, type EvaluationCode } from "./catalogue.ts";
export { maxStepDepth } from "./compile.ts";
export type { ScopeVariable } from "./compile-scope.ts";
export { type CompiledExpression, compileExpression } from "./compiled-expression.ts";
export { type CompiledPolicy, compilePolicy } from "./compiled-policy.ts";
export { Environment } from "./environment.ts";
export { evaluateExpression, type Surroundings } from "./evaluate-expression.ts";
export { type EvaluationError, isEvaluationError, toDiagnostic } from "./evaluation-error.ts";
export { noSlots, type Request, type SlotValues } from "./request.ts";

export {
  type ExpressionTrace,
  type PolicyTrace,
  type ScopeTrace,
  type TraceOutcome,
  type TraceStep,
  traceExpression,
  tracePolicy,
} from "./trace.ts";
