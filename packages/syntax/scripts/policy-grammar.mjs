import { compileGrammar } from "./compact/compile-grammar.mjs";
import { tableModule } from "./encode-table.mjs";

const startRules = ["Policies", "OnePolicy", "OneExpression", "EntityUid", "Name"];

/** The module of the parser; `read` gives the text of a file of this package. */
export function compilePolicyGrammar(read) {
  const source = (name) => ({ source: name, text: read(`grammar/${name}`) });
  return compileGrammar([source("policy.peggy"), source("lexical.peggy")], startRules);
}

/** The module with the table for the texts that the parser refuses. */
export function compilePolicyTable(read) {
  return tableModule("grammar/policy.ll1", read("grammar/policy.ll1"), startRules);
}
