import { isAuthorized } from "@deodar/authorizer";
import { compileExpression } from "@deodar/evaluator";
import { Validator } from "@deodar/validator";

/** The parts of the engine that are on trial. A test may put a faulty one in the place of any. */
export interface Production {
  readonly isAuthorized: typeof isAuthorized;
  readonly compileExpression: typeof compileExpression;
  readonly validatorOf: (schema: ConstructorParameters<typeof Validator>[0]) => Pick<Validator, "validate">;
}

/** The engine as it is. */
export const production: Production = {
  isAuthorized,
  compileExpression,
  validatorOf: (schema) => new Validator(schema),
};
