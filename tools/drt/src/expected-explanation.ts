import type { PolicyExplanation, StepExplanation } from "@deodar/authorizer";
import type { EntitySource, EntityUid, Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import {
  compileExpression,
  type EvaluationError,
  isEvaluationError,
  type Request,
  type SlotValues,
} from "@deodar/evaluator";
import {
  type Condition,
  childrenOf,
  type EntityLiteral,
  type Expression,
  type Policy,
  printExpression,
  printPolicy,
  type ScopeConstraint,
  type Slot,
} from "@deodar/syntax";
import { plainOrder, plainText } from "./plain-values.ts";

/** A policy, and what it is tried on. */
export interface Tried {
  readonly id: string;
  readonly templateId: string | undefined;
  readonly policy: Policy;
  readonly slots: SlotValues;
  readonly request: Request;
  readonly entities: EntitySource;
}

/**
 * What an explanation has to say of one policy, found by evaluating every sub-expression by itself.
 *
 * @param decided the effect of the policies that decide
 */
export function expectedExplanation(tried: Tried, decided: Policy["effect"]): PolicyExplanation {
  const { id, templateId, policy, slots } = tried;
  const scope = {
    principal: expectedConstraint("principal", tried),
    action: expectedConstraint("action", tried),
    resource: expectedConstraint("resource", tried),
  };
  const scopeMatches = Object.values(scope).every(({ matches }) => matches);
  const evaluate = (expression: Expression): Value | EvaluationError =>
    unwrap(compileExpression(expression)).evaluate(tried.request, tried.entities, slots);
  let state: "open" | "unsatisfied" | EvaluationError = scopeMatches ? "open" : "unsatisfied";
  const conditions = policy.conditions.map((condition) => {
    const span = condition.span === undefined ? {} : { span: condition.span };
    if (state !== "open") return { clause: condition.clause, ...span, outcome: "skipped" as const, steps: [] };
    const value = evaluate(condition.body);
    const outcome = outcomeOf(condition, value);
    if (outcome === "does-not-hold") state = "unsatisfied";
    if (outcome === "error") state = isEvaluationError(value) ? value : notBoolean(policy, tried);
    const steps: StepExplanation[] = [];
    addSteps(condition.body, 0, true, evaluate, steps);
    return { clause: condition.clause, ...span, outcome, steps };
  });
  const failed = state !== "open" && state !== "unsatisfied" ? (state as EvaluationError) : undefined;
  const satisfied = policy.effect === decided ? ("determining" as const) : ("overruled" as const);
  return {
    id,
    ...(templateId !== undefined && { templateId }),
    effect: policy.effect,
    ...(policy.span !== undefined && { span: policy.span }),
    verdict: failed !== undefined ? "error" : state === "open" ? satisfied : "unsatisfied",
    scopeMatches,
    scope,
    conditions,
    ...(failed !== undefined && { error: failed }),
  };
}

function outcomeOf({ clause }: Condition, value: Value | EvaluationError): "holds" | "does-not-hold" | "error" {
  if (typeof value !== "boolean") return "error";
  return value === (clause === "when") ? "holds" : "does-not-hold";
}

/** The error of a condition that is no boolean is that of `when { condition && true }`. */
function notBoolean(policy: Policy, { request, entities, slots }: Tried): EvaluationError {
  const bodies = policy.conditions.map(({ clause, body, span }): Expression => {
    return clause === "when" ? body : { kind: "not", span, operand: body };
  });
  const yes: Expression = { kind: "boolean", span: undefined, value: true };
  const whole: Expression = { kind: "and", span: undefined, operands: [...bodies, yes] };
  const error = unwrap(compileExpression(whole)).evaluate(request, entities, slots);
  if (!isEvaluationError(error)) throw new Error("a condition that is no boolean fails");
  return error;
}

/** The text is that of a policy with no other constraint, with the slot filled in. */
function expectedConstraint(
  variable: "principal" | "action" | "resource",
  tried: Tried,
): PolicyExplanation["scope"]["action"] {
  const { policy, slots, request, entities } = tried;
  const constraint: ScopeConstraint = policy[variable];
  const fill = (entity: EntityLiteral | Slot): EntityLiteral =>
    entity.kind === "slot" ? { ...(slots[entity.name] as EntityUid), span: undefined } : entity;
  const filled = "entity" in constraint ? { ...constraint, entity: fill(constraint.entity) } : constraint;
  const any = { kind: "scopeAny", span: undefined } as const;
  const alone: Policy = {
    ...policy,
    annotations: [],
    principal: any,
    action: any,
    resource: any,
    conditions: [],
    [variable]: filled,
  };
  const printed = printPolicy(alone);
  const before = { principal: "", action: "principal, ", resource: "principal, action, " }[variable];
  const behind = { principal: ", action, resource", action: ", resource", resource: "" }[variable];
  const own = request[variable];
  const isIn = (entity: EntityLiteral | Slot): boolean => entities.isIn(own, { ...fill(entity), kind: "entity" });
  const is = (entity: EntityLiteral | Slot): boolean => own.type === fill(entity).type && own.id === fill(entity).id;
  const matches =
    constraint.kind === "scopeActionInSet"
      ? constraint.entities.some(isIn)
      : (!("entityType" in constraint) || constraint.entityType === own.type) &&
        (!("entity" in constraint) ||
          (/Equal$/.test(constraint.kind) ? is(constraint.entity) : isIn(constraint.entity)));
  return {
    matches,
    text: printed.slice(`${policy.effect}(${before}`.length, printed.length - `${behind});`.length),
    ...(constraint.span !== undefined && { span: constraint.span }),
  };
}

type Evaluate = (expression: Expression) => Value | EvaluationError;

/** The steps of an expression and its parts, of which those are skipped whose value is not needed. */
function addSteps(
  expression: Expression,
  depth: number,
  needed: boolean,
  evaluate: Evaluate,
  steps: StepExplanation[],
): void {
  const span = expression.span === undefined ? {} : { span: expression.span };
  const place = { depth, ...span, text: cut(printExpression(expression)) };
  const value = needed ? evaluate(expression) : undefined;
  if (value === undefined) steps.push({ ...place, outcome: "skipped" });
  else if (isEvaluationError(value)) steps.push({ ...place, outcome: "error", error: value.message });
  else
    steps.push({
      ...place,
      outcome: "value",
      value: typeof value === "string" ? plainText(cut(value)) : cut(plainText(value)),
    });
  const isNeeded = needOfParts(expression, evaluate);
  for (const [index, child] of childrenOf(expression).entries()) {
    const part = (child.kind === "entry" ? child.value : child) as Expression;
    addSteps(part, depth + 1, needed && isNeeded(index, part), evaluate, steps);
  }
}

/** Tells of each part in turn whether it is evaluated when the whole is. */
function needOfParts(expression: Expression, evaluate: Evaluate): (index: number, part: Expression) => boolean {
  let goesOn = true;
  switch (expression.kind) {
    case "and":
    case "or":
      return (_, part) => {
        const needed = goesOn;
        goesOn &&= evaluate(part) === (expression.kind === "and");
        return needed;
      };
    case "if": {
      const condition = evaluate(expression.condition);
      return (index) => index === 0 || condition === (index === 1);
    }
    case "is": {
      const target = evaluate(expression.target);
      const fits = !isEvaluationError(target) && typeof target === "object" && target.kind === "entity";
      return (index) => index === 0 || (fits && target.type === expression.entityType);
    }
    case "sum":
    case "product":
      return (index) => {
        if (index < 2) return index === 0 || !isEvaluationError(evaluate(expression.operands[0] as Expression));
        const operands = expression.operands.slice(0, index);
        return !isEvaluationError(evaluate({ ...expression, operands }));
      };
    case "record": {
      // In the order of the keys, which is that of Cedar's records.
      const ordered = expression.entries.toSorted((a, b) => plainOrder(a.key, b.key)).map(({ value }) => value);
      const failing = ordered.findIndex((part) => isEvaluationError(evaluate(part)));
      return (_, part) => failing < 0 || ordered.indexOf(part) <= failing;
    }
    default:
      return (_, part) => {
        const needed = goesOn;
        goesOn &&= !isEvaluationError(evaluate(part));
        return needed;
      };
  }
}

/** Long texts end after 200 UTF-16 units, but not in the middle of a character. */
function cut(text: string): string {
  if (text.length <= 200) return text;
  const start = text.slice(0, 200);
  return `${/[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start}…`;
}
