import { quote } from "@deodar/diagnostics";
import type { ActionConstraint, EntityLiteral, PrincipalConstraint, ScopeConstraint } from "../ast.ts";
import type { CstComparison, CstExpression, CstPolicy, CstScopeItem } from "../cst.ts";
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
  const [principal, action, resource] = variables.map((expected, index) => {
    const item = scope[index];
    if (item !== undefined) return lowerItem(lowering, item, expected);
    // It is missing right behind what stands before it.
    const { end } = scope.at(-1) ?? effect;
    return refuse(lowering, "syntax/missing-scope-variable", { start: end, end }, { variable: expected });
  });
  for (const extra of scope.slice(3)) {
    refuse(lowering, "syntax/extra-scope-element", extra, { element: printScopeItem(extra) });
  }
  if (principal === undefined || action === undefined || resource === undefined || scope.length > 3) return undefined;
  return { principal, action, resource } as Scope;
}

const variables: readonly ScopeVariable[] = ["principal", "action", "resource"];

function lowerItem(lowering: Lowering, item: CstScopeItem, expected: ScopeVariable): ScopeConstraint | undefined {
  const { type, is, relation } = item;
  const variable = item.variable.text;
  const isAction = expected === "action";
  if (!(variables as readonly string[]).includes(variable)) {
    return refuse(lowering, "syntax/invalid-scope-variable", item.variable, { identifier: variable });
  }
  const misplaced = (): undefined =>
    refuse(lowering, "syntax/misplaced-scope-variable", item, { expected, found: variable });
  if (isAction && variable !== expected) return misplaced();
  if (type !== null) return refuse(lowering, "syntax/type-constraint", type);
  if (isAction && is !== null) return refuse(lowering, "syntax/is-in-action-scope", item);
  let constraint: ScopeConstraint | undefined;
  if (relation !== null) constraint = lowerRelation(lowering, item, relation, isAction);
  else if (is === null) constraint = { kind: "scopeAny", span: spanOf(item) };
  else {
    const entityType = lowerScopeType(lowering, is, variable);
    constraint = entityType === undefined ? undefined : { kind: "scopeIs", span: spanOf(item), entityType };
  }
  return constraint === undefined || variable === expected ? constraint : misplaced();
}

function lowerRelation(
  lowering: Lowering,
  item: CstScopeItem,
  { operator, operand }: CstComparison,
  isAction: boolean,
): ScopeConstraint | undefined {
  const span = spanOf(item);
  const isIn = operator === "in";
  const refuseOperator = (): undefined =>
    operator === "="
      ? refuse(lowering, "syntax/single-equals", item)
      : refuse(lowering, isAction ? "syntax/invalid-action-operator" : "syntax/invalid-scope-operator", item, {
          operator,
        });
  if (isAction && !isIn && operator !== "==") return refuseOperator();
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
  if (!isIn) return refuseOperator();
  if (item.is === null) return { kind: "scopeIn", span, entity };
  const entityType = lowerScopeType(lowering, item.is, variable);
  return entityType === undefined ? undefined : { kind: "scopeIsIn", span, entityType, entity };
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
