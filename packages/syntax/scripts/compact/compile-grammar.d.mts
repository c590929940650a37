/** See compile-grammar.mjs. */
export declare function compileGrammar(
  sources: readonly { readonly source: string; readonly text: string }[],
  startRules: readonly string[],
): string;
