// Prints how many lines the model's definitions have against the production code that does the same job. Blank lines
// and comment lines do not count, nor do proofs.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sources } from "./dafny.mjs";

const packages = fileURLToPath(new URL("../../", import.meta.url));
const parts = [
  ["values and extension types", ["Values.dfy", "Extensions.dfy", "ext"], ["core/src/values", "core/src/extensions"]],
  ["entities", ["Hierarchy.dfy"], ["core/src/entities"]],
  ["evaluator", ["Expressions.dfy", "Evaluator.dfy", "Patterns.dfy"], ["evaluator/src"]],
  ["policies, authorizer", ["Policies.dfy", "Authorizer.dfy"], ["authorizer/src"]],
  [
    "policy index",
    ["PolicyIndex.dfy"],
    ["scope-index", "scope-key", "ancestor-probe", "uid-map"].map((name) => `authorizer/src/${name}.ts`),
  ],
  [
    "types, schemas",
    ["Types.dfy", "Schemas.dfy"],
    ["validator/src/types", "schema/src/model.ts", "validator/src/schema-facts.ts"],
  ],
  ["type checker", ["TypeChecker.dfy", "OperatorTypes.dfy", "Signatures.dfy"], ["validator/src/check"]],
  ["validation of policies", ["Validator.dfy"], ["validator/src/policy"]],
];

const count = (path) => {
  if (statSync(path).isDirectory()) {
    return readdirSync(path).reduce((sum, name) => sum + count(join(path, name)), 0);
  }
  const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return code.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length;
};

for (const [name, model, production] of parts) {
  const lines = (root, paths) => paths.reduce((sum, path) => sum + count(join(root, path)), 0);
  console.log(`${name}: ${lines(sources, model)} lines of model, ${lines(packages, production)} of production`);
}
