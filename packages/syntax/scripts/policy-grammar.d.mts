/** See policy-grammar.mjs. */
export declare function compilePolicyGrammar(read: (path: string) => string): string;

/** See policy-grammar.mjs. */
export declare function compilePolicyTable(read: (path: string) => string): string;
