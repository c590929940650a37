// Compiles grammar/schema.peggy, with the tokens of policies, to src/generated. The result is committed, so that nobody
// needs Peggy to build or to test.
import { readFileSync, writeFileSync } from "node:fs";
import { compileGrammar } from "../../syntax/scripts/compact/compile-grammar.mjs";

const here = new URL("../", import.meta.url);
const source = (path) => ({ source: path, text: readFileSync(new URL(path, here), "utf8") });

const text = compileGrammar([source("grammar/schema.peggy"), source("../syntax/grammar/lexical.peggy")], ["Schema"]);
writeFileSync(new URL("src/generated/schema-parser.js", here), text);
