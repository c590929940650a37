// Compiles grammar/schema.peggy, with the tokens of policies, to src/generated. The result is committed, so that nobody
// needs Peggy to build or to test.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import peggy from "peggy";

const here = new URL("../", import.meta.url);
const source = (path) => {
  const url = new URL(path, here);
  return { source: fileURLToPath(url), text: readFileSync(url, "utf8") };
};

const text = peggy.generate([source("grammar/schema.peggy"), source("../syntax/grammar/lexical.peggy")], {
  output: "source",
  format: "es",
  allowedStartRules: ["Schema"],
});
writeFileSync(new URL("src/generated/schema-parser.js", here), text);
