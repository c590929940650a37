import { build } from "esbuild";
import { expect, test } from "vitest";

/** The modules of Deodar that a program which uses these exports ships. */
async function shipped(program: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    conditions: ["@deodar/source"],
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
}

const decide = `import { isAuthorized, PolicySet } from "@deodar/authorizer"; console.log(isAuthorized, PolicySet);`;

test("a program that reads JSON ships no grammar, and one that reads text no JSON of policies", async () => {
  const json = await shipped(
    `${decide} import { policySetFromJson, requestFromJson } from "@deodar/authorizer/json"; console.log(policySetFromJson, requestFromJson);`,
  );
  const text = await shipped(
    `${decide} import { policySetFromText } from "@deodar/authorizer"; console.log(policySetFromText);`,
  );
  const grammar = /syntax\/src\/(generated|lower|parse)/;
  const policyJson = /syntax\/src\/json/;
  const explanations = /authorizer\/src\/.*explain/;
  expect([json.some((file) => grammar.test(file)), json.some((file) => policyJson.test(file))]).toEqual([false, true]);
  expect([text.some((file) => grammar.test(file)), text.some((file) => policyJson.test(file))]).toEqual([true, false]);
  expect([...json, ...text].filter((file) => explanations.test(file))).toEqual([]);
});
