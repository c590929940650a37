import type { Node } from "./ast.ts";
import { childKeys, type NodeOfKind } from "./visit-keys.ts";

/**
 * What to do at the nodes of one kind: `enter` before their children, `leave` after them. An `enter` that returns
 * `false` skips the children and `leave`.
 */
export interface Visit<N extends Node> {
  // biome-ignore lint/suspicious/noConfusingVoidType: a visitor without a result is the common case
  readonly enter?: (node: N) => boolean | void;
  readonly leave?: (node: N) => void;
}

/** What {@link visit} does at each kind of node; `any` goes before the kind on the way in and after it on the way out. */
export type Visitor = { readonly [K in Node["kind"]]?: Visit<NodeOfKind<K>> } & { readonly any?: Visit<Node> };

/**
 * Walks a tree in source order. Has its own stack, so neither chains of a million operands nor targets a hundred
 * thousand steps deep overflow JavaScript's.
 */
export function visit(root: Node, visitor: Visitor): void {
  const todo: (Node | Leaving)[] = [root];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next.kind === "leaving") {
      visitOf(visitor, next.node)?.leave?.(next.node);
      visitor.any?.leave?.(next.node);
      continue;
    }
    const here = visitOf(visitor, next);
    if (visitor.any?.enter?.(next) === false || here?.enter?.(next) === false) continue;
    if (here?.leave !== undefined || visitor.any?.leave !== undefined) todo.push({ kind: "leaving", node: next });
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index--) todo.push(children[index] as Node);
  }
}

interface Leaving {
  readonly kind: "leaving";
  readonly node: Node;
}

/** The children of a node in source order. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const key of childKeys[node.kind]) {
    const child = (node as Partial<Record<typeof key, Node | readonly Node[]>>)[key];
    if (child === undefined) continue;
    if (isList(child)) for (const each of child) children.push(each);
    else children.push(child);
  }
  return children;
}

function isList(child: Node | readonly Node[]): child is readonly Node[] {
  return Array.isArray(child);
}

function visitOf(visitor: Visitor, node: Node): Visit<Node> | undefined {
  return visitor[node.kind] as Visit<Node> | undefined;
}
