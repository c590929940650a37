import type { EntityUid } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import type { ValidationCode } from "./catalogue.ts";

/** The types of one kind of request that a schema allows. */
export interface RequestEnvironment {
  /** The entity type of the principal. */
  readonly principal: string;
  readonly action: EntityUid;
  /** The entity type of the resource. */
  readonly resource: string;
}

/** Something that is wrong, or odd, in a policy under a schema. */
export interface ValidationDiagnostic extends Diagnostic {
  readonly code: ValidationCode;
  /** The id of the policy, template or link. */
  readonly policyId: string;
  /** Where it is in the text of the policy, in UTF-16 offsets; `undefined` if that was not read from text. */
  readonly span: Span | undefined;
  /** The kinds of requests in which it arises; empty for what does not depend on the request. */
  readonly environments: readonly RequestEnvironment[];
}

/** What checking policies against a schema found. */
export interface ValidationResult {
  /** Whether there are no errors. */
  readonly passed: boolean;
  /** By policy in the order given, then by place in the text. */
  readonly errors: readonly ValidationDiagnostic[];
  /** In the same order. */
  readonly warnings: readonly ValidationDiagnostic[];
}
