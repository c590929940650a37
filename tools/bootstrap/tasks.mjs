import { join } from "node:path";
import { packageScript, root, withPnpm } from "./pnpm.mjs";
import { run } from "./run-command.mjs";

/**
 * A program of a dependency, started by node itself so that no platform's shell matters.
 *
 * @param {string} file below node_modules
 * @param {readonly string[]} args its arguments
 */
const tool = (file, ...args) => [process.execPath, join(root, "node_modules", file), ...args];
const turbo = (...args) => {
  return withPnpm(...tool("turbo/bin/turbo", "run", ...args, "--output-logs=errors-only"));
};
const vitest = (...args) => tool("vitest/vitest.mjs", "run", ...args);
const biome = (...args) => tool("@biomejs/biome/bin/biome", ...args);
const eslint = (...args) => tool("eslint/bin/eslint.js", ...args);

const coveredPackages = ["core", "syntax", "evaluator", "authorizer"].map((name) => `packages/${name}/`);

/**
 * What can be asked for by name. The arguments of the command line go to the last program of a task.
 *
 * @type {Readonly<Record<string, (rest: readonly string[]) => void>>}
 */
export const tasks = {
  demo(rest) {
    run(turbo("build", "--filter=@deodar/example-tinytodo"), { quiet: true });
    run([...packageScript("start"), ...rest], { cwd: join(root, "docs", "examples", "tinytodo") });
  },
  test(rest) {
    run(vitest("--project=source", ...rest));
  },
  build(rest) {
    run(turbo("build", ...rest));
  },
  types(rest) {
    run(tool("typescript/bin/tsc", "-p", "tsconfig.json", ...rest));
  },
  lint(rest) {
    run(biome("check", "--error-on-warnings", "."));
    run(eslint("--cache", "--cache-location=node_modules/.cache/eslint/", ...(rest.length > 0 ? rest : ["."])));
    run(tool("knip/bin/knip.js", "--no-config-hints"));
  },
  format(rest) {
    run(biome("check", "--write", ...(rest.length > 0 ? rest : ["."])));
  },
  generate(rest) {
    run(turbo("generate", ...rest));
  },
  check(rest) {
    run(turbo("build"), { quiet: true });
    run(withPnpm(...vitest("--project=built", ...rest)));
  },
  coverage(rest) {
    // The packages are loaded once, not once for each file; that the files pass on their own is what `test` shows.
    run(vitest("--project=source", "--coverage", "--no-isolate", ...coveredPackages, ...rest));
  },
  drt(rest) {
    run([process.execPath, join("tools", "drt", "run.mjs"), ...rest]);
  },
  mutants(rest) {
    run([process.execPath, join("tools", "mutation", "run.mjs"), "scripts/mutants.ts", ...rest]);
  },
  api() {
    run(turbo("build"), { quiet: true });
    run(vitest("--update=all", "tools/package-checks/built/api-report", "tools/package-checks/test/diagnostic-pages"));
  },
  bench(rest) {
    run(turbo("build"), { quiet: true });
    run([process.execPath, join(root, "tools", "bench", "run.mjs"), ...rest]);
  },
  changeset(rest) {
    run(tool("@changesets/cli/bin.js", ...rest));
  },
};
