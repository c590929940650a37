import { type EntitySource, type EntityUid, type RecordValue, recordOf, type Value } from "@deodar/core";
import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { isEvaluationError, toDiagnostic } from "@deodar/evaluator";
import {
  evaluatePartially,
  isResidual,
  type PartialEntities,
  type PartialOutcome,
  type PartialRequest,
  policyEvaluation,
  type Residual,
} from "@deodar/evaluator/partial";
import type { Expression } from "@deodar/syntax";
import type { PolicyError } from "../response.ts";
import { fault } from "./catalogue.ts";
import { judge } from "./is-authorized-partial.ts";
import { type JudgedPolicy, type PartialResponse, responseOf } from "./partial-response.ts";

/** What has become known. */
export interface Knowledge {
  readonly principal?: EntityUid | undefined;
  readonly action?: EntityUid | undefined;
  readonly resource?: EntityUid | undefined;
  readonly context?: RecordValue | undefined;
  /** Values for other unknowns, by the names that they were given in the context, in entities or in policies. */
  readonly unknowns?: Iterable<readonly [string, Value]> | undefined;
  /** The entities, with the same hierarchy; those with unknowns get their values from `unknowns`. */
  readonly entities: EntitySource | PartialEntities;
}

/**
 * Decides with what is left of the policies, once more is known. With everything known this is the decision that
 * `isAuthorized` gives on the original policies. Policies that failed before still count as failed.
 *
 * Fails with `partial/already-known` if a part of the request was known before, `partial/wrong-type` if a value cannot
 * be what it is given for, and the evaluator's errors if the context or an entity comes out faulty. Throws a `TypeError`
 * if one of `unknowns` is no Cedar value.
 */
export function reauthorize(response: PartialResponse, knowledge: Knowledge): Result<PartialResponse> {
  const known = knownParts(response, knowledge);
  if (!known.ok) return known;
  const { request, unknowns } = known.value;
  const fill = (expression: Expression): PartialOutcome =>
    evaluatePartially(expression, { request, unknowns, entities: nothing });
  const context = filledContext(request.context, fill);
  const entities = isPartial(knowledge.entities) ? knowledge.entities.map(fill) : success(knowledge.entities);
  if (!context.ok) return context;
  if (!entities.ok) return entities;

  const complete: PartialRequest = { ...request, context: context.value };
  const evaluate = policyEvaluation({ request: complete, unknowns, entities: entities.value });
  const failed = new Map(response.errors.map((error) => [error.policyId, error]));
  const errors: PolicyError[] = [];
  const judged = Array.from(response.residuals, ([id, residual]): JudgedPolicy => {
    const error = failed.get(id);
    if (error === undefined) return judge(id, residual, undefined, evaluate, errors);
    errors.push(error);
    return { id, residual, verdict: "errored" };
  });
  return success(responseOf(judged, errors, { request: complete, unknowns }));
}

/** Unknowns in data need no entities. */
const nothing: EntitySource = { get: () => undefined, isIn: () => false };

interface KnownParts {
  readonly request: PartialRequest;
  readonly unknowns: ReadonlyMap<string, Value>;
}

const uidNames = ["principal", "action", "resource"] as const;

/** The request with what has become known, and all values for unknowns, those of the request among them. */
function knownParts({ request: before, unknowns: earlier }: PartialResponse, knowledge: Knowledge): Result<KnownParts> {
  const errors: Diagnostic[] = [];
  const given = recordOf(knowledge.unknowns ?? []).entries;
  const unknowns = new Map([...earlier, ...given]);
  const learn = (name: (typeof uidNames)[number] | "context", kind: "entity" | "record"): Value | undefined => {
    const value = knowledge[name] ?? given.get(name);
    if (value === undefined) return undefined;
    if (before[name] !== undefined) errors.push(fault("partial/already-known", { name }));
    const expected = kind === "entity" ? "an entity uid" : "a record";
    if (!isOfKind(value, kind)) errors.push(fault("partial/wrong-type", { name, expected }));
    unknowns.set(name, value);
    return value;
  };
  const uids = uidNames.map((name) => [name, (learn(name, "entity") as EntityUid | undefined) ?? before[name]]);
  const context = (learn("context", "record") as RecordValue | undefined) ?? before.context;
  if (errors.length > 0) return failure(errors);
  return success({ request: { ...(Object.fromEntries(uids) as PartialRequest), context }, unknowns });
}

function isOfKind(value: Value | null, kind: string): boolean {
  return typeof value === "object" && value !== null && value.kind === kind;
}

function filledContext(
  context: PartialRequest["context"],
  fill: (expression: Expression) => PartialOutcome,
): Result<PartialRequest["context"]> {
  if (context === undefined || !isResidual(context)) return success(context);
  const outcome = fill(context.expression);
  // What is left of a record is a record.
  return isEvaluationError(outcome) ? failure([toDiagnostic(outcome)]) : success(outcome as RecordValue | Residual);
}

function isPartial(entities: EntitySource | PartialEntities): entities is PartialEntities {
  return "kind" in entities && entities.kind === "partial-entities";
}
