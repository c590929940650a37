import type { Span } from "@deodar/diagnostics";

/** What the grammar makes of a text, before names and strings are judged and declarations are sorted by namespace. */
export interface CstItem {
  readonly annotations: readonly CstAnnotation[];
  readonly node: CstNamespace | CstDeclaration;
}

export interface CstNamespace extends Span {
  readonly kind: "namespace";
  readonly name: CstPath;
  readonly items: readonly CstMember[];
}

/** A declaration with its annotations, which the place of the declaration leaves out. */
export interface CstMember {
  readonly annotations: readonly CstAnnotation[];
  readonly node: CstDeclaration;
}

export type CstDeclaration = CstEntity | CstAction | CstTypeDeclaration;

export interface CstAnnotation extends Span {
  readonly key: Span & { readonly text: string };
  readonly value: CstString | null;
}

export interface CstEntity extends Span {
  readonly kind: "entity";
  readonly names: readonly CstWord[];
  readonly body: CstEnumeration | CstEntityBody;
}

export interface CstEnumeration {
  readonly kind: "enum";
  readonly choices: readonly [CstString, ...CstString[]];
}

export interface CstEntityBody {
  readonly kind: "standard";
  readonly parents: readonly CstPath[];
  readonly shape: CstRecord | null;
  readonly tags: CstType | null;
}

export interface CstAction extends Span {
  readonly kind: "action";
  readonly names: readonly [CstName, ...CstName[]];
  readonly parents: readonly CstActionGroup[] | null;
  readonly appliesTo: CstAppliesTo | null;
}

export interface CstActionGroup extends Span {
  readonly path: readonly CstWord[] | null;
  readonly id: CstName;
}

export interface CstAppliesTo extends Span {
  readonly targets: readonly CstTarget[];
}

export type CstTarget =
  | (Span & { readonly kind: "principal" | "resource"; readonly types: readonly CstPath[] })
  | (Span & { readonly kind: "context"; readonly type: CstRecord | CstPath });

export interface CstTypeDeclaration extends Span {
  readonly kind: "type";
  readonly name: CstWord;
  readonly type: CstType;
}

export type CstType = CstSet | CstRecord | CstPath;

export interface CstSet extends Span {
  readonly kind: "set";
  readonly element: CstType;
}

export interface CstRecord extends Span {
  readonly kind: "record";
  readonly attributes: readonly CstAttribute[];
}

export interface CstAttribute extends Span {
  readonly annotations: readonly CstAnnotation[];
  readonly name: CstName;
  readonly required: boolean;
  readonly type: CstType;
}

export interface CstPath extends Span {
  readonly kind: "path";
  readonly words: readonly CstWord[];
}

export type CstName = CstWord | CstString;

/** An identifier, reserved or not. */
export interface CstWord extends Span {
  readonly kind: "word";
  readonly text: string;
}

/** What stands between the quotes, escapes not yet interpreted. */
export interface CstString extends Span {
  readonly kind: "string";
  readonly raw: string;
}
