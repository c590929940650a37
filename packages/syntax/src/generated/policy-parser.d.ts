import type { CstExpression, CstFields, CstName, CstPolicy, CstUid } from "../cst.ts";
import type { Scan } from "../scan.ts";

/** What the actions of the grammar need from their caller; `P` is what `policy` makes of a policy, not `undefined`. */
export interface GrammarOptions<P> {
  /** How deep expressions may stand inside each other. */
  readonly maxDepth: number;
  readonly policy: (policy: CstPolicy) => P;
  /** Whether these digits are an integer that fits in 64 bits without sign. */
  readonly isLong: (digits: string) => boolean;
  readonly scan: Scan;
}

export interface Results<P> {
  readonly Policies: P[];
  readonly OnePolicy: P;
  readonly OneExpression: CstExpression;
  readonly EntityUid: CstUid | CstFields;
  readonly Name: CstName;
}

/** What the text stands for, or `undefined` if it is not right or nested too deep. */
export declare function parse<P, Rule extends keyof Results<P>>(
  input: string,
  options: GrammarOptions<P> & { readonly startRule: Rule },
): Results<P>[Rule] | undefined;
