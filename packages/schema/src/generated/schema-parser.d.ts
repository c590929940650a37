import type { Scan } from "@deodar/syntax/lexical";
import type { CstItem } from "../cst.ts";

/** What the actions of the grammar need from their caller. */
export interface GrammarOptions {
  readonly startRule: "Schema";
  /** How deep braces and `Set<…>` of types may stand inside each other. */
  readonly maxDepth: number;
  readonly scan: Scan;
}

/** What the text says, or `undefined` if it is not right or nested too deep. */
export declare function parse(input: string, options: GrammarOptions): readonly CstItem[] | undefined;
