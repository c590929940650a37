import type { Span } from "@deodar/diagnostics";

/**
 * What the grammar makes of a text: as permissive as the grammar itself, so that whatever is wrong beyond syntax can be
 * told with the right words by the lowering, which turns this into the syntax tree. Levels of the grammar at which
 * nothing was written are not there: an `or` has at least two operands. Parentheses are kept.
 *
 * A name, a raw string and a boolean can be more than expressions (record keys, attributes, patterns, entity types),
 * which is for the construct around them to say; all other kinds are expressions only.
 */
export type CstExpression =
  | CstIf
  | CstChain
  | CstTest
  | CstUnary
  | CstMember
  | CstGroup
  | CstList
  | CstRecord
  | CstName
  | CstUid
  | CstFields
  | CstSlot
  | CstBoolean
  | CstNumber
  | CstString;

export interface CstPolicy extends Span {
  readonly kind: "policy";
  readonly annotations: readonly CstAnnotation[];
  readonly effect: Word;
  readonly scope: readonly CstScopeItem[];
  readonly conditions: readonly CstCondition[];
}

/** An identifier, reserved or not. */
export interface Word extends Span {
  readonly text: string;
}

export interface CstAnnotation extends Span {
  readonly key: Word;
  readonly value: CstString | null;
}

/** `principal: Name is Type in operand`, of which all but the variable may be missing. */
export interface CstScopeItem extends Span {
  readonly variable: Word;
  readonly type: CstName | null;
  readonly is: CstExpression | null;
  readonly relation: CstComparison | null;
}

export type CstRelationOperator = "==" | "!=" | "<=" | "<" | ">=" | ">" | "=" | "in";

export interface CstComparison {
  readonly operator: CstRelationOperator;
  readonly operand: CstExpression;
}

export interface CstCondition extends Span {
  readonly clause: Word;
  readonly body: CstExpression | null;
}

export interface CstIf extends Span {
  readonly kind: "if";
  readonly condition: CstExpression;
  readonly consequent: CstExpression;
  readonly alternative: CstExpression;
}

/** Operands of one level of the grammar. Several operators of a `compare` are a fault, but the grammar allows them. */
export interface CstChain extends Span {
  readonly kind: "or" | "and" | "compare" | "sum" | "product";
  readonly first: CstExpression;
  readonly rest: readonly [CstLink, ...CstLink[]];
}

export interface CstLink {
  readonly operator: "||" | "&&" | CstRelationOperator | "+" | "-" | "*" | "/" | "%";
  readonly operand: CstExpression;
}

/** `target has operand`, `target like operand`, `target is operand` and `target is operand in …`. */
export interface CstTest extends Span {
  readonly kind: "has" | "like" | "is";
  readonly target: CstExpression;
  readonly operand: CstExpression;
  readonly in: CstExpression | null;
}

export interface CstUnary extends Span {
  readonly kind: "unary";
  readonly operator: "!" | "-";
  /** Where each of the operators stands, outermost first. */
  readonly positions: readonly number[];
  readonly operand: CstExpression;
}

export interface CstMember extends Span {
  readonly kind: "member";
  readonly item: CstExpression;
  readonly access: readonly [CstAccess, ...CstAccess[]];
}

export type CstAccess = CstField | CstCall | CstIndex;

export interface CstField extends Span {
  readonly kind: "field";
  readonly field: Word;
}

export interface CstCall extends Span {
  readonly kind: "call";
  readonly arguments: readonly CstExpression[];
}

export interface CstIndex extends Span {
  readonly kind: "index";
  readonly index: CstExpression;
}

export interface CstGroup extends Span {
  readonly kind: "group";
  readonly inner: CstExpression;
}

export interface CstList extends Span {
  readonly kind: "list";
  readonly elements: readonly CstExpression[];
}

export interface CstRecord extends Span {
  readonly kind: "record";
  readonly entries: readonly CstEntry[];
}

export interface CstEntry extends Span {
  readonly key: CstExpression;
  readonly value: CstExpression;
}

export interface CstName extends Span {
  readonly kind: "name";
  readonly path: readonly [Word, ...Word[]];
}

export interface CstUid extends Span {
  readonly kind: "uid";
  readonly path: readonly [Word, ...Word[]];
  readonly id: CstString;
}

/** `Type::{key: literal}`, which means nothing (yet). */
export interface CstFields extends Span {
  readonly kind: "fields";
  readonly path: readonly [Word, ...Word[]];
  readonly fields: readonly { readonly key: Word; readonly value: CstBoolean | CstNumber | CstString }[];
}

export interface CstSlot extends Span {
  readonly kind: "slot";
  readonly text: string;
}

export interface CstBoolean extends Span {
  readonly kind: "boolean";
  readonly value: boolean;
}

/** An integer of at most 64 bits without sign. */
export interface CstNumber extends Span {
  readonly kind: "number";
  readonly text: string;
}

export interface CstString extends Span {
  readonly kind: "string";
  /** What stands between the quotes, escapes not yet interpreted. */
  readonly raw: string;
}
