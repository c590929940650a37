export { evaluatePartially, type PolicyEvaluation, policyEvaluation } from "./evaluate-partially.ts";
export { PartialEntities, type PartialEntity } from "./partial-entities.ts";
export type { PartialSurroundings, UnknownValues } from "./partial-environment.ts";
export { partialCall, partialRecord, partialSet } from "./partial-record.ts";
export type { PartialRequest } from "./partial-request.ts";
export { isResidual, type PartialOutcome, type PartialValue, type Residual, unknown } from "./residual.ts";
export { expressionOf } from "./value-expression.ts";
