// Compiles grammar/*.peggy to src/generated. The result is committed, so that nobody needs Peggy to build or to test.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import peggy from "peggy";

const here = new URL("../", import.meta.url);
const source = (name) => {
  const url = new URL(`grammar/${name}`, here);
  return { source: fileURLToPath(url), text: readFileSync(url, "utf8") };
};

const text = peggy.generate([source("policy.peggy"), source("lexical.peggy")], {
  output: "source",
  format: "es",
  allowedStartRules: ["Policies", "OnePolicy", "OneExpression", "EntityUid", "Name"],
});
writeFileSync(new URL("src/generated/policy-parser.js", here), text);
