import type { Span } from "@deodar/diagnostics";
import { childrenOf, type EntityLiteral, type Expression, type Node, type Policy, type Slot } from "@deodar/syntax";

/** An entity type that a policy names, and where. */
export interface NamedType {
  readonly name: string;
  readonly span: Span | undefined;
}

/** What a policy names that a schema must know, and which parts of a request its conditions look at. */
export interface PolicyLiterals {
  readonly entities: readonly EntityLiteral[];
  readonly types: readonly NamedType[];
  /** The variables and slots in the conditions. */
  readonly variables: ReadonlySet<string>;
}

/** Goes once through the policy, by a loop. */
export function literalsOf(policy: Policy): PolicyLiterals {
  const entities: EntityLiteral[] = [];
  const types: NamedType[] = [];
  const variables = new Set<string>();
  const todo: Node[] = [...policy.conditions].reverse();
  todo.push(policy.resource, policy.action, policy.principal);
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (node.kind === "entity") {
      entities.push(node);
      types.push({ name: node.type, span: startOf(node.span, 0, node.type) });
    } else if (node.kind === "variable" || node.kind === "slot") {
      variables.add(node.name);
    } else {
      if (node.kind === "is") types.push({ name: node.entityType, span: spanOfTest(node) });
      else if (node.kind === "scopeIs") types.push({ name: node.entityType, span: endOf(node.span, node.entityType) });
      else if (node.kind === "scopeIsIn") types.push({ name: node.entityType, span: spanOfScopeTest(node, policy) });
      const children = childrenOf(node);
      for (let index = children.length - 1; index >= 0; index -= 1) todo.push(children[index] as Node);
    }
  }
  return { entities, types, variables };
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
