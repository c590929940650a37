// Runs the benchmarks straight from their source: bundled into the cache folder, then started in a fresh process.
// Usage: node run.mjs [options]; `node run.mjs --help` lists them.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(fileURLToPath(import.meta.url));
const cache = resolve(home, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const outfile = resolve(cache, "bench.mjs");
await build({
  entryPoints: [resolve(home, "src", "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  conditions: ["@deodar/source"],
  external: [
    "@bufbuild/cel",
    "@casl/ability",
    "@cedar-policy/cedar-wasm",
    "@cedar-policy/cedar-wasm/*",
    "casbin",
    "esbuild",
  ],
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, DEODAR_BENCH_HOME: home },
});
process.exit(status ?? 1);
