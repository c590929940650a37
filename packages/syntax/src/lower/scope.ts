import { quote } from "@deodar/diagnostics";
import type { ActionConstraint, EntityLiteral, PrincipalConstraint } from "../ast.ts";
import type { CstPolicy, CstScopeItem } from "../cst.ts";
import { enumerate } from "../faults/expected.ts";
import { printScopeItem } from "../faults/print-cst.ts";
import { lowerExpression, lowerSpecial, spanOf } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { lowerReference } from "./reference.ts";
import { lowerEntityType } from "./test.ts";

export interface Scope {
  readonly principal: PrincipalConstraint;
  readonly action: ActionConstraint;
  readonly resource: PrincipalConstraint;
}

type ScopeVariable = keyof Scope;

/**
 * The three constraints of a scope, in their order.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html#scope
 */
export function lowerScope(lowering: Lowering, { effect, scope }: CstPolicy): Scope | undefined {
  const [first, second, third] = scope;
  const principal =
    first === undefined
      ? refuseMissing(lowering, "principal", effect.end)
      : lowerPrincipalOrResource(lowering, first, "principal");
  const action =
    second === undefined ? refuseMissing(lowering, "action", (first ?? effect).end) : lowerAction(lowering, second);
  const resource =
    third === undefined
      ? refuseMissing(lowering, "resource", (second ?? first ?? effect).end)
      : lowerPrincipalOrResource(lowering, third, "resource");
  for (let index = 3; index < scope.length; index++) {
    const extra = scope[index] as CstScopeItem;
    refuse(lowering, "syntax/extra-scope-element", extra, { element: printScopeItem(extra) });
  }
  if (principal === undefined || action === undefined || resource === undefined || scope.length > 3) return undefined;
  return { principal, action, resource };
}

/** The place where the variable is missing: right behind what stands before it. */
function refuseMissing(lowering: Lowering, variable: ScopeVariable, at: number): undefined {
  return refuse(lowering, "syntax/missing-scope-variable", { start: at, end: at }, { variable });
}

function lowerVariable(lowering: Lowering, { variable }: CstScopeItem): ScopeVariable | undefined {
  const { text } = variable;
  if (text === "principal" || text === "action" || text === "resource") return text;
  return refuse(lowering, "syntax/invalid-scope-variable", variable, { identifier: text });
}

function lowerPrincipalOrResource(
  lowering: Lowering,
  item: CstScopeItem,
  expected: "principal" | "resource",
): PrincipalConstraint | undefined {
  const variable = lowerVariable(lowering, item);
  if (variable === undefined) return undefined;
  if (item.type !== null) return refuse(lowering, "syntax/type-constraint", item.type);
  const constraint = lowerConstraint(lowering, item, variable);
  if (constraint === undefined) return undefined;
  return variable === expected ? constraint : refuseMisplaced(lowering, item, expected, variable);
}

function lowerConstraint(
  lowering: Lowering,
  item: CstScopeItem,
  variable: ScopeVariable,
): PrincipalConstraint | undefined {
  const { relation, is } = item;
  const span = spanOf(item);
  if (relation === null) {
    if (is === null) return { kind: "scopeAny", span };
    const entityType = lowerScopeType(lowering, is, variable);
    return entityType === undefined ? undefined : { kind: "scopeIs", span, entityType };
  }
  const { operator, operand } = relation;
  if (operator === "in" && isTypeTest(lowering, item)) return refuse(lowering, "syntax/inverted-is-in", item);
  const entity = lowerReference(lowering, operand, "entityOrSlot", variable);
  if (entity === undefined || entity.kind === "entities") return undefined;
  switch (operator) {
    case "==":
      return is === null ? { kind: "scopeEqual", span, entity } : refuse(lowering, "syntax/is-with-equals", item);
    case "in": {
      if (is === null) return { kind: "scopeIn", span, entity };
      const entityType = lowerScopeType(lowering, is, variable);
      return entityType === undefined ? undefined : { kind: "scopeIsIn", span, entityType, entity };
    }
    case "=":
      return refuse(lowering, "syntax/single-equals", item);
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return refuse(lowering, "syntax/invalid-scope-operator", item, { operator });
  }
}

function lowerScopeType(
  lowering: Lowering,
  is: NonNullable<CstScopeItem["is"]>,
  variable: ScopeVariable,
): string | undefined {
  return lowerSpecial(lowering, is) && lowerEntityType(lowering, is, variable);
}

/** Whether this is `principal in X is T`, the operand being a sound expression. */
function isTypeTest(lowering: Lowering, { relation }: CstScopeItem): boolean {
  let operand = relation?.operand;
  while (operand?.kind === "group") operand = operand.inner;
  if (operand?.kind !== "is" || operand.in !== null) return false;
  return lowerExpression({ ...lowering, faults: [] }, operand) !== undefined;
}

function lowerAction(lowering: Lowering, item: CstScopeItem): ActionConstraint | undefined {
  const variable = lowerVariable(lowering, item);
  if (variable === undefined) return undefined;
  if (variable !== "action") return refuseMisplaced(lowering, item, "action", variable);
  if (item.type !== null) return refuse(lowering, "syntax/type-constraint", item.type);
  if (item.is !== null) return refuse(lowering, "syntax/is-in-action-scope", item);
  if (item.relation === null) return { kind: "scopeAny", span: spanOf(item) };
  const { operator, operand } = item.relation;
  const span = spanOf(item);
  switch (operator) {
    case "==": {
      const entity = lowerReference(lowering, operand, "entity", "action");
      if (entity?.kind !== "entity") return undefined;
      return areActions(lowering, operand, [entity]) ? { kind: "scopeActionEqual", span, entity } : undefined;
    }
    case "in": {
      if (isTypeTest(lowering, item)) return refuse(lowering, "syntax/is-in-action-scope", item);
      const reference = lowerReference(lowering, operand, "entityOrSet", "action");
      if (reference === undefined || reference.kind === "slot") return undefined;
      if (reference.kind === "entity") {
        const entity = reference;
        return areActions(lowering, operand, [entity]) ? { kind: "scopeActionIn", span, entity } : undefined;
      }
      const { entities } = reference;
      return areActions(lowering, operand, entities) ? { kind: "scopeActionInSet", span, entities } : undefined;
    }
    case "=":
      return refuse(lowering, "syntax/single-equals", item);
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return refuse(lowering, "syntax/invalid-action-operator", item, { operator });
  }
}

/** Actions have a type called `Action`, in whatever namespace. */
function areActions(
  lowering: Lowering,
  span: { start: number; end: number },
  entities: readonly EntityLiteral[],
): boolean {
  const others = entities.filter(({ type }) => type !== "Action" && !type.endsWith("::Action"));
  if (others.length === 0) return true;
  const subject = others.length > 1 ? "entity uids" : "an entity uid";
  const texts = others.map(({ type, id }) => `\`${type}::${quote(id)}\``);
  refuse(lowering, "syntax/invalid-action-type", span, { subject, entities: enumerate(texts, "and") });
  return false;
}

function refuseMisplaced(
  lowering: Lowering,
  item: CstScopeItem,
  expected: ScopeVariable,
  found: ScopeVariable,
): undefined {
  return refuse(lowering, "syntax/misplaced-scope-variable", item, { expected, found });
}
