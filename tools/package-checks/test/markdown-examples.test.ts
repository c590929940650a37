import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { format } from "node:util";
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

/** Lines without the blanks that nobody sees: at their ends, and after the last. */
function shown(lines: readonly string[]): readonly string[] {
  return lines
    .join("\n")
    .trimEnd()
    .split(/[ \t]*\n/);
}

afterEach(() => vi.restoreAllMocks());

describe("examples in READMEs print what they say", () => {
  test.each(examples)("$name", async ({ module, prints }) => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values: readonly unknown[]) => {
      lines.push(...format(...values).split("\n"));
    });
    await import(/* @vite-ignore */ module);
    expect(shown(lines)).toEqual(shown(prints));
  });
});

test("every package's README has an example", () => {
  const without = workspacePackages()
    .filter(({ manifest }) => !Object.hasOwn(manifest, "bin"))
    .filter(({ path }) => !examples.some(({ module }) => module.startsWith(join(path, "README.md"))));
  expect(without.map(({ manifest }) => manifest.name)).toEqual([]);
});

test("examples are the `ts` and `js` blocks; comments or a `text` block say what they print", () => {
  const markdown = [
    "# A",
    "```ts",
    "console.log(1); // → 1",
    "// →   two",
    "// → ",
    "```",
    "```ts no",
    "x",
    "```",
    "```js",
    "y",
    "```",
    "",
    "```text",
    "a",
    "",
    " b",
    "```",
    "```ts",
    "```",
    "words",
    "```text",
    "c",
    "```",
    "",
  ];
  expect(markdownExamples(markdown.join("\n"))).toEqual([
    { code: "console.log(1); // → 1\n// →   two\n// → \n", line: 3, prints: ["1", "  two", ""] },
    { code: "y\n", line: 11, prints: ["a", "", " b"] },
    { code: "", line: 20, prints: [] },
  ]);
});
