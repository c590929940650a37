import { quote } from "@deodar/diagnostics";
import type { ActionConstraint, EntityLiteral, PrincipalConstraint, ScopeConstraint } from "../ast.ts";
import type { CstComparison, CstExpression, CstPolicy, CstScopeItem, Word } from "../cst.ts";
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

/**
 * The three constraints of a scope, in their order.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html#scope
 */
export function lowerScope(lowering: Lowering, { effect, scope }: CstPolicy): Scope | undefined {
  const principal = lowerItem(lowering, effect, scope, 0);
  const action = lowerItem(lowering, effect, scope, 1);
  const resource = lowerItem(lowering, effect, scope, 2);
  for (let index = 3; index < scope.length; index++) {
    const extra = scope[index] as CstScopeItem;
    refuse(lowering, "syntax/extra-scope-element", extra, { element: printScopeItem(extra) });
  }
  if (principal === undefined || action === undefined || resource === undefined || scope.length > 3) return undefined;
  return { principal, action, resource } as Scope;
}

const variables = ["principal", "action", "resource"] as const;

function lowerItem(
  lowering: Lowering,
  effect: Word,
  scope: readonly CstScopeItem[],
  index: 0 | 1 | 2,
): ScopeConstraint | undefined {
  const expected = variables[index];
  const item = scope[index];
  if (item === undefined) {
    // It is missing right behind what stands before it.
    const { end } = scope.at(-1) ?? effect;
    return refuse(lowering, "syntax/missing-scope-variable", { start: end, end }, { variable: expected });
  }
  const { type, is, relation } = item;
  const variable = item.variable.text;
  const isAction = index === 1;
  if (variable !== "principal" && variable !== "action" && variable !== "resource") {
    return refuse(lowering, "syntax/invalid-scope-variable", item.variable, { identifier: variable });
  }
  if (isAction && variable !== expected) return refuseMisplaced(lowering, item, expected);
  if (type !== null) return refuse(lowering, "syntax/type-constraint", type);
  if (isAction && is !== null) return refuse(lowering, "syntax/is-in-action-scope", item);
  let constraint: ScopeConstraint | undefined;
  if (relation !== null) constraint = lowerRelation(lowering, item, relation, isAction);
  else if (is === null) constraint = { kind: "scopeAny", span: spanOf(item) };
  else {
    const entityType = lowerScopeType(lowering, is, variable);
    constraint = entityType === undefined ? undefined : { kind: "scopeIs", span: spanOf(item), entityType };
  }
  return constraint === undefined || variable === expected ? constraint : refuseMisplaced(lowering, item, expected);
}

function refuseMisplaced(lowering: Lowering, item: CstScopeItem, expected: string): undefined {
  return refuse(lowering, "syntax/misplaced-scope-variable", item, { expected, found: item.variable.text });
}

function lowerRelation(
  lowering: Lowering,
  item: CstScopeItem,
  { operator, operand }: CstComparison,
  isAction: boolean,
): ScopeConstraint | undefined {
  const span = spanOf(item);
  const isIn = operator === "in";
  if (isAction && !isIn && operator !== "==") return refuseOperator(lowering, item, operator, isAction);
  if (isIn && isTypeTest(lowering, operand)) {
    return refuse(lowering, isAction ? "syntax/is-in-action-scope" : "syntax/inverted-is-in", item);
  }
  const variable = item.variable.text;
  const expected = isAction ? (isIn ? "entityOrSet" : "entity") : "entityOrSlot";
  const entity = lowerReference(lowering, operand, expected, variable);
  if (entity === undefined) return undefined;
  if (isAction) {
    const entities = (entity.kind === "entities" ? entity.entities : [entity]) as readonly EntityLiteral[];
    if (!areActions(lowering, operand, entities)) return undefined;
    if (entity.kind === "entities") return { kind: "scopeActionInSet", span, entities };
    return { kind: isIn ? "scopeActionIn" : "scopeActionEqual", span, entity: entity as EntityLiteral };
  }
  if (entity.kind === "entities") return undefined;
  if (operator === "==") {
    return item.is === null ? { kind: "scopeEqual", span, entity } : refuse(lowering, "syntax/is-with-equals", item);
  }
  if (!isIn) return refuseOperator(lowering, item, operator, isAction);
  if (item.is === null) return { kind: "scopeIn", span, entity };
  const entityType = lowerScopeType(lowering, item.is, variable);
  return entityType === undefined ? undefined : { kind: "scopeIsIn", span, entityType, entity };
}

function refuseOperator(lowering: Lowering, item: CstScopeItem, operator: string, isAction: boolean): undefined {
  if (operator === "=") return refuse(lowering, "syntax/single-equals", item);
  const code = isAction ? "syntax/invalid-action-operator" : "syntax/invalid-scope-operator";
  return refuse(lowering, code, item, { operator });
}

function lowerScopeType(lowering: Lowering, is: CstExpression, variable: string): string | undefined {
  return lowerSpecial(lowering, is) && lowerEntityType(lowering, is, variable);
}

/** Whether this is `X is T`, a sound expression, behind an `in`. */
function isTypeTest(lowering: Lowering, given: CstExpression): boolean {
  let operand = given;
  while (operand.kind === "group") operand = operand.inner;
  if (operand.kind !== "is" || operand.in !== null) return false;
  return lowerExpression({ ...lowering, faults: [] }, operand) !== undefined;
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
