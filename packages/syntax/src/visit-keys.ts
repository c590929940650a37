import type { Node } from "./ast.ts";

/** The keys of a node whose values are nodes or lists of nodes. */
type ChildKey<N> = {
  [K in keyof N]-?: NonNullable<N[K]> extends Node | readonly Node[] ? K : never;
}[keyof N];

/** The node of a kind. */
export type NodeOfKind<K extends Node["kind"]> = Extract<Node, { readonly kind: K }>;

/** For every kind of node the keys of its children, in source order. A new kind without its keys does not compile. */
export type ChildKeys = { readonly [K in Node["kind"]]: readonly ChildKey<NodeOfKind<K>>[] };

/** See {@link ChildKeys}. */
export const childKeys: ChildKeys = {
  policies: ["policies"],
  policy: ["annotations", "principal", "action", "resource", "conditions"],
  annotation: [],
  scopeAny: [],
  scopeEqual: ["entity"],
  scopeIn: ["entity"],
  scopeIs: [],
  scopeIsIn: ["entity"],
  scopeActionEqual: ["entity"],
  scopeActionIn: ["entity"],
  scopeActionInSet: ["entities"],
  condition: ["body"],
  boolean: [],
  long: [],
  string: [],
  entity: [],
  variable: [],
  slot: [],
  set: ["elements"],
  record: ["entries"],
  entry: ["value"],
  not: ["operand"],
  negate: ["operand"],
  and: ["operands"],
  or: ["operands"],
  sum: ["operands"],
  product: ["operands"],
  relation: ["left", "right"],
  has: ["target"],
  like: ["target"],
  is: ["target", "in"],
  if: ["condition", "consequent", "alternative"],
  attribute: ["target"],
  method: ["target", "argument"],
  isEmpty: ["target"],
  extension: ["arguments"],
};
