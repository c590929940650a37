// Compiles what is in grammar/ to src/generated. The result is committed, so that nobody needs Peggy to build or to test.
import { readFileSync, writeFileSync } from "node:fs";
import { compilePolicyGrammar, compilePolicyTable } from "./policy-grammar.mjs";

const here = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, here), "utf8");

writeFileSync(new URL("src/generated/policy-parser.js", here), compilePolicyGrammar(read));
writeFileSync(new URL("src/generated/policy-table.ts", here), compilePolicyTable(read));
