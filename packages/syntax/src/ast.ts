import type { Span } from "@deodar/diagnostics";

/**
 * The syntax tree of Cedar policies: a closed union of plain readonly objects told apart by `kind`.
 *
 * It keeps what the policy JSON format keeps (every condition, `unless`, `>` and `!=`, dotted `has`, annotations
 * without a value) so that text, tree and JSON turn into one another without loss but for comments, spacing and
 * redundant parentheses. Desugaring is the evaluator's business.
 *
 * Chains are flat: `a && b && c` is one `and` with three operands, and the first operand of a chain is never a chain
 * of the same kind. So the depth of a tree is the depth of the brackets that were written, however long the chains.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html and /policies/json-format.html
 */
export type Node = PolicyFile | Policy | Annotation | ScopeConstraint | Condition | Expression | RecordEntry;

/** What every node has: where it stands in the text, or `undefined` if it was not read from text. */
interface Located {
  readonly span: Span | undefined;
}

/** All policies and templates of one text, in order. */
export interface PolicyFile extends Located {
  readonly kind: "policies";
  readonly policies: readonly Policy[];
}

/** A static policy or, if its scope has slots, a template. */
export interface Policy extends Located {
  readonly kind: "policy";
  readonly annotations: readonly Annotation[];
  readonly effect: Effect;
  readonly principal: PrincipalConstraint;
  readonly action: ActionConstraint;
  readonly resource: ResourceConstraint;
  readonly conditions: readonly Condition[];
}

export type Effect = "permit" | "forbid";

/** `@key("value")`; the value is `null` for `@key`, which Cedar treats like `@key("")`. */
export interface Annotation extends Located {
  readonly kind: "annotation";
  readonly key: string;
  readonly value: string | null;
}

export type PrincipalConstraint = ScopeAny | ScopeEqual | ScopeIn | ScopeIs | ScopeIsIn;
export type ActionConstraint = ScopeAny | ScopeActionEqual | ScopeActionIn | ScopeActionInSet;
export type ResourceConstraint = PrincipalConstraint;
export type ScopeConstraint = PrincipalConstraint | ActionConstraint;

/** `principal`, without a constraint. */
export interface ScopeAny extends Located {
  readonly kind: "scopeAny";
}

/** `principal == User::"alice"` or `principal == ?principal`. */
export interface ScopeEqual extends Located {
  readonly kind: "scopeEqual";
  readonly entity: EntityLiteral | Slot;
}

/** `principal in Group::"staff"` or `principal in ?principal`. */
export interface ScopeIn extends Located {
  readonly kind: "scopeIn";
  readonly entity: EntityLiteral | Slot;
}

/** `principal is User`. */
export interface ScopeIs extends Located {
  readonly kind: "scopeIs";
  readonly entityType: string;
}

/** `principal is User in Group::"staff"`. */
export interface ScopeIsIn extends Located {
  readonly kind: "scopeIsIn";
  readonly entityType: string;
  readonly entity: EntityLiteral | Slot;
}

/** `action == Action::"view"`. */
export interface ScopeActionEqual extends Located {
  readonly kind: "scopeActionEqual";
  readonly entity: EntityLiteral;
}

/** `action in Action::"readOnly"`. */
export interface ScopeActionIn extends Located {
  readonly kind: "scopeActionIn";
  readonly entity: EntityLiteral;
}

/** `action in [Action::"view", Action::"edit"]`; the list may be empty. */
export interface ScopeActionInSet extends Located {
  readonly kind: "scopeActionInSet";
  readonly entities: readonly EntityLiteral[];
}

/** `when { … }` or `unless { … }`. */
export interface Condition extends Located {
  readonly kind: "condition";
  readonly clause: "when" | "unless";
  readonly body: Expression;
}

export type Expression =
  | BooleanLiteral
  | LongLiteral
  | StringLiteral
  | EntityLiteral
  | Variable
  | Slot
  | SetExpression
  | RecordExpression
  | Not
  | Negate
  | And
  | Or
  | Sum
  | Product
  | Relation
  | Has
  | Like
  | Is
  | If
  | Attribute
  | Method
  | IsEmpty
  | ExtensionCall;

export interface BooleanLiteral extends Located {
  readonly kind: "boolean";
  readonly value: boolean;
}

/** A 64-bit integer: a `number` when it is a safe integer, a `bigint` beyond; `-5` is one literal, `-(5)` is not. */
export interface LongLiteral extends Located {
  readonly kind: "long";
  readonly value: number | bigint;
}

/** A string after unescaping. */
export interface StringLiteral extends Located {
  readonly kind: "string";
  readonly value: string;
}

/** `Namespace::Type::"id"`; the type in its normal form, without spaces, the id after unescaping. */
export interface EntityLiteral extends Located {
  readonly kind: "entity";
  readonly type: string;
  readonly id: string;
}

export interface Variable extends Located {
  readonly kind: "variable";
  readonly name: "principal" | "action" | "resource" | "context";
}

/** A place that a template link fills. */
export interface Slot extends Located {
  readonly kind: "slot";
  readonly name: SlotName;
}

export type SlotName = "?principal" | "?resource";

export interface SetExpression extends Located {
  readonly kind: "set";
  readonly elements: readonly Expression[];
}

/** A record; no two entries have the same key. */
export interface RecordExpression extends Located {
  readonly kind: "record";
  readonly entries: readonly RecordEntry[];
}

export interface RecordEntry extends Located {
  readonly kind: "entry";
  readonly key: string;
  readonly value: Expression;
}

/** `!operand`. */
export interface Not extends Located {
  readonly kind: "not";
  readonly operand: Expression;
}

/** `-operand`, where that is not a literal. */
export interface Negate extends Located {
  readonly kind: "negate";
  readonly operand: Expression;
}

/** `a && b && …`: at least two operands, the first of them not an `and`. */
export interface And extends Located {
  readonly kind: "and";
  readonly operands: readonly Expression[];
}

/** `a || b || …`: at least two operands, the first of them not an `or`. */
export interface Or extends Located {
  readonly kind: "or";
  readonly operands: readonly Expression[];
}

/** `a + b - c …`: at least two operands, the first of them not a `sum`; `operators[i]` stands before `operands[i + 1]`. */
export interface Sum extends Located {
  readonly kind: "sum";
  readonly operands: readonly Expression[];
  readonly operators: readonly ("+" | "-")[];
}

/** `a * b * …`: at least two operands, the first of them not a `product`. */
export interface Product extends Located {
  readonly kind: "product";
  readonly operands: readonly Expression[];
}

export type RelationOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in";

/** `left operator right`. */
export interface Relation extends Located {
  readonly kind: "relation";
  readonly operator: RelationOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `target has a.b.c` or `target has "any string"`; a path of more than one step stands for a chain of tests. */
export interface Has extends Located {
  readonly kind: "has";
  readonly target: Expression;
  readonly path: readonly [string, ...string[]];
}

/** `target like "a*b"`: the literal pieces between the wildcards, here `["a", "b"]`; always at least one piece. */
export interface Like extends Located {
  readonly kind: "like";
  readonly target: Expression;
  readonly pattern: readonly [string, ...string[]];
}

/** `target is Type` or `target is Type in entity`. */
export interface Is extends Located {
  readonly kind: "is";
  readonly target: Expression;
  readonly entityType: string;
  readonly in: Expression | undefined;
}

/** `if condition then consequent else alternative`. */
export interface If extends Located {
  readonly kind: "if";
  readonly condition: Expression;
  readonly consequent: Expression;
  readonly alternative: Expression;
}

/** `target.name` or `target["name"]`. */
export interface Attribute extends Located {
  readonly kind: "attribute";
  readonly target: Expression;
  readonly name: string;
}

export type MethodName = "contains" | "containsAll" | "containsAny" | "getTag" | "hasTag";

/** A built-in method with one argument: `target.contains(argument)`. */
export interface Method extends Located {
  readonly kind: "method";
  readonly method: MethodName;
  readonly target: Expression;
  readonly argument: Expression;
}

/** `target.isEmpty()`. */
export interface IsEmpty extends Located {
  readonly kind: "isEmpty";
  readonly target: Expression;
}

/**
 * A call of an extension function or method, any number of arguments; for a method the receiver is the first of them.
 * `ip("10.0.0.1")` and `a.isInRange(b)` are both of this kind.
 */
export interface ExtensionCall extends Located {
  readonly kind: "extension";
  readonly name: string;
  readonly arguments: readonly Expression[];
}
