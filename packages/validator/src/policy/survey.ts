import type { Span } from "@deodar/diagnostics";
import type { EntityLiteral, Expression, Node, Policy, ScopeConstraint, Slot } from "@deodar/syntax";
import { partsOf } from "../check/parts-of.ts";
import { noteOddWords, type OddWord } from "../confusables/odd-words.ts";

/** An entity type that a policy names, and where. */
export interface NamedType {
  readonly name: string;
  readonly span: Span | undefined;
}

/** What is to be known of a policy before its types are checked. */
export interface Survey {
  readonly entities: readonly EntityLiteral[];
  readonly types: readonly NamedType[];
  /** The variables and slots in the conditions. */
  readonly variables: ReadonlySet<string>;
  /** The strings and identifiers that are not plain ASCII. */
  readonly oddWords: readonly OddWord[];
}

/** Goes once through the policy, by a loop: chains can be very long. */
export function surveyOf(policy: Policy): Survey {
  const survey = { entities: [], types: [], variables: new Set<string>(), oddWords: [] };
  const { principal, action, resource, conditions } = policy;
  const todo: Expression[] = conditions.map(({ body }) => body);
  for (const constraint of [principal, action, resource]) {
    note(constraint, policy, survey);
    for (const entity of entitiesOf(constraint)) todo.push(entity);
  }
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    note(node, policy, survey);
    for (const part of partsOf(node)) todo.push(part);
  }
  return survey;
}

function entitiesOf(constraint: ScopeConstraint): readonly (EntityLiteral | Slot)[] {
  switch (constraint.kind) {
    case "scopeAny":
    case "scopeIs":
      return [];
    case "scopeActionInSet":
      return constraint.entities;
    case "scopeEqual":
    case "scopeIn":
    case "scopeIsIn":
    case "scopeActionEqual":
    case "scopeActionIn":
      return [constraint.entity];
  }
}

interface Notes {
  readonly entities: EntityLiteral[];
  readonly types: NamedType[];
  readonly variables: Set<string>;
  readonly oddWords: OddWord[];
}

function note(node: Node, policy: Policy, { entities, types, variables, oddWords }: Notes): void {
  switch (node.kind) {
    case "variable":
    case "slot":
      variables.add(node.name);
      break;
    case "entity":
      entities.push(node);
      types.push({ name: node.type, span: startOf(node.span, 0, node.type) });
      break;
    case "is":
      types.push({ name: node.entityType, span: spanOfTest(node) });
      break;
    case "scopeIs":
      types.push({ name: node.entityType, span: endOf(node.span, node.entityType) });
      break;
    case "scopeIsIn":
      types.push({ name: node.entityType, span: spanOfScopeTest(node, policy) });
      break;
    default:
  }
  noteOddWords(node, oddWords);
}

// The tree does not say where the names of types stand in the text. They are found as the printer lays policies out:
// without blanks inside, one blank before.

function startOf(span: Span | undefined, offset: number, name: string): Span | undefined {
  if (span === undefined) return undefined;
  const start = Math.min(span.start + offset, span.end);
  return { start, end: Math.min(start + name.length, span.end) };
}

function endOf(span: Span | undefined, name: string): Span | undefined {
  return span === undefined ? undefined : { start: Math.max(span.start, span.end - name.length), end: span.end };
}

function spanOfTest(node: {
  readonly span: Span | undefined;
  readonly target: Expression;
  readonly entityType: string;
  readonly in: Expression | undefined;
}): Span | undefined {
  if (node.in === undefined || node.span === undefined || node.target.span === undefined) {
    return endOf(node.span, node.entityType);
  }
  return startOf(node.span, node.target.span.end - node.span.start + " is ".length, node.entityType);
}

function spanOfScopeTest(
  node: { readonly span: Span | undefined; readonly entityType: string; readonly entity: EntityLiteral | Slot },
  policy: Policy,
): Span | undefined {
  const variable = policy.principal === node ? "principal" : "resource";
  return startOf(node.span, `${variable} is `.length, node.entityType);
}
