import type { Context, Entities, EntityUid } from "./entities.ts";
import type { DetailedError } from "./errors.ts";
import type { PolicyId, PolicyJson, PolicySet } from "./policies.ts";
import type { Schema } from "./schemas.ts";

/** What the policies say of a request. */
export type Decision = "allow" | "deny";

/** A request with all that it takes to decide it. */
export interface AuthorizationCall {
  principal: EntityUid;
  action: EntityUid;
  resource: EntityUid;
  context: Context;
  schema?: Schema;
  /** Whether the request must conform to the schema, if there is one; true unless given. */
  validateRequest?: boolean;
  policies: PolicySet;
  entities: Entities;
}

/** A request that may leave some of its variables open. */
export interface PartialAuthorizationCall {
  principal: EntityUid | null;
  action: EntityUid | null;
  resource: EntityUid | null;
  context: Context;
  schema?: Schema;
  validateRequest?: boolean;
  policies: PolicySet;
  entities: Entities;
}

/** A request that names policies and a schema which were parsed before. */
export interface StatefulAuthorizationCall {
  principal: EntityUid;
  action: EntityUid;
  resource: EntityUid;
  context: Context;
  preparsedSchemaName?: string;
  validateRequest?: boolean;
  preparsedPolicySetId: string;
  entities: Entities;
}

/** An error in a policy during authorization. */
export interface AuthorizationError {
  policyId: string;
  error: DetailedError;
}

/** Why a decision is as it is. */
export interface Diagnostics {
  /** The policies that determine the decision, in the order of the policy set. */
  reason: PolicyId[];
  /** The policies that could not be evaluated, in the order of the policy set. */
  errors: AuthorizationError[];
}

/** A decision and why it is so. */
export interface Response {
  decision: Decision;
  diagnostics: Diagnostics;
}

/** The answer to an authorization call. */
export type AuthorizationAnswer =
  | { type: "failure"; errors: DetailedError[]; warnings: DetailedError[] }
  | { type: "success"; response: Response; warnings: DetailedError[] };

/** What is left of the policies when all that is known has been evaluated. */
export interface ResidualResponse {
  /** The decision, if it is the same whatever the unknowns are. */
  decision: Decision | null;
  satisfied: PolicyId[];
  errored: PolicyId[];
  mayBeDetermining: PolicyId[];
  mustBeDetermining: PolicyId[];
  residuals: Record<string, PolicyJson>;
  nontrivialResiduals: PolicyId[];
}

/** The answer to a partial authorization call. */
export type PartialAuthorizationAnswer =
  | { type: "failure"; errors: DetailedError[]; warnings: DetailedError[] }
  | { type: "residuals"; response: ResidualResponse; warnings: DetailedError[] };

/** A context to check. */
export interface ContextParsingCall {
  context: Context;
  schema?: Schema | null;
  action?: EntityUid | null;
}

/** Entities to check. */
export interface EntitiesParsingCall {
  entities: Entities;
  schema?: Schema | null;
}

/** How policies are validated. */
export type ValidationMode = "strict";

/** Settings of a validation. */
export interface ValidationSettings {
  mode: ValidationMode;
}

/** Policies to validate against a schema. */
export interface ValidationCall {
  validationSettings?: ValidationSettings;
  schema: Schema;
  policies: PolicySet;
}

/** What is wrong with a policy under a schema. */
export interface ValidationError {
  policyId: string;
  error: DetailedError;
}

/** The answer to a validation call. */
export type ValidationAnswer =
  | { type: "failure"; errors: DetailedError[]; warnings: DetailedError[] }
  | {
      type: "success";
      validationErrors: ValidationError[];
      validationWarnings: ValidationError[];
      otherWarnings: DetailedError[];
    };
