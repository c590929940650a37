// Compiles what is in grammar/, with the tokens of policies, to src/generated. The result is committed, so that nobody
// needs Peggy to build or to test.
import { readFileSync, writeFileSync } from "node:fs";
import { compileGrammar } from "../../syntax/scripts/compact/compile-grammar.mjs";
import { tableModule } from "../../syntax/scripts/encode-table.mjs";

const here = new URL("../", import.meta.url);
const source = (path) => ({ source: path, text: readFileSync(new URL(path, here), "utf8") });
const write = (path, text) => writeFileSync(new URL(path, here), text);

const sources = [source("grammar/schema.peggy"), source("../syntax/grammar/lexical.peggy")];
write("src/generated/schema-parser.js", compileGrammar(sources, ["Schema"]));

const named = "Schema Items MoreMembers Item Member Attribute Word NotSet Identifier String".split(" ");
write("src/generated/schema-table.ts", tableModule("grammar/schema.ll1", source("grammar/schema.ll1").text, named));
