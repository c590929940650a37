// Runs one of the scripts straight from its source: bundled into the cache folder, then started in a fresh process.
// Usage: node run.mjs [--built] [options of node] scripts/name.ts [arguments]
//   --built  takes the packages as they are published, from their last build, instead of from source
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(fileURLToPath(import.meta.url));
const built = process.argv[2] === "--built";
const given = process.argv.slice(built ? 3 : 2);
const at = given.findIndex((argument) => !argument.startsWith("-"));
const script = given[at];
if (script === undefined) {
  console.error("usage: node run.mjs [--built] [options of node] scripts/name.ts [arguments]");
  process.exit(2);
}
const cache = resolve(home, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const outfile = resolve(cache, `${basename(script, ".ts")}${built ? "-built" : ""}.mjs`);
await build({
  entryPoints: [resolve(home, script)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  conditions: ["@deodar/source"],
  external: ["@cedar-policy/cedar-wasm", "@cedar-policy/cedar-wasm/*", ...(built ? ["@deodar/*"] : [])],
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, [...given.slice(0, at), outfile, ...given.slice(at + 1)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
