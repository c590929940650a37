import type { CstExpression, CstFields, CstName, CstPolicy, CstUid } from "../cst.ts";

/** What the actions of the grammar need from their caller; `P` is what `policy` makes of a policy. */
export interface GrammarOptions<P> {
  /** How deep expressions may stand inside each other. */
  readonly maxDepth: number;
  /** Makes what is thrown where they stand deeper. */
  readonly onTooDeep: (offset: number) => unknown;
  readonly policy: (policy: CstPolicy) => P;
  /** Whether these digits are an integer that fits in 64 bits without sign. */
  readonly isLong: (digits: string) => boolean;
}

export interface Results<P> {
  readonly Policies: P[];
  readonly OnePolicy: P;
  readonly OneExpression: CstExpression;
  readonly EntityUid: CstUid | CstFields;
  readonly Name: CstName;
}

export declare class SyntaxError extends Error {}

/** Throws a {@link SyntaxError}, which says nothing of use, or what `onTooDeep` made. */
export declare function parse<P, Rule extends keyof Results<P>>(
  input: string,
  options: GrammarOptions<P> & { readonly startRule: Rule },
): Results<P>[Rule];
