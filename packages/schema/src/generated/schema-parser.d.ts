import type { CstItem } from "../cst.ts";

/** What the actions of the grammar need from their caller. */
export interface GrammarOptions {
  /** How deep braces and `Set<…>` of types may stand inside each other. */
  readonly maxDepth: number;
  /** Makes what is thrown where they stand deeper. */
  readonly onTooDeep: (offset: number) => unknown;
}

export declare class SyntaxError extends Error {}

/** Throws a {@link SyntaxError}, which says nothing of use, or what `onTooDeep` made. */
export declare function parse(input: string, options: GrammarOptions): readonly CstItem[];
