/**
 * Policies in parts, for sets that file them by their scopes and let them share conditions. An application uses
 * `compilePolicy`, or better `@deodar/authorizer`.
 */
export { compileScope, type UidMaker } from "./compile-scope.ts";
export { type Conditions, compileParts, type PolicyParts } from "./compiled-policy.ts";
export type { Scope } from "./scope.ts";
