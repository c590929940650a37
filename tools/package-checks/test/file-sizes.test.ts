import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { repositoryRoot, sourceFiles, workspacePackages } from "@deodar/package-graph";
import { expect, test } from "vitest";

const mostLines = 400;

test(`no source file is over ${mostLines} lines`, () => {
  const long = workspacePackages()
    .flatMap(({ path }) => sourceFiles(join(path, "src")))
    .filter((file) => !file.includes("generated"))
    .filter((file) => readFileSync(file, "utf8").split("\n").length > mostLines + 1);
  expect(long.map((file) => relative(repositoryRoot, file))).toEqual([]);
});
