// Compiles grammar/*.peggy to src/generated. The result is committed, so that nobody needs Peggy to build or to test.
import { readFileSync, writeFileSync } from "node:fs";
import { compileGrammar } from "./compact/compile-grammar.mjs";

const here = new URL("../", import.meta.url);
const source = (name) => ({ source: name, text: readFileSync(new URL(`grammar/${name}`, here), "utf8") });

const text = compileGrammar(
  [source("policy.peggy"), source("lexical.peggy")],
  ["Policies", "OnePolicy", "OneExpression", "EntityUid", "Name"],
);
writeFileSync(new URL("src/generated/policy-parser.js", here), text);
