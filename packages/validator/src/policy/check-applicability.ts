import type { Span } from "@deodar/diagnostics";
import type { ActionInfo } from "@deodar/schema";
import type { ActionConstraint, EntityLiteral, Policy, PrincipalConstraint } from "@deodar/syntax";
import { issueOf, type Report } from "../report/issue.ts";
import type { SchemaFacts } from "../schema-facts.ts";

/** The scope of a policy or of a link, whose slots are filled. */
export type Scope = Pick<Policy, "principal" | "action" | "resource">;

/** Warns if no action that the scope allows applies to any principal and resource that it allows. */
export function checkApplicability(
  facts: SchemaFacts,
  policy: string,
  scope: Scope,
  span: Span | undefined,
  report: Report,
): void {
  const actions = actionsOf(facts, scope.action);
  const fitsPrincipal = typeTest(facts, scope.principal);
  const fitsResource = typeTest(facts, scope.resource);
  const applies = ({ principals, resources }: ActionInfo): boolean =>
    some(principals, fitsPrincipal) && some(resources, fitsResource);
  if (actions.some(applies)) return;
  const clauses = [
    ...(wouldFitWithIn(facts, scope.principal, actions, "principals") ? ["principal clause"] : []),
    ...(wouldFitWithIn(facts, scope.resource, actions, "resources") ? ["resource clause"] : []),
  ];
  const words = clauses.length === 0 ? { policy } : { policy, clauses: clauses.join(" and the ") };
  report(issueOf("validate/no-applicable-action", words, span));
}

function actionsOf(facts: SchemaFacts, constraint: ActionConstraint): readonly ActionInfo[] {
  switch (constraint.kind) {
    case "scopeAny":
      return facts.actions;
    case "scopeActionEqual":
      return facts.action(constraint.entity) === undefined ? [] : [facts.action(constraint.entity) as ActionInfo];
    case "scopeActionIn":
      return actionsIn(facts, [constraint.entity]);
    case "scopeActionInSet":
      return actionsIn(facts, constraint.entities);
  }
}

/** The actions in these groups, with the groups themselves; none if one of them is undeclared. */
function actionsIn(facts: SchemaFacts, groups: readonly EntityLiteral[]): readonly ActionInfo[] {
  const actions = new Set<ActionInfo>();
  for (const literal of groups) {
    const group = facts.action(literal);
    if (group === undefined) return [];
    actions.add(group);
    for (const uid of group.descendants) actions.add(facts.action(uid) as ActionInfo);
  }
  return [...actions];
}

/** Whether entities of a type can satisfy the constraint. */
function typeTest(facts: SchemaFacts, constraint: PrincipalConstraint): (type: string) => boolean {
  const isDeclared = (type: string): boolean => facts.entityType(type) !== undefined;
  switch (constraint.kind) {
    case "scopeAny":
      return isDeclared;
    case "scopeEqual": {
      const { entity } = constraint;
      return entity.kind === "slot" ? isDeclared : (type) => type === entity.type;
    }
    case "scopeIn": {
      const { entity } = constraint;
      return entity.kind === "slot" ? isDeclared : (type) => facts.isAtOrBelow(type, entity.type);
    }
    case "scopeIs":
      return (type) => type === constraint.entityType && facts.isKnownType(type);
    case "scopeIsIn": {
      const { entity, entityType } = constraint;
      if (entity.kind === "slot") return (type) => type === entityType && facts.isKnownType(type);
      return (type) => type === entityType && facts.isAtOrBelow(type, entity.type);
    }
  }
}

/** Whether `==` names an entity to which no action applies, but which has descendants to which one does. */
function wouldFitWithIn(
  facts: SchemaFacts,
  constraint: PrincipalConstraint,
  actions: readonly ActionInfo[],
  role: "principals" | "resources",
): boolean {
  if (constraint.kind !== "scopeEqual" || constraint.entity.kind === "slot") return false;
  const { type } = constraint.entity;
  if (actions.some((action) => action[role].has(type))) return false;
  const descendants = facts.entityType(type)?.descendants;
  return descendants !== undefined && actions.some((action) => some(action[role], (name) => descendants.has(name)));
}

function some(types: ReadonlySet<string>, test: (type: string) => boolean): boolean {
  for (const type of types) if (test(type)) return true;
  return false;
}
