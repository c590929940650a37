import { readFileSync } from "node:fs";
import type { Plugin } from "vitest/config";
import { markdownExamples } from "./markdown-examples.ts";

const exampleModule = /^(?<file>.*\.md)\?example=(?<index>\d+)\.ts$/;

/**
 * Lets `import("…/README.md?example=0.ts")` run the first example of a Markdown file as if its code stood in a file of
 * that folder, so that it imports packages the way its readers do.
 */
export function markdownExamplePlugin(): Plugin {
  return {
    name: "markdown-examples",
    enforce: "pre",
    resolveId: (id) => (exampleModule.test(id) ? id : undefined),
    load(id) {
      const groups = exampleModule.exec(id)?.groups;
      if (groups === undefined) return undefined;
      return markdownExamples(readFileSync(groups["file"] ?? "", "utf8"))[Number(groups["index"])]?.code;
    },
  };
}
