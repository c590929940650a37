import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { repositoryRoot, workspacePackages } from "@deodar/package-graph";
import { afterEach, describe, expect, test, vi } from "vitest";
import { markdownExamples } from "../src/markdown-examples.ts";

const files = [repositoryRoot, ...workspacePackages().map(({ path }) => path)]
  .map((folder) => join(folder, "README.md"))
  .filter((file) => existsSync(file));
const examples = files.flatMap((file) =>
  markdownExamples(readFileSync(file, "utf8")).map((example, index) => ({
    ...example,
    name: `${relative(repositoryRoot, file)}:${example.line}`,
    module: `${file}?example=${index}.ts`,
  })),
);

afterEach(() => vi.restoreAllMocks());

describe("examples in READMEs print what they say", () => {
  test.each(examples)("$name", async ({ module, prints }) => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values: readonly unknown[]) => {
      lines.push(...values.map(String).join(" ").split("\n"));
    });
    await import(/* @vite-ignore */ module);
    expect(lines.map((line) => line.trimEnd())).toEqual(prints.map((line) => line.trimEnd()));
  });
});

test("every package's README has an example", () => {
  const without = workspacePackages()
    .filter(({ manifest }) => !Object.hasOwn(manifest, "bin"))
    .filter(({ path }) => !examples.some(({ module }) => module.startsWith(join(path, "README.md"))));
  expect(without.map(({ manifest }) => manifest.name)).toEqual([]);
});

test("examples are the `ts` blocks, and `// →` comments what they print", () => {
  const markdown =
    "# A\n\n```ts\nconsole.log(1); // → 1\n// →   two\n// → \n```\n\n```ts no\nx\n```\n\n```sh\ny\n```\n```ts\n```\n";
  expect(markdownExamples(markdown)).toEqual([
    { code: "console.log(1); // → 1\n// →   two\n// → \n", line: 4, prints: ["1", "  two", ""] },
    { code: "", line: 17, prints: [] },
  ]);
});
