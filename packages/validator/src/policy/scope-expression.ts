import type { ActionConstraint, EntityLiteral, Expression, PrincipalConstraint, Slot, Variable } from "@deodar/syntax";

/** What a clause of the scope demands, as an expression; `undefined` if it demands nothing. */
export function scopeExpression(
  name: "principal" | "resource",
  constraint: PrincipalConstraint,
): Expression | undefined {
  const target: Variable = { kind: "variable", name, span: undefined };
  switch (constraint.kind) {
    case "scopeAny":
      return undefined;
    case "scopeEqual":
      return relation("==", target, constraint.entity);
    case "scopeIn":
      return relation("in", target, constraint.entity);
    case "scopeIs":
      return { kind: "is", target, entityType: constraint.entityType, in: undefined, span: undefined };
    case "scopeIsIn":
      return { kind: "is", target, entityType: constraint.entityType, in: constraint.entity, span: undefined };
  }
}

/** What the action clause demands, as an expression; `undefined` if it demands nothing. */
export function actionExpression(constraint: ActionConstraint): Expression | undefined {
  const target: Variable = { kind: "variable", name: "action", span: undefined };
  switch (constraint.kind) {
    case "scopeAny":
      return undefined;
    case "scopeActionEqual":
      return relation("==", target, constraint.entity);
    case "scopeActionIn":
      return relation("in", target, { kind: "set", elements: [constraint.entity], span: undefined });
    case "scopeActionInSet":
      return relation("in", target, { kind: "set", elements: constraint.entities, span: undefined });
  }
}

function relation(operator: "==" | "in", left: Expression, right: EntityLiteral | Slot | Expression): Expression {
  return { kind: "relation", operator, left, right, span: undefined };
}
