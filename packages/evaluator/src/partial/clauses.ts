import type { EntityLiteral, Expression, Policy, ScopeConstraint, Variable } from "@deodar/syntax";
import { clauseOf } from "./desugar.ts";
import { joinIsIn } from "./join.ts";

/** The constraints of a policy's scope and its conditions as expressions, in order; all have to be `true`. */
export function clausesOf(policy: Policy): readonly Expression[] {
  const conditions = policy.conditions.map(clauseOf);
  return [
    constraintOf("principal", policy.principal),
    constraintOf("action", policy.action),
    constraintOf("resource", policy.resource),
    ...(conditions.length > 0 ? conditions : [always]),
  ];
}

const always: Expression = { kind: "boolean", span: undefined, value: true };

function constraintOf(name: Variable["name"], constraint: ScopeConstraint): Expression {
  const { span } = constraint;
  const variable: Variable = { kind: "variable", span, name };
  switch (constraint.kind) {
    case "scopeAny":
      return { ...always, span };
    case "scopeEqual":
    case "scopeActionEqual":
      return { kind: "relation", span, operator: "==", left: variable, right: constraint.entity };
    case "scopeIn":
      return { kind: "relation", span, operator: "in", left: variable, right: constraint.entity };
    case "scopeActionIn":
      return inAny(variable, [constraint.entity]);
    case "scopeActionInSet":
      return inAny(variable, constraint.entities);
    case "scopeIs":
      return { kind: "is", span, target: variable, entityType: constraint.entityType, in: undefined };
    case "scopeIsIn":
      return joinIsIn(constraint, variable, constraint.entity);
  }
}

/** The reference takes a single action for a set of one. */
function inAny(variable: Variable, entities: readonly EntityLiteral[]): Expression {
  const { span } = variable;
  return { kind: "relation", span, operator: "in", left: variable, right: { kind: "set", span, elements: entities } };
}
