import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { markdownExamplePlugin } from "./tools/package-checks/src/markdown-example-plugin.ts";
import { ProofsFirst } from "./tools/proofs-first.ts";

const conditions = ["@deodar/source"];
/** Milliseconds that a test may take: many, for busy machines. A limit finds what hangs, it measures nothing. */
const limit = 600_000;

const coveredPackages = ["core", "syntax", "evaluator", "authorizer"];

export default defineConfig({
  test: {
    // Where there are only two processors, the proofs would hold up all other tests.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: ProofsFirst },
    reporters: process.env["CI"] === "true" ? ["default", "json"] : ["default"],
    outputFile: { json: process.env["DEODAR_TEST_REPORT"] ?? join("coverage", "tests.json") },
    coverage: {
      provider: "v8",
      reporter: ["text-summary", "html"],
      include: coveredPackages.map((name) => `packages/${name}/src/**/*.ts`),
      exclude: ["**/generated/**"],
      thresholds: Object.fromEntries(
        coveredPackages.map((name) => [`packages/${name}/src/**/*.ts`, { lines: 98, branches: 98 }]),
      ),
    },
    projects: [
      {
        plugins: [markdownExamplePlugin()],
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: "source",
          testTimeout: limit,
          setupFiles: ["./tools/steady-webassembly.ts", "./tools/fixed-seed.ts"],
          include: ["packages/*/test/**/*.test.ts", "tools/*/test/**/*.test.ts", "docs/examples/*/test/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "built",
          include: ["tools/*/built/**/*.test.ts"],
          testTimeout: limit,
          hookTimeout: limit,
        },
      },
    ],
  },
});
