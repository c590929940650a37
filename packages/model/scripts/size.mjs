// Prints, part by part, how many lines define the model, how many prove things about it, and how many the production code
// has for the same job. Blank lines and comment lines do not count; nor, of definitions, does what only helps the prover:
// `requires`, `ensures`, `decreases` and `assert`.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sources } from "./dafny.mjs";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** Paths of one package. */
const within = (folder, ...names) => names.map((name) => `${folder}/src/${name}`);

const parts = [
  {
    part: "values",
    model: ["Values"],
    production: within("core", "values"),
  },
  {
    part: "extension types",
    model: ["Extensions", "ext/Text", "ext/Decimals", "ext/IpAddresses", "ext/Datetimes", "ext/Durations"],
    proofs: ["ExtensionTheorems"],
    production: within("core", "extensions"),
  },
  {
    part: "entities and their ancestors",
    model: ["Hierarchy"],
    proofs: ["HierarchyTheorems"],
    production: within("core", "entities", "hierarchy.ts"),
  },
  {
    part: "expressions and evaluator",
    model: ["Expressions", "Patterns", "Evaluator"],
    proofs: ["PatternTheorems", "EvaluatorTheorems"],
    production: within(
      "evaluator",
      ...unlike("evaluator", /^(partial|catalogue|index|trace|compile-scope|policy|scope)/),
    ),
  },
  {
    part: "policies, templates, links",
    model: ["Policies"],
    proofs: ["PolicyTheorems"],
    production: [
      ...within("evaluator", "compile-scope.ts", "compiled-policy.ts", "policy.ts", "scope.ts"),
      ...within("authorizer", "policy-set.ts", "policy-entry.ts", "slots.ts", "slot-values.ts"),
    ],
  },
  {
    part: "authorizer",
    model: ["Authorizer"],
    proofs: ["AuthorizerTheorems"],
    production: within(
      "authorizer",
      "is-authorized.ts",
      "tally.ts",
      "response.ts",
      "action-plans.ts",
      "executable-policy.ts",
    ),
  },
  {
    part: "policy index",
    model: ["PolicyIndex"],
    proofs: ["PolicyIndexTheorems"],
    production: within("authorizer", "scope-index.ts", "scope-key.ts", "ancestor-probe.ts", "uid-map.ts"),
  },
  {
    part: "types and schemas",
    model: ["Types", "Schemas", "Declarations"],
    proofs: ["TypeTheorems"],
    production: [...within("validator", "types", "schema-facts.ts"), ...within("schema", "model.ts", "resolve")],
  },
  {
    part: "type checker",
    model: ["OperatorTypes", "Signatures", "TypeChecker"],
    proofs: ["TypeSoundness"],
    production: within("validator", "check"),
  },
  {
    part: "validation of policies",
    model: ["Validator"],
    proofs: ["SoundnessTheorems", "SoundnessExamples"],
    production: within("validator", "policy", "validator.ts", "validate.ts"),
  },
  {
    part: "validation of data",
    model: ["Conformance", "EntityValidation", "RequestValidation"],
    proofs: ["ValidationTheorems"],
    production: within("validator", "conformance", "entities", "request"),
  },
  {
    part: "levels and slices",
    model: ["Levels", "Slices"],
    proofs: ["LevelTheorems"],
    production: within("validator", "levels"),
  },
  {
    part: "partial evaluation",
    model: ["PartialData", "Prospects", "Residuals", "PartialEvaluation", "PartialAuthorizer"],
    proofs: ["ProspectTheorems", "PartialEvaluationTheorems", "PartialAuthorizerTheorems", "FullKnowledgeTheorems"],
    production: [...within("evaluator", "partial"), ...within("authorizer", "partial")],
  },
  {
    part: "loading of entities",
    model: ["Loading"],
    proofs: ["LoadingTheorems"],
    production: [],
  },
];

const definitions = parts.flatMap(({ model }) => model);
const theorems = parts.flatMap(({ proofs = [] }) => proofs);
refuseForgotten(sources, [...definitions, "Model"]);
refuseForgotten(
  join(sources, "ext"),
  definitions.map((name) => name.replace("ext/", "")),
);
refuseForgotten(join(sources, "theorems"), theorems);

const rows = parts.map(({ part, model, proofs = [], production }) => {
  const files = model.map((name) => join(sources, `${name}.dfy`));
  return {
    part,
    definitions: sum(files, (line) => !/^(requires|ensures|decreases|assert)\b/.test(line)),
    proofs: sum(
      proofs.map((name) => join(sources, "theorems", `${name}.dfy`)),
      () => true,
    ),
    production: sum(
      production.map((path) => join(packages, path)),
      () => true,
    ),
  };
});
const total = (column) => rows.reduce((all, row) => all + row[column], 0);
rows.push({
  part: "all",
  definitions: total("definitions"),
  proofs: total("proofs"),
  production: total("production"),
});
const columns = ["part", "definitions", "proofs", "production", "production per definition"];
console.log(`| ${columns.join(" | ")} |\n|---|--:|--:|--:|--:|`);
for (const row of rows) {
  const ratio = (row.production / row.definitions).toFixed(1);
  console.log(`| ${[row.part, row.definitions, row.proofs, row.production, ratio].join(" | ")} |`);
}

/** The lines of code in these files and folders that pass the test. */
function sum(paths, counts) {
  return paths.flatMap(filesIn).reduce((all, path) => all + linesOf(path).filter(counts).length, 0);
}

function filesIn(path) {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

function linesOf(path) {
  const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return code
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"));
}

/** The files of a package that have other names. */
function unlike(name, pattern) {
  return readdirSync(join(packages, name, "src")).filter((file) => !pattern.test(file));
}

function refuseForgotten(folder, known) {
  const found = readdirSync(folder).filter((file) => file.endsWith(".dfy"));
  const forgotten = found.filter((file) => !known.includes(file.replace(".dfy", "")));
  if (forgotten.length > 0) throw new Error(`in no part: ${forgotten.join(", ")}`);
}
